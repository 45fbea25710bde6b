import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cast } from '../sandbox/people/cast.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { settingsFor } from '../sandbox/settings-for.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';
import { type Launched, launchBrowser } from './harness/launch.ts';
import { type OwnIdentity, withOwnIdentity } from './harness/own-identity.ts';
import { canWritePolicies, type PolicyFile, policyFile } from './harness/policy-file.ts';
import { redirectUris } from './harness/redirect-uris.ts';
import { enterSystem } from './harness/set-up.ts';
import { untilView } from './harness/sidebar.ts';
import { openCall, openPatient } from './harness/stage.ts';
import { expectUntouched, untilUntouched } from './harness/untouched.ts';

/**
 * Chromium looks at its policy files again within so many milliseconds, however busy this computer is: it puts off
 * whatever can wait until it takes itself for started, which was seen to last three minutes.
 */
const RELOADED_MS = 240_000;

/**
 * Real policy files, read by the browser itself. Chromium is open all the while, and no page is loaded again; Firefox
 * reads policies when it starts, so each change is another start of it, in the same profile.
 */
for (const found of await browsersUnderTest())
  describe.skipIf(!canWritePolicies(found))(`a policy file, in ${found.name}`, () => {
    let sandbox: Sandbox;
    let own: OwnIdentity;
    let file: PolicyFile;
    let profile: string;
    let launched: Launched | null = null;
    let [gp, outOfHours]: Page[] = [];
    const isFirefox = found.family === 'firefox';

    const systems = () => {
      const { planService, clinicalSystems } = settingsFor(sandbox);
      // Chromium's schema knows no adapters: there they are text.
      const listed = clinicalSystems.map(({ adapter, ...system }) => ({ ...system, adapter: JSON.stringify(adapter) }));
      const [forGp, forOutOfHours] = listed;
      return { planService, forGp, forOutOfHours };
    };

    async function start(): Promise<void> {
      launched = await launchBrowser({ ...found, headless: true, extensionDir: own.extensionDir, profile });
      await openPages();
    }

    async function openPages(): Promise<void> {
      const { browser } = launched as Launched;
      const players = cast(sandbox.people, sandbox.plans);
      gp = await browser.newPage();
      await enterSystem(gp, sandbox.systems.gpRecord);
      await openPatient(gp, players.gp.notForCpr);
      outOfHours = await browser.newPage();
      await enterSystem(outOfHours, sandbox.systems.outOfHours);
      await openCall(outOfHours, players.queue.notForCpr);
    }

    async function restart(): Promise<void> {
      await launched?.close();
      await start();
    }

    /** The organisation sets this; `null`: nothing any more. */
    async function become(managed: object | null): Promise<void> {
      if (managed) file.write(managed);
      else file.withdraw();
      if (isFirefox) await restart();
    }

    async function says(page: 'health' | 'options', part: string): Promise<string> {
      const opened = await openExtensionPage(launched as Launched, `${page}.html`);
      const shown = await opened.waitForSelector(part);
      const text = await shown?.evaluate((element) => (element as HTMLElement).innerText);
      await opened.close();
      return text ?? '';
    }

    async function isActive(page: Page): Promise<boolean> {
      await page.bringToFront();
      const failed = await untilView(page, 'signedOut').then(() => null, String);
      if (failed === null) return true;
      const settings = await says('health', '[data-health="settings"]');
      throw new Error(`${failed} What is set, by the health page: ${settings}`);
    }

    async function untilActive(page: Page | undefined): Promise<void> {
      await expect.poll(() => isActive(page as Page), { timeout: RELOADED_MS }).toBe(true);
    }

    beforeAll(async () => {
      sandbox = await startSandbox({ redirectUris });
      own = await withOwnIdentity(inject('sandboxBuilds')[found.family] ?? '', found.family);
      file = policyFile(found, own.id);
      profile = await mkdtemp(path.join(tmpdir(), 'planside-profile-'));
      await start();
    }, 120_000);
    afterAll(async () => {
      file?.end();
      await launched?.close();
      await sandbox?.stop();
      await own?.remove();
      if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }, 60_000);

    it('S9: there is nothing anywhere while nobody has set anything', async () => {
      await expectUntouched(gp as Page);
      await expectUntouched(outOfHours as Page);
    });

    it('enables what it lists, S9: and nothing else', { timeout: 600_000 }, async () => {
      const { planService, forGp } = systems();
      const support = { name: 'IT helpdesk', telephone: '01632 960100' };
      await become({ planService, clinicalSystems: [forGp], support });
      await untilActive(gp);
      await expectUntouched(outOfHours as Page);
      expect(await says('options', '[data-part="organisation"]')).toContain('IT helpdesk');
    });

    it('changes: leaves the pages it lists no longer, and comes into those it lists now', {
      timeout: 600_000,
    }, async () => {
      const { planService, forOutOfHours } = systems();
      await become({ planService, clinicalSystems: [forOutOfHours] });
      await untilActive(outOfHours);
      await untilUntouched(gp as Page, RELOADED_MS);
    });

    it('malformed, is named, and the last good one holds, also after a start', { timeout: 600_000 }, async () => {
      const { planService, forGp, forOutOfHours } = systems();
      await become({ planService, clinicalSystems: [forGp, forOutOfHours], surfaces: ['window'] });
      await expect
        .poll(() => says('health', '[data-health="settings"]'), { timeout: RELOADED_MS, interval: 500 })
        .toMatch(/POLICY-BROKEN, at surfaces\.0[\s\S]*the settings before hold: planService, clinicalSystems/);
      await untilActive(outOfHours);
      await expectUntouched(gp as Page);
      await restart();
      await untilActive(outOfHours);
      await expectUntouched(gp as Page);
      expect(await says('options', '[data-part="policy-broken"]')).toContain('POLICY-BROKEN');
    });

    it('torn, is none to the browser: nothing is enabled, S9: and nothing is there', { timeout: 600_000 }, async () => {
      file.writeText('{ "3rdparty": { "extensions":');
      if (isFirefox) await restart();
      await untilUntouched(outOfHours as Page, RELOADED_MS);
      await expectUntouched(gp as Page);
      const { planService, forOutOfHours } = systems();
      await become({ planService, clinicalSystems: [forOutOfHours] });
      await untilActive(outOfHours);
      await expectUntouched(gp as Page);
    });

    it('withdrawn, is gone, S9: and Planside with it', { timeout: 600_000 }, async () => {
      await become(null);
      await untilUntouched(outOfHours as Page, RELOADED_MS);
      await expectUntouched(gp as Page);
      await restart();
      await expectUntouched(gp as Page);
      await expectUntouched(outOfHours as Page);
      expect(await says('health', '[data-health="settings"]')).toMatch(/Set by the organisation\s+nothing/);
    });

    it('S7: nobody was asked about anybody', () => {
      expect(sandbox.requests).toEqual([]);
    });
  });
