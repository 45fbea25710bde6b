import { describe, expect, it } from 'vitest';
import type { SwitchedOff } from '../../../utils/view/page-standing.ts';
import type { View } from '../../../utils/view/view.ts';
import { margaret } from '../context/sightings.ts';
import { DeskRig, flush } from './desk-rig.ts';
import { answerOf } from './desk-steps.ts';

const report = (rig: DeskRig, frame: string, sequence = 1) => rig.report({ frame, sequence, sighting: margaret });

const OFF: SwitchedOff = { system: 'Meadow', reason: null };

/** Opens a frame in the panel with the ticket it was told last. */
function openInPanel(rig: DeskRig): readonly View[] {
  const ticket = rig.panel.contexts?.at(-1)?.ticket ?? 'none';
  expect(rig.openSidebar(`panel:${ticket}`, { ticket }, 'panel')).toBe(true);
  return rig.opened.at(-1)?.views ?? [];
}

const kinds = (views: readonly View[]) => views.map(({ kind }) => kind);

describe('the panel beside a tab', () => {
  it('S9: says that it is not switched on where no page of ours is', () => {
    const rig = new DeskRig();
    rig.panel.comes({ is: 'notListed', host: 'example.org' });
    expect(kinds(openInPanel(rig))).toEqual(['notHere']);
  });

  it('reads where the page of a system is still loading, until its top frame speaks', async () => {
    const rig = new DeskRig();
    rig.panel.comes('read');
    const loading = openInPanel(rig);
    rig.openTop('p:0');
    report(rig, 'p:0');
    expect(new Set(kinds(loading))).toEqual(new Set(['unsettled']));
    const views = openInPanel(rig);
    rig.asked[0]?.finish(answerOf('plan', rig.asked[0]));
    await flush();
    expect(views.at(-1)?.kind).toBe('plan');
  });

  it('follows the page to one of another kind, and back', () => {
    const rig = new DeskRig();
    rig.panel.comes('read');
    const views = openInPanel(rig);
    rig.desk.pageLoaded({ is: 'unknown' });
    rig.desk.pageLoaded('read');
    expect(kinds(views)).toEqual(['unsettled', 'notHere', 'unsettled']);
  });

  it('says that its system is switched off, before and after its page speaks, and asks for nobody', async () => {
    const rig = new DeskRig();
    rig.panel.comes(OFF);
    const loading = openInPanel(rig);
    rig.openTop('p:0', OFF);
    report(rig, 'p:0');
    const views = openInPanel(rig);
    await flush();
    expect([loading.at(-1), views.at(-1)]).toEqual([
      expect.objectContaining({ kind: 'switchedOff', ...OFF }),
      expect.objectContaining({ kind: 'switchedOff', ...OFF }),
    ]);
    expect(rig.asked).toEqual([]);
    // In the page it has to be said too, whoever is open there.
    expect(rig.contexts.at(-1)?.about).toBe('doubt');
  });

  it('S2: loses its frame with the top frame of the page, though a frame below still names the same patient', () => {
    const rig = new DeskRig();
    rig.openTop('p:0');
    rig.report({ frame: 'p:0', sequence: 1, sighting: { kind: 'none' } });
    report(rig, 'p:1');
    rig.panel.comes();
    openInPanel(rig);
    const { generation } = rig;
    rig.leave('p:0');
    expect(rig.generation).toBeGreaterThan(generation);
    expect(rig.holders.panel).toBeNull();
    expect(kinds(openInPanel(rig))).toEqual(['unsettled']);
  });

  it('S2: loses its frame when another page opens before anybody heard the one before leave', () => {
    const rig = new DeskRig();
    rig.openTop('p:0');
    report(rig, 'p:0');
    rig.panel.comes();
    const views = openInPanel(rig);
    rig.said.delete('p:0');
    rig.gone.add('p:0');
    rig.openTop('p:9');
    expect(rig.holders.panel).toBeNull();
    expect(kinds(views)).toEqual(['looking']);
  });

  it('keeps the desk of its tab, until it goes', () => {
    const rig = new DeskRig();
    rig.panel.comes();
    expect([rig.desk.has('panel'), rig.desk.isEmpty()]).toEqual([true, false]);
    rig.panel.goes();
    expect([rig.desk.has('panel'), rig.desk.isEmpty()]).toEqual([false, true]);
  });
});

describe('a page that hides its sidebar', () => {
  it('H14: the plan leaves the sidebar, stays in the panel, and is back once it can be seen', async () => {
    const rig = new DeskRig();
    rig.openTop('p:0');
    report(rig, 'p:0');
    rig.panel.comes('read');
    const inPanel = openInPanel(rig);
    rig.openSidebar('7:F', { ticket: rig.contexts.at(-1)?.ticket ?? '' });
    const inPage = rig.opened.at(-1)?.views ?? [];
    rig.asked[0]?.finish(answerOf('plan', rig.asked[0]));
    await flush();
    expect([inPage.at(-1)?.kind, inPanel.at(-1)?.kind]).toEqual(['plan', 'plan']);
    rig.desk.guardReported('p:0', 'hidden');
    expect(inPage.at(-1)).toMatchObject({ kind: 'notHere', because: { is: 'covered' } });
    expect(inPanel.at(-1)).toMatchObject({ kind: 'plan', pageHides: true });
    expect(rig.stands.at(-1)).toMatchObject({ kind: 'notHere', because: { is: 'covered' } });
    // The browser's button, which folds a sidebar that can be seen, opens the panel.
    expect(rig.desk.has('page')).toBe(false);
    rig.desk.guardReported('p:0', 'inSight');
    expect(rig.desk.has('page')).toBe(true);
    expect([inPage.at(-1)?.kind, inPanel.at(-1)?.pageHides]).toEqual(['plan', undefined]);
  });

  it('S10: a plan that nobody can see is not put on record as seen, and is once it can be', async () => {
    const rig = new DeskRig();
    rig.openTop('p:0');
    report(rig, 'p:0');
    rig.openSidebar('7:F', { ticket: rig.contexts.at(-1)?.ticket ?? '' });
    rig.desk.guardReported('p:0', 'hidden');
    rig.asked[0]?.finish(answerOf('plan', rig.asked[0]));
    await flush();
    expect(rig.record.entries).toEqual([]);
    rig.desk.guardReported('p:0', 'inSight');
    await flush();
    expect(rig.record.entries.map(({ fact }) => fact.kind)).toEqual(['view']);
    expect(rig.opened.at(-1)?.views.at(-1)?.kind).toBe('plan');
  });
});
