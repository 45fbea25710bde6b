import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import type { Person } from '../sandbox/people/person.ts';
import { describeHits } from './at-rest/describe-hits.ts';
import { ENDINGS, endBy } from './at-rest/endings.ts';
import { allowCopies, placesKept, recordsKept, storedInSession } from './at-rest/extension-storage.ts';
import { lookBesideRecord, lookByHand, lookInPanel, typedBirthDate } from './at-rest/look-everywhere.ts';
import { type MarkedPatient, markPatients, needlesOfNumber, needlesOfPatient } from './at-rest/marked-patients.ts';
import { type Needle, needlesOfText } from './at-rest/needles.ts';
import { type PositiveControl, writePlain } from './at-rest/positive-control.ts';
import { copyProfile } from './at-rest/profile.ts';
import { scanFiles } from './at-rest/scan-files.ts';
import { secretsIn } from './at-rest/session-secrets.ts';
import { plainForm, typePlain } from './at-rest/typed-plain.ts';
import { livingIn } from './find/residents-shown.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';
import { openStage, type Stage } from './harness/stage.ts';

/** Twenty where CI is set and a browser leaves most behind; else fewer, each in the same places. */
const plansIn = (ending: string, copies: boolean) => (process.env.CI && ending === 'crash' && copies ? 20 : 6);
const SEED = 8;

/** Every ending with and without encrypted copies of plans, which are kept only where an organisation allows it. */
const CASES = ENDINGS.flatMap((ending) => [
  { ending, kept: 'no copies', copies: false },
  { ending, kept: 'encrypted copies', copies: true },
]);

/**
 * On every surface: found by hand, in a list of residents, beside a record, in the
 * browser's own panel. Pages of clinical systems show names and NHS numbers themselves, and a browser may keep what a
 * page shows. So each patient is written into the page and never fetched by it, and nothing is let off: not a name, a
 * number or a word of the plan may lie anywhere in the profile, whoever put it there. Nor may what somebody typed into
 * a page of ours, which a browser keeps of others to restore it.
 */
describe.for(await browsersUnderTest())('S8: what is on the disk, in $name', (found) => {
  it.for(CASES)('nothing of plans, tokens, keys: $ending, $kept', { timeout: 300_000 }, async ({ ending, copies }) => {
    const extensionDir = path.resolve(inject('sandboxBuilds')[found.family] ?? '');
    const stage = await openStage(found, extensionDir, { sandbox: { extra: { form: plainForm } } });
    const { sandbox, launched, cast } = stage;
    const plans = plansIn(ending, copies);
    try {
      // Audit events stay in the outbox, to be found there.
      sandbox.switches.set('audit', { kind: 'status', status: 503 });
      const options = await openExtensionPage(launched, 'options.html');
      if (copies) await allowCopies(options);
      const home = cast.residents.careHome.id;
      const patients = markPatients(sandbox, SEED, plans, 'plan', ({ careHome }) => careHome === home);
      const unopened = markPatients(sandbox, SEED, plans, 'control', isAtPractice);
      const [listed, searched] = patients as [MarkedPatient, MarkedPatient];
      await lookByHand(stage, [listed, searched]);
      const typed = await typePlain(launched, sandbox.originOf('form'), SEED);
      const page = await lookBesideRecord(stage, patients);
      await lookInPanel(stage, page, patients.at(-1) as MarkedPatient);
      const secrets = secretsIn(await storedInSession(options));
      // Copies are made beside what is shown, and where the sidebar stands is told to the background.
      const copiesKept = async () => (await recordsKept(options))['copies/copies'] ?? 0;
      await expect.poll(copiesKept).toBe(copies ? plans : 0);
      await expect.poll(() => placesKept(options)).toEqual(['gp-record']);
      const kept = await recordsKept(options);
      expect(secrets.map(({ label }) => label)).toEqual(expect.arrayContaining(expectedSecrets(copies)));
      expect(kept['audit/events']).toBeGreaterThanOrEqual(plans);
      const written = await writePlain(options, unopened);
      await options.close();
      await page.bringToFront();
      const needles = [
        ...patients.flatMap((each) => [...needlesOfPatient(each)]),
        ...secrets.flatMap((each) => [...each.needles]),
        ...livingIn(sandbox, home).flatMap((each, at) => [...needlesOfNumber(`resident ${at + 1}`, each)]),
        ...needlesOfText('birth date, typed', typedBirthDate(searched)),
      ];
      const control = {
        needles: [...written.needles, ...typed.needles],
        labels: [...written.labels, ...typed.labels],
      };
      const { running } = await endBy(ending, launched, page, extensionDir);
      if (running) {
        await expectNothing(stage, needles, control, 'while the browser runs on');
        await launched.close({ keepProfile: true });
      }
      await expectNothing(stage, needles, control, 'once the browser has gone');
    } finally {
      await stage.close();
    }
  });
});

function isAtPractice({ gpList, careHome, outOfHours }: Person): boolean {
  return gpList && !careHome && !outOfHours;
}

function expectedSecrets(copies: boolean): string[] {
  const tokens = ['session.accessToken', 'session.refreshToken', 'session.idToken'];
  return copies ? [...tokens, 'copyKeys.data', 'copyKeys.index'] : tokens;
}

/** Searches the whole profile as it lies on the disk now; without the control, nothing found would mean nothing. */
async function expectNothing(
  stage: Stage,
  needles: readonly Needle[],
  control: PositiveControl,
  when: string,
): Promise<void> {
  const copy = await copyProfile(stage.launched.profile);
  try {
    const { hits } = await scanFiles(copy.folder, [...needles, ...control.needles]);
    const found = new Set(hits.map(({ of }) => of));
    const ofControl = new Set(control.needles.map(({ of }) => of));
    expect(
      control.labels.filter((label) => !found.has(label)),
      `control not found ${when}`,
    ).toEqual([]);
    expect(describeHits(hits.filter(({ of }) => !ofControl.has(of))), when).toEqual([]);
  } finally {
    await copy.remove();
  }
}
