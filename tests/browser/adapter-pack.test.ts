import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { gpRecordAdapter, outOfHoursAdapter } from '../sandbox/adapters/adapters.ts';
import { PACK_FAULTS } from '../sandbox/packs/pack-host.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { inExtensionPage } from './access/session-storage.ts';
import { badgeOf } from './harness/badges.ts';
import { browsersUnderTest } from './harness/browsers-under-test.ts';
import { openExtensionPage } from './harness/extension-page.ts';
import { killBackground } from './harness/kill-background.ts';
import { type OwnIdentity, withOwnIdentity } from './harness/own-identity.ts';
import { openPanel } from './harness/panel.ts';
import { canWriteManagedStorage, managedStorageFile, type PolicyFile } from './harness/policy-file.ts';
import { setUp } from './harness/set-up.ts';
import { press, sidebarNow, untilPlanOf, untilShown, untilView } from './harness/sidebar.ts';
import { openPatient, openStage, type Stage, signInAndSee } from './harness/stage.ts';
import { untilHandedOver } from './harness/until-handed-over.ts';
import { packAlarm, ringNow } from './pack/alarm.ts';
import { ELSEWHERE, ELSEWHERE_ADAPTER, unlabelledPage } from './pack/elsewhere.ts';

const WHY = { en: 'Names are read from the wrong place.', cy: 'Darllenir enwau o’r lle anghywir.' };
const ADDED = { system: ELSEWHERE.id, adapter: ELSEWHERE_ADAPTER, origins: [...ELSEWHERE.origins] };
const OFF = { system: 'gp-record', switchedOff: WHY };
const READS_NOTHING = { system: 'gp-record', adapter: { ...gpRecordAdapter, region: '#renamed', selfTest: [] } };

