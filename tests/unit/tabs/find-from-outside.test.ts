import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTSIDE as cy } from '../../../components/words/cy/outside.ts';
import { WELCOME as croeso } from '../../../components/words/cy/welcome.ts';
import { OUTSIDE as en } from '../../../components/words/en/outside.ts';
import { WELCOME as welcome } from '../../../components/words/en/welcome.ts';
import type { Language } from '../../../utils/view/language.ts';

type Item = { readonly id: string; readonly title: string; readonly contexts: readonly string[] };

/** The browser as far as its address bar and its menus go; it refuses a second item of the same name, as browsers do. */
const bar = vi.hoisted(() => {
  const event = () => {
    const listeners: ((...given: unknown[]) => void)[] = [];
    return {
      addListener: (listener: (...given: unknown[]) => void) => void listeners.push(listener),
      happen: (...given: unknown[]) => {
        for (const listener of listeners) listener(...given);
      },
    };
  };
  return {
    entered: event(),
    clicked: event(),
    stored: event(),
    language: undefined as Language | undefined,
    suggestions: [] as string[],
    items: [] as Item[],
  };
});
const opened = vi.hoisted(() => [] as unknown[][]);

vi.mock('../../../utils/tabs/open-find.ts', () => ({
  openFind: async (...given: unknown[]) => void opened.push(given),
}));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    i18n: { getUILanguage: () => 'en-GB' },
    storage: {
      onChanged: bar.stored,
      local: { get: async () => ({ settings: { clinicalSystems: [], language: bar.language } }) },
      session: { get: async () => ({ policyHasCome: true }) },
      managed: { get: async () => ({}) },
    },
    omnibox: {
      onInputEntered: bar.entered,
      setDefaultSuggestion: ({ description }: { description: string }) => void bar.suggestions.push(description),
    },
    contextMenus: {
      onClicked: bar.clicked,
      removeAll: async () => void bar.items.splice(0),
      create: (item: Item) => {
        if (bar.items.some(({ id }) => id === item.id))
          throw new Error(`Cannot create item with duplicate id ${item.id}`);
        bar.items.push(item);
      },
    },
  },
}));

const { findFromOutside } = await import('../../../utils/tabs/find-from-outside.ts');
const start = () => findFromOutside({ words: (language) => ({ en, cy })[language] });
const named = (words: typeof en) =>
  vi.waitFor(() => {
    expect(bar.items).toEqual([{ id: 'find', title: words.item, contexts: ['selection'] }]);
    expect(bar.suggestions.at(-1)).toBe(words.suggestion);
  });

start();
beforeEach(() => void opened.splice(0));

const NUMBER = { is: 'one', nhsNumber: '9991087109' };

describe('Planside’s keyword in the address bar', () => {
  it.each([
    ['999 108 7109', 'currentTab', NUMBER, true],
    ['999 108 7109', 'newForegroundTab', NUMBER, true],
    ['999 108 7109', 'newBackgroundTab', NUMBER, false],
    ['Reed 9991087109', 'currentTab', NUMBER, true],
    ['9991087109 9991087117', 'currentTab', { is: 'several' }, true],
    ['999 108 7100', 'currentTab', { is: 'none' }, true],
    ['Margaret Reed', 'currentTab', { is: 'none' }, true],
    ['  ', 'currentTab', undefined, true],
  ])('S7: of %j, for %s, only a valid number is handed on', (text, disposition, given, active) => {
    bar.entered.happen(text, disposition);
    expect(opened).toEqual([[given, active]]);
  });
});

describe('Planside’s item in the menu of what is selected', () => {
  it.each([
    [{ selectionText: 'NHS No. 999 108 7109' }, NUMBER],
    [{ selectionText: '9991087109 and 9991087117' }, { is: 'several' }],
    [{ selectionText: 'Margaret Reed' }, { is: 'none' }],
    [{}, { is: 'none' }],
  ])('S7: of %j only a valid number is handed on', (click, given) => {
    bar.clicked.happen({ menuItemId: 'find', ...click });
    expect(opened).toEqual([[given, true]]);
  });

  it('is not the item of anything else', () => {
    bar.clicked.happen({ menuItemId: 'other', selectionText: '9991087109' });
    expect(opened).toEqual([]);
  });
});

describe('how the browser names the two', () => {
  it('S7: never by what is typed or selected', () => {
    expect(JSON.stringify([en, cy])).not.toMatch(/%s|\d/);
  });

  it('as the first page calls it', () => {
    expect([welcome.reads.selected, croeso.reads.selected]).toEqual(
      [en, cy].map(({ item }) => expect.stringContaining(`“${item}”`)),
    );
  });

  it('once, in every life of the background', async () => {
    start();
    start();
    await named(en);
    bar.stored.happen({ settings: {} }, 'local');
    await named(en);
  });

  it('in the language that is set now', async () => {
    await named(en);
    bar.language = 'cy';
    bar.stored.happen({ settings: {} }, 'local');
    await named(cy);
    bar.language = 'en';
    bar.stored.happen({ settings: {} }, 'local');
    await named(en);
  });

  it('in the newest, where two are chosen one right after the other', async () => {
    for (const language of ['cy', 'en'] as const) {
      bar.language = language;
      bar.stored.happen({ settings: {} }, 'local');
    }
    await named(en);
    for (const language of ['en', 'cy'] as const) {
      bar.language = language;
      bar.stored.happen({ settings: {} }, 'local');
    }
    await named(cy);
  });
});
