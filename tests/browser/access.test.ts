import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Person } from '../sandbox/people/person.ts';
import { allTold, untilTold } from './access/audited.ts';
import { fillReason, sendReason } from './access/give-reason.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { signIn } from './harness/set-up.ts';
import { press, shownFrame, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openCall, openResident, openStage, type Stage, signInAndSee } from './harness/stage.ts';

const NOTE = 'Found collapsed, cannot answer';

describe.for(await browsersUnderTest())('only those who may see it, in $name', (found) => {
  let stage: Stage;
  let queue: Page;
  /** Callers whom the practice does not know: the service asks a GP why. */
  let strangers: readonly Person[];

  beforeAll(async () => {
    stage = await openStage(found, inject('sandboxBuilds')[found.family] ?? '');
    strangers = stage.cast.queue.withPlan.filter(({ gpList }) => !gpList);
    queue = await stage.outOfHours();
    await openCall(queue, strangerAt(0));
    await signIn(stage.launched, queue, stage.account('gp'));
    await queue.bringToFront();
    await untilView(queue, 'reasonNeeded');
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.sandbox.switches.clear());

  function strangerAt(index: number): Person {
    const person = strangers[index];
    if (!person) throw new Error('Not enough callers from elsewhere.');
    return person;
  }

  it('asks for a reason, says nothing of a plan, and sends nothing without a choice and a note', async () => {
    const { text } = await untilView(queue, 'reasonNeeded');
    expect(text).not.toMatch(/for CPR|Ceiling|Call first/);
    await sendReason(queue);
    expect((await untilShown(queue, 'what is missing', (shown) => shown.text.includes('Choose a reason'))).view).toBe(
      'reasonNeeded',
    );
    await fillReason(queue, 'emergency');
    await sendReason(queue);
    await untilShown(queue, 'what is missing', (shown) => shown.text.includes('Add a note'));
    expect(allTold(stage.sandbox)).toEqual([]);
  });

  it('a reason that the service does not confirm shows nothing, and keeps what was written', async () => {
    stage.sandbox.switches.set('audit', { kind: 'status', status: 503 });
    await fillReason(queue, 'emergency', NOTE);
    const warned = await untilShown(queue, 'whom it alerts', ({ parts }) => parts['told-at-once'] !== undefined);
    expect(warned.parts['told-at-once']).toMatch(/^The privacy officer of .+ is told at once/);
    await sendReason(queue);
    const failed = await untilShown(queue, 'that it failed', ({ text }) => text.includes('has not confirmed'));
    expect(failed.view).toBe('reasonNeeded');
    expect(failed.text).toContain('AUD-LATER');
    const frame = await shownFrame(queue);
    expect(await frame.$eval('#reason-words', (note) => (note as HTMLTextAreaElement).value)).toBe(NOTE);
    expect(allTold(stage.sandbox)).toEqual([]);
  });

  it('an emergency is acknowledged before anything is shown, and says so above the plan', async () => {
    await sendReason(queue);
    const shown = await untilPlanOf(queue, strangerAt(0).nhsNumber);
    expect(shown.text).toContain('Emergency access');
    const all = await untilTold(stage.sandbox, 'of reason and view', (told) => told.length >= 2);
    expect(all).toEqual([
      expect.objectContaining({ what: '2/5', purpose: 'ETREAT', words: NOTE, nhsNumber: strangerAt(0).nhsNumber }),
      expect.objectContaining({ what: 'access', action: 'R', purpose: 'ETREAT', words: undefined, as: 'GP' }),
    ]);
    const acknowledged = stage.sandbox.requests.find(({ step, status }) => step === 'audit' && status === 201);
    const document = stage.sandbox.requests.find(({ step, status }) => step === 'document' && status === 200);
    expect(acknowledged?.at).toBeLessThanOrEqual(document?.at ?? 0);
  });

  it('an emergency opens this patient in this visit only: not in another tab, not after another caller', async () => {
    const other = await stage.outOfHours();
    await openCall(other, strangerAt(0));
    await untilView(other, 'reasonNeeded');
    await other.close();
    await queue.bringToFront();
    await openCall(queue, strangerAt(1));
    await untilView(queue, 'reasonNeeded');
    await openCall(queue, strangerAt(0));
    await untilView(queue, 'reasonNeeded');
  });

  it('permission opens a patient until the shift is over, and is no emergency', async () => {
    await openCall(queue, strangerAt(1));
    await fillReason(queue, 'permission');
    await sendReason(queue);
    expect((await untilPlanOf(queue, strangerAt(1).nhsNumber)).text).not.toContain('Emergency access');
    await openCall(queue, strangerAt(0));
    await untilView(queue, 'reasonNeeded');
    await openCall(queue, strangerAt(1));
    await untilPlanOf(queue, strangerAt(1).nhsNumber);
    const reasons = allTold(stage.sandbox).filter(({ what }) => what.includes('/'));
    expect(reasons.at(-1)).toMatchObject({ what: '1/6', purpose: 'TREAT', words: 'The person has agreed' });
  });

  it('a patient’s refusal and a role’s are said differently, and neither says whether there is a plan', async () => {
    const refusing = stage.sandbox.people.persons.find(
      ({ patientId, outOfHours }) => outOfHours && stage.sandbox.refusedSharing.has(patientId),
    );
    if (!refusing) throw new Error('Nobody in the queue refuses.');
    await openCall(queue, refusing);
    const byPatient = await untilView(queue, 'accessRefused');
    expect(byPatient.parts.verdict).toBe('This person’s record is not shared');
    await press(queue, 'Sign out');
    await signIn(stage.launched, queue, stage.account('receptionist'));
    await queue.bringToFront();
    const byRole = await untilView(queue, 'accessRefused');
    expect(byRole.parts.verdict).toBe('Your role cannot see plans');
    for (const { text } of [byPatient, byRole]) expect(text).toMatch(/says nothing about whether there is/);
    expect(byRole.parts['signed-in-as']).toMatch(/Sam Petrie.*Receptionist/);
    await queue.close();
  });

  it('somebody with several roles chooses one, sees it always, and switches at any time', async () => {
    const { notForCpr } = stage.cast.residents;
    const home = await stage.careHome();
    await openResident(home, notForCpr);
    await press(home, 'Sign out');
    await signIn(stage.launched, home, stage.account('bank-nurse'));
    await home.bringToFront();
    const choosing = await untilView(home, 'roleNeeded');
    expect(choosing.text).toContain('You are signed in as Priya Nair.');
    await press(home, 'Nurse');
    const asNurse = await untilPlanOf(home, notForCpr.nhsNumber);
    expect(asNurse.parts['signed-in-as']).toMatch(/Priya Nair.*Nurse/);
    await press(home, 'Switch role');
    await untilView(home, 'roleNeeded');
    await press(home, 'Out-of-hours clinician');
    const shown = await untilPlanOf(home, notForCpr.nhsNumber);
    expect(shown.parts['signed-in-as']).toMatch(/Priya Nair.*Out-of-hours clinician/);
    const all = await untilTold(stage.sandbox, 'of both roles', (told) => told.at(-1)?.as === 'Out-of-hours clinician');
    expect(all.at(-2)).toMatchObject({ by: 'Priya Nair', as: 'Nurse', nhsNumber: notForCpr.nhsNumber });
    await home.close();
  });

  it('carer and nurse see what their role may see; what is held back is said, not hidden', async () => {
    const { notForCpr } = stage.cast.residents;
    const home = await stage.careHome();
    await openResident(home, notForCpr);
    await press(home, 'Sign out');
    const asCarer = await signInAndSee(stage, home, 'carer', notForCpr);
    expect(asCarer.text).toContain('Your role does not show this section');
    await press(home, 'Sign out');
    const asNurse = await signInAndSee(stage, home, 'nurse', notForCpr);
    expect(asNurse.text).not.toContain('Your role does not show this section');
    await home.close();
  });
});
