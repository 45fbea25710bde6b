import path from 'node:path';
import type { Page } from 'puppeteer';
import { describe, expect, inject, it } from 'vitest';
import { describeHits } from './at-rest/describe-hits.ts';
import { ENDINGS, endBy } from './at-rest/endings.ts';
import { allowCopies, recordsKept, storedInSession } from './at-rest/extension-storage.ts';
import { type MarkedPatient, markPatients, needlesOfPatient } from './at-rest/marked-patients.ts';
import type { Needle } from './at-rest/needles.ts';
import { type PositiveControl, writePlain } from './at-rest/positive-control.ts';
import { copyProfile } from './at-rest/profile.ts';
import { scanFiles } from './at-rest/scan-files.ts';
import { secretsIn } from './at-rest/session-secrets.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';
import { sidebarFrame, untilPlanOf } from './harness/sidebar.ts';
import { openStage, type Stage, signInAndSee } from './harness/stage.ts';

/** In full where time does not matter; at a desk fewer. */
const PLANS = process.env.CI ? 20 : 6;
const SEED = 8;

/** Every ending with and without encrypted copies of plans, which are kept only where an organisation allows it. */
const CASES = ENDINGS.flatMap((ending) => [
  { ending, kept: 'no copies', copies: false },
  { ending, kept: 'encrypted copies', copies: true },
]);

/**
 * The recipe of facts/safety.md §3. Pages of clinical systems show names and NHS numbers themselves, and a browser may
 * keep what a page shows. So each patient is written into the page and never fetched by it, and nothing is let off: not
 * a name, a number or a word of the plan may lie anywhere in the profile, whoever put it there.
 */
describe.for(await browsersUnderTest())('S8: what is on the disk, in $name', (found) => {
  it.for(CASES)('nothing of plans, tokens, keys: $ending, $kept', { timeout: 300_000 }, async ({ ending, copies }) => {
    const extensionDir = path.resolve(inject('sandboxBuilds')[found.family] ?? '');
    const stage = await openStage(found, extensionDir);
    try {
      // Audit events stay in the outbox, to be found there.
      stage.sandbox.switches.set('audit', { kind: 'status', status: 503 });
      const options = await openExtensionPage(stage.launched, 'options.html');
      if (copies) await allowCopies(options);
      const patients = markPatients(stage.sandbox, SEED, PLANS, 'plan');
      const unopened = markPatients(stage.sandbox, SEED, PLANS, 'control', patients);
      const page = await seePlans(stage, patients);
      const secrets = secretsIn(await storedInSession(options));
      const kept = await recordsKept(options);
      expect(secrets.map(({ label }) => label)).toEqual(expect.arrayContaining(expectedSecrets(copies)));
      expect(kept['copies/copies'] ?? 0).toBe(copies ? PLANS : 0);
      expect(kept['audit/events']).toBeGreaterThanOrEqual(PLANS);
      const control = await writePlain(options, unopened);
      await options.close();
      await page.bringToFront();
      const needles = [
        ...patients.flatMap((each) => [...needlesOfPatient(each)]),
        ...secrets.flatMap((each) => [...each.needles]),
      ];
      const { running } = await endBy(ending, stage.launched, page, extensionDir);
      if (running) {
        await expectNothing(stage, needles, control, 'while the browser runs on');
        await stage.launched.close({ keepProfile: true });
      }
      await expectNothing(stage, needles, control, 'once the browser has gone');
    } finally {
      await stage.close();
    }
  });
});

function expectedSecrets(copies: boolean): string[] {
  const tokens = ['session.accessToken', 'session.refreshToken', 'session.idToken'];
  return copies ? [...tokens, 'copyKeys.data', 'copyKeys.index'] : tokens;
}

/** Opens one plan after the other beside the GP record, and sees that every marker has come as far as the screen. */
async function seePlans(stage: Stage, patients: readonly MarkedPatient[]): Promise<Page> {
  const page = await stage.gpRecord();
  for (const [at, { person, markers }] of patients.entries()) {
    const { nhsNumber, familyName, givenNames, title, birthDate, gender } = person;
    const shown = { nhsNumber, familyName, givenNames, title, birthDate, gender };
    await page.evaluate((one) => window.openPatientNow(one), shown);
    if (at === 0) await signInAndSee(stage, page, 'gp', person);
    await untilPlanOf(page, nhsNumber);
    const text = (await (await sidebarFrame(page))?.evaluate(() => document.body.textContent)) ?? '';
    expect(markers.filter((marker) => !text.includes(marker.text)).map(({ label }) => label)).toEqual([]);
  }
  return page;
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