/** What an organisation publishes reaches open pages; what somebody else puts in its place changes nothing. */
for (const found of await browsersUnderTest())
  describe.skipIf(!canWriteManagedStorage(found))(`adapters as a pack, in ${found.name}`, () => {
    let own: OwnIdentity;
    let policy: PolicyFile;
    let profile: string;
    let sandbox: Sandbox;
    let stage: Stage;
    let gp: Page;

    beforeAll(async () => {
      own = await withOwnIdentity(inject('sandboxBuilds')[found.family] ?? '', found.family);
      policy = managedStorageFile(found, own.id);
      profile = await mkdtemp(path.join(tmpdir(), 'planside-pack-profile-'));
      const elsewhere = new Hono().get('/', (context) => context.html(unlabelledPage(stage.cast.gp.forCpr)));
      sandbox = await startSandbox({ redirectUris: [own.redirectUri], extra: { elsewhere } });
      policy.write({ adapterPack: sandbox.packs.adapterPack, switchedOff: ['out-of-hours'] });
      await open();
      gp = await stage.gpRecord();
      await openPatient(gp, stage.cast.gp.notForCpr);
      await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
    }, 240_000);
    afterAll(async () => {
      policy?.end();
      await stage?.close();
      await own?.remove();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    });

    async function open(): Promise<void> {
      stage = await openStage(found, own.extensionDir, { sandbox, profile });
      await untilHandedOver(stage.launched, 'adapterPack');
      await setUp(stage.launched, sandbox, [ELSEWHERE]);
    }

    /** What the health page says of the pack, once it says this. */
    async function untilHealth(says: string | RegExp): Promise<string> {
      let last = '';
      // It says how things were when it was opened; Firefox lets no test load it again.
      const read = async () => {
        const page = await openExtensionPage(stage.launched, 'health.html');
        const part = await page.waitForSelector('[data-health="pack"]');
        last = (await part?.evaluate((shown) => (shown as HTMLElement).innerText)) ?? '';
        await page.close();
        return last;
      };
      await expect.poll(read, { timeout: 20_000, interval: 200 }).toMatch(says);
      return last;
    }

    async function publish(entries: Parameters<typeof sandbox.packs.publish>[0]): Promise<void> {
      await sandbox.packs.publish(entries);
      await ringNow(stage.launched);
      await gp.bringToFront();
    }

    it('is fetched once the policy names it, and the health page says which one holds', async () => {
      const says = await untilHealth(/example-icb, number 1/);
      expect(says).toMatch(/Published at\s+http:\/\/packs\.localhost/);
      expect(says).not.toContain('Not taken');
      expect(sandbox.packs.requests[0]).toEqual({ status: 200, ifNoneMatch: null });
    });

    it('is asked for again of its own accord within five minutes, by the tag of what is held', async () => {
      const alarm = await packAlarm(stage.launched);
      expect(alarm.periodInMinutes).toBeLessThanOrEqual(4);
      expect(alarm.inMinutes).toBeLessThanOrEqual(4);
      await ringNow(stage.launched);
      const last = () => sandbox.packs.requests.at(-1);
      await expect.poll(last).toEqual({ status: 304, ifNoneMatch: expect.stringMatching(/^"[0-9a-f]+"$/) });
    });

    it('adds an adapter to a system that is enabled: a page that is open is read by it, without a reload', async () => {
      const page = await stage.launched.browser.newPage();
      await page.goto(sandbox.originOf('elsewhere'));
      await page.evaluate(() => Reflect.set(window, 'isStillHere', true));
      await untilHealth(/number 1/);
      expect(await sidebarNow(page)).toBeNull();
      await publish([ADDED]);
      await page.bringToFront();
      await untilPlanOf(page, stage.cast.gp.forCpr.nhsNumber);
      expect(await page.evaluate(() => Reflect.get(window, 'isStillHere'))).toBe(true);
      await page.close();
    });

    it('mends: what one pack broke, the next one reads again, and nobody else notices', async () => {
      await publish([ADDED, READS_NOTHING]);
      await expect.poll(() => sidebarNow(gp)).toBeNull();
      await publish([ADDED, { system: 'gp-record', adapter: gpRecordAdapter }]);
      await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
    });

    it('reaches a page that nobody looked at, and of which a new background knows nothing', async () => {
      const front = await stage.launched.browser.newPage();
      await front.bringToFront();
      await killBackground(stage.launched);
      const [, number] = /number (\d+)/.exec(await untilHealth(/number \d+/)) ?? [];
      await sandbox.packs.publish([ADDED, READS_NOTHING]);
      await ringNow(stage.launched);
      await untilHealth(`number ${Number(number) + 1}`);
      await gp.bringToFront();
      await expect.poll(() => sidebarNow(gp)).toBeNull();
      await publish([ADDED, { system: 'gp-record', adapter: gpRecordAdapter }]);
      await untilPlanOf(gp, stage.cast.gp.notForCpr.nhsNumber);
      await front.close();
    });

    it('switches off: the page says so, why and under which code, nothing of the patient, and the way that is left', async () => {
      await publish([ADDED, OFF]);
      const { text, parts } = await untilView(gp, 'switchedOff');
      expect(parts.heading).toBe('Switched off for Meadow GP record');
      expect(text).toContain(WHY.en);
      expect(parts['helpdesk-code']).toContain('PAGE-SWITCHED-OFF');
      expect(parts['link-cause']).toBe('Switched off by your organisation');
      expect(text).not.toMatch(new RegExp(`for CPR|999 \\d{3}|${stage.cast.gp.notForCpr.familyName}`, 'i'));
      const tabs = (await stage.launched.browser.pages()).length;
      await press(gp, 'Find a plan');
      await expect.poll(async () => (await stage.launched.browser.pages()).length).toBe(tabs + 1);
      await gp.bringToFront();
    });

    it('says in the settings, and where a system is taught, that what is taught is not used', async () => {
      const options = await openExtensionPage(stage.launched, 'options.html');
      await options.waitForSelector('[data-system="elsewhere"] [data-part="overruled"]');
      await options.waitForSelector('[data-system="gp-record"][data-state="off"]');
      await options.close();
      for (const [id, because] of [
        ['elsewhere', 'pack'],
        ['gp-record', 'switchedOff'],
      ] as const) {
        const teach = await openExtensionPage(stage.launched, `teach.html#${id}`);
        await teach.waitForSelector(`[data-because="${because}"]`);
        await teach.close();
      }
      await gp.bringToFront();
    });

    it('says the same in the browser’s own panel, and on the button', async () => {
      const panel = await openPanel(stage.launched, gp);
      const shown = await panel.until('the same', ({ view }) => view === 'switchedOff');
      expect(shown.text).toContain(WHY.en);
      await inExtensionPage(stage.launched, async (page) => {
        expect(await badgeOf(page, 'http://gp-record.localhost/*')).toMatchObject({ text: 'off' });
      });
      await gp.bringToFront();
    });

    it('what the policy has switched off says so too, and no pack switches it on', async () => {
      const page = await stage.outOfHours();
      const { text, parts } = await untilView(page, 'switchedOff');
      expect(parts.heading).toBe('Switched off for Nightline out-of-hours');
      expect(text).not.toContain(WHY.en);
      await publish([ADDED, OFF, { system: 'out-of-hours', adapter: outOfHoursAdapter }]);
      await untilHealth(new RegExp(`number ${sandbox.packs.count()},`));
      await page.bringToFront();
      await page.reload();
      await untilView(page, 'switchedOff');
      await page.close();
      await gp.bringToFront();
    });

    it('asks nobody about whom a page shows that is switched off, also after it was loaded again', async () => {
      sandbox.clearRequests();
      await openPatient(gp, stage.cast.gp.forCpr);
      await gp.reload();
      await untilView(gp, 'switchedOff');
      await openPatient(gp, stage.cast.gp.overdue);
      await untilView(gp, 'switchedOff');
      expect(sandbox.requests.filter(({ step }) => step === 'patient' || step === 'plans')).toEqual([]);
    });

    it('stays off when the background is killed, and on one that knows nothing else', async () => {
      await killBackground(stage.launched);
      await untilView(gp, 'switchedOff');
      await gp.reload();
      await untilView(gp, 'switchedOff');
    });

    describe.each(PACK_FAULTS)('an address that misbehaves (%s)', (fault, code) => {
      it('is named, and neither switches on what is off, nor takes away what was added', async () => {
        const holds = /number \d+/.exec(await untilHealth(/number \d+/))?.[0] ?? '';
        sandbox.packs.misbehave(fault);
        await ringNow(stage.launched);
        const says = await untilHealth(new RegExp(`Not taken\\s+${code}`));
        expect(says).toContain(holds);
        await gp.bringToFront();
        await untilView(gp, 'switchedOff');
        sandbox.packs.misbehave(null);
        await ringNow(stage.launched);
        await untilHealth(/^(?![\s\S]*Not taken)/);
      });
    });

    it('holds over a restart of the browser while its address is away', { timeout: 240_000 }, async () => {
      sandbox.packs.misbehave('down');
      await stage.launched.close({ keepProfile: true });
      await open();
      gp = await stage.gpRecord();
      await untilView(gp, 'switchedOff');
      await untilHealth(/number \d+[\s\S]*PACK-UNREACHABLE/);
      await gp.bringToFront();
      await untilView(gp, 'switchedOff');
    });

    it('switches on again, by a later pack alone', async () => {
      sandbox.packs.misbehave(null);
      await publish([ADDED]);
      await openPatient(gp, stage.cast.gp.notForCpr);
      await signInAndSee(stage, gp, 'gp', stage.cast.gp.notForCpr);
      await untilShown(gp, 'a plan', ({ view }) => view === 'plan');
    });
  });
