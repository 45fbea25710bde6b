import assert from 'node:assert/strict';
import type { SurfaceName } from '../../../utils/tabs/surface.ts';
import type { View } from '../../../utils/view/view.ts';
import type { DeskRig } from './desk-rig.ts';

/** What must hold between any two steps, whoever sent what. */
export function settled(rig: DeskRig): void {
  const running = rig.asked.filter(({ found, signal }) => found === null && !signal.aborted);
  const mayAsk = rig.surroundings.session.kind === 'signedIn' && !rig.surroundings.hidden;
  assert.ok(running.length <= (mayAsk ? 1 : 0), 'one look-up at a time');
  for (const asked of running) assert.equal(asked.generation, rig.generation, 'S3: a look-up outlives its generation');
  const told = rig.contexts.at(-1);
  if (told) {
    assert.equal(told.generation, rig.generation);
    assert.equal(told.ticket, rig.pageTicket);
    assert.equal(told.about === 'patient', rig.shownNumber() !== null);
  }
  const beside = rig.panel.contexts?.at(-1);
  if (beside) {
    assert.equal(beside.generation, rig.generation, 'S2: the panel stands beside a generation that is over');
    if (beside.ticket === null) assert.equal(rig.shown().kind, 'unsettled', 'there is something to draw');
  }
  for (const view of [viewIn(rig, 'page'), viewIn(rig, 'panel')]) if (view) isTrue(rig, view, running.length);
  if (rig.record.isWaiting() || !viewIn(rig, 'page') || !viewIn(rig, 'panel')) return;
  assert.deepEqual(viewIn(rig, 'page'), viewIn(rig, 'panel'), 'two surfaces, two truths');
  assert.deepEqual(rig.stands.at(-1), viewIn(rig, 'page'), 'the button says something else');
}

function viewIn(rig: DeskRig, surface: SurfaceName): View | undefined {
  return rig.holders[surface]?.views.at(-1);
}

function isTrue(rig: DeskRig, view: View, running: number): void {
  const { hidden, service, session } = rig.surroundings;
  const shown = rig.shown();
  if (view.kind === 'looking') assert.ok(running === 1 || rig.record.isWaiting(), 'looking without looking');
  if (hidden) assert.equal(view.kind, 'hidden');
  else if (service === null) assert.equal(view.kind, 'notConfigured');
  else if (session.kind === 'locked') assert.equal(view.kind, 'locked');
  else if (shown.kind !== 'patient') assert.equal(view.kind, shown.kind === 'none' ? 'noPatient' : shown.kind);
}
