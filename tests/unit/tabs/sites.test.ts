import { beforeEach, describe, expect, it, vi } from 'vitest';

type Script = { readonly id: string; readonly matches: readonly string[] };

/**
 * The browser's list of content scripts, now and after each change; whatever is read of the settings is answered when a
 * test says so.
 */
const world = vi.hoisted(() => ({
  registered: [] as Script[],
  history: [] as Script[][],
  settings: [] as ((clinicalSystems: object[]) => void)[],
  isAllowed: true,
  openTabs: [] as { readonly id: number }[],
}));

vi.mock('../../../utils/settings/settings.ts', () => ({
  readSettings: () =>
    new Promise((resolve) => {
      world.settings.push((clinicalSystems) => resolve({ clinicalSystems }));
    }),
}));

/** The list becomes this, as the browser changes it: all at once. */
function become(registered: Script[]): void {
  world.registered = registered;
  world.history.push(registered);
}

vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    permissions: { contains: async () => world.isAllowed },
    tabs: { query: async () => world.openTabs },
    scripting: {
      // A frame in it never ends loading.
      executeScript: () => new Promise(() => undefined),
      getRegisteredContentScripts: async () => world.registered,
      unregisterContentScripts: async () => become([]),
      registerContentScripts: async (scripts: Script[]) => {
        if (world.registered.length > 0) throw new Error('Duplicate script id');
        become(scripts);
      },
      updateContentScripts: async (scripts: Script[]) => {
        if (world.registered.length === 0) throw new Error('Nonexistent script id');
        become(scripts);
      },
    },
  },
}));

const { grantedSystemAt, registerPageScript } = await import('../../../utils/tabs/sites.ts');

const SYSTEM = { origins: ['https://record.example/*'] };
const OTHER = { origins: ['https://other.example/*'] };
const UNREADABLE = {
  get origins(): string[] {
    throw new Error('Unreadable');
  },
};

/** Answers whoever asks for the settings next. */
async function settingsAre(...clinicalSystems: object[]): Promise<void> {
  const answer = await vi.waitUntil(() => world.settings.shift());
  answer(clinicalSystems);
}

const matches = () => world.registered.map((one) => one.matches);

describe('the page script is registered', () => {
  beforeEach(() => {
    world.registered = [];
    world.history = [];
    world.settings = [];
    world.isAllowed = true;
    world.openTabs = [];
  });

  it('S9: for no origin that the browser does not allow', async () => {
    world.isAllowed = false;
    const done = registerPageScript();
    await settingsAre(SYSTEM);
    await done;
    expect(matches()).toEqual([]);
  });

  it('for the enabled origins, once', async () => {
    for (const _ of [1, 2]) {
      const done = registerPageScript();
      await settingsAre(SYSTEM, SYSTEM);
      await done;
      expect(matches()).toEqual([SYSTEM.origins]);
    }
  });

  it('without a gap when systems are changed, in which a page would load without it', async () => {
    for (const systems of [[SYSTEM], [SYSTEM, OTHER], [OTHER]]) {
      const done = registerPageScript();
      await settingsAre(...systems);
      await done;
    }
    const each = world.history.map((scripts) => scripts.flatMap((one) => one.matches));
    expect(each).toEqual([SYSTEM.origins, [...SYSTEM.origins, ...OTHER.origins], OTHER.origins]);
  });

  it('for none where none is enabled', async () => {
    world.registered = [{ id: 'page', matches: SYSTEM.origins }];
    const done = registerPageScript();
    await settingsAre();
    await done;
    expect(matches()).toEqual([]);
  });

  it('as was asked last: what was read before a change undoes nothing', async () => {
    const both = Promise.all([registerPageScript(), registerPageScript()]);
    const [early, late] = [world.settings.shift(), world.settings.shift()];
    // Where the second does not wait for the first, it is answered first.
    late?.([SYSTEM]);
    for (let turn = 0; late && turn < 20; turn += 1) await Promise.resolve();
    early?.([]);
    if (!early) await settingsAre();
    if (!late) await settingsAre(SYSTEM);
    await both;
    expect(matches()).toEqual([SYSTEM.origins]);
  });

  it('S9: whatever an open page does that never ends loading', async () => {
    world.openTabs = [{ id: 1 }];
    for (const systems of [[SYSTEM], []]) {
      void registerPageScript();
      await settingsAre(...systems);
    }
    await vi.waitUntil(() => world.registered.length === 0 && world.history.length > 0);
  });

  it('again after a time when it could not be', async () => {
    const failing = registerPageScript();
    await settingsAre(UNREADABLE);
    await expect(failing).rejects.toThrow('Unreadable');
    const next = registerPageScript();
    await settingsAre(SYSTEM);
    await next;
    expect(matches()).toEqual([SYSTEM.origins]);
  });
});

describe('an origin belongs to a system', () => {
  const systems = [{ ...SYSTEM, id: 'record', name: 'Record' }];

  it.each([
    ['that is listed and allowed', 'https://record.example', true, 'record'],
    ['S9: but not where the browser does not allow it', 'https://record.example', false, undefined],
    ['S9: but not where nobody has listed it', 'https://other.example', true, undefined],
  ])('%s', async (_, origin, isAllowed, id) => {
    world.isAllowed = isAllowed;
    expect((await grantedSystemAt(systems, origin))?.id).toBe(id);
  });
});
