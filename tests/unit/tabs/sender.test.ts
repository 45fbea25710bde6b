import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseSender, SENDER_KINDS, senderOf } from '../../../utils/tabs/sender.ts';
import { OWN_ID, OWN_ORIGIN, SYSTEM, senders, systemAt } from './fake-runtime.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));

const kindOf = (raw: unknown) => senderOf(raw, systemAt).then(({ kind }) => kind);

describe('who is speaking', () => {
  it.each(SENDER_KINDS)('knows one that is %s', async (kind) => {
    expect(await kindOf(senders[kind])).toBe(kind);
  });

  it('takes tab, frame and system from the browser and the settings', async () => {
    const place = { tabId: 3, frameId: 7, isTop: false, frame: '7:2F' };
    expect(await senderOf(senders.ownFrame, systemAt)).toEqual({ kind: 'ownFrame', ...place });
    expect(await senderOf(senders.enabledPage, systemAt)).toEqual({
      kind: 'enabledPage',
      origin: 'https://enabled.example.org',
      system: SYSTEM,
      ...place,
      frameId: 0,
      isTop: true,
      frame: '0:2F',
    });
  });

  it('S5: our sidebar speaks for a tab from a frame only, and no other page of ours does', async () => {
    expect(await kindOf({ ...senders.ownFrame, frameId: 0 })).toBe('ownPage');
    expect(await kindOf({ ...senders.ownFrame, documentId: undefined })).toBe('ownPage');
    for (const path of ['/options.html', '/sidebar.html/', '/x/sidebar.html', '/sidebar.htm', '/Sidebar.html', '/']) {
      expect(await kindOf({ ...senders.ownFrame, url: `${OWN_ORIGIN}${path}` })).toBe('ownPage');
    }
    expect(await kindOf({ ...senders.ownFrame, url: 'https://other.example.org/sidebar.html' })).toBe('ownPage');
    expect(await kindOf({ ...senders.ownFrame, url: `${OWN_ORIGIN}.evil.example/sidebar.html` })).toBe('ownPage');
    expect(await kindOf({ ...senders.ownFrame, url: `${OWN_ORIGIN}/sidebar.html?x#y` })).toBe('ownFrame');
  });

  it('S5: knows the panel and its frames by standing in no tab, and no page of ours that stands in one', async () => {
    for (const kind of ['ownPanel', 'panelFrame'] as const) {
      expect(await kindOf({ ...senders[kind], tab: undefined })).toBe(kind);
      // Firefox names documents in its sidebar; they speak for no tab all the same.
      expect(await senderOf({ ...senders[kind], documentId: '2F' }, systemAt)).toEqual({ kind });
      for (const tab of [{ id: 3 }, { id: -1 }, {}, null, 'none']) {
        expect(await kindOf({ ...senders[kind], tab })).toBe('ownPage');
        expect(await kindOf({ ...senders[kind], tab, frameId: 0, documentId: '2F' })).toBe('ownPage');
      }
      expect(await kindOf({ ...senders[kind], origin: 'https://enabled.example.org' })).toBe('stranger');
      expect(await kindOf({ ...senders[kind], id: 'ponmlkjihgfedcbaponmlkjihgfedcba' })).toBe('stranger');
    }
    expect(await kindOf({ ...senders.ownPage, tab: undefined })).toBe('ownPage');
  });

  it('hears nobody whose document or tab has no name', async () => {
    for (const { documentId, tab } of [
      { documentId: '', tab: { id: 3 } },
      { documentId: '2F', tab: { id: -1 } },
      { documentId: '2F', tab: {} },
    ]) {
      expect(await kindOf({ ...senders.enabledPage, documentId, tab })).toBe('stranger');
      expect(await kindOf({ ...senders.ownFrame, documentId, tab })).toBe('ownPage');
    }
  });

  it('knows the background of Firefox, which is a page', async () => {
    const url = `${OWN_ORIGIN}/_generated_background_page.html`;
    expect(await kindOf({ id: OWN_ID, origin: OWN_ORIGIN, url })).toBe('background');
  });

  it.each([
    ['another extension, in our name', `chrome-extension://${'p'.repeat(32)}`],
    ['one whose id begins like ours', `${OWN_ORIGIN}x`],
    ['one whose id ours begins like', OWN_ORIGIN.slice(0, -1)],
    ['Firefox’s other extension', 'moz-extension://5c1f3c52-7f0e-4a53-9d0b-1c6f0f8e9a27'],
    ['nobody’s origin', 'null'],
    ['no origin', ''],
    ['a file', 'file://'],
    ['no origin but an address', 'https://enabled.example.org/'],
    ['an address with a name in it', 'https://enabled.example.org@evil.example'],
    ['something that only looks like one', 'https://'],
    ['a script', 'javascript:alert(1)'],
    ['spaces', ' https://enabled.example.org'],
    ['data', 'data:text/html,x'],
  ])('takes for a stranger: %s', async (_, origin) => {
    expect(await kindOf({ ...senders.enabledPage, origin })).toBe('stranger');
    expect(await kindOf({ ...senders.ownFrame, origin })).toBe('stranger');
  });

  it.each([
    ['a host that begins like it', 'https://enabled.example.org.evil.example'],
    ['a host that ends like it', 'https://xenabled.example.org'],
    ['the same without TLS', 'http://enabled.example.org'],
  ])('takes for another page: %s', async (_, origin) => {
    expect(await kindOf({ ...senders.enabledPage, origin })).toBe('otherPage');
  });
});

/** Values as no browser gives them. */
const odd = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    'null',
    0,
    -1,
    1.5,
    Number.NaN,
    OWN_ID,
    OWN_ORIGIN,
    'https://enabled.example.org',
  ),
  fc.constantFrom(`${OWN_ORIGIN}/sidebar.html`, 'http://[', '://', 'https://%', 'about:blank', { id: 3 }, { id: -1 }),
  fc.anything(),
);
const parts = ['id', 'origin', 'url', 'frameId', 'documentId', 'tab'];

describe('a sender as no browser gives it', () => {
  it('never throws, and is nobody we hear', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(parseSender(raw).kind).toBe('stranger');
      }),
      { numRuns: 3_000 },
    );
  });

  it('with parts missing or odd never throws, and is heard only whole', () => {
    const bent = fc
      .tuple(fc.constantFrom(...SENDER_KINDS), fc.subarray(parts, { minLength: 1 }), fc.array(odd, { minLength: 6 }))
      .map(([kind, changed, values]) => {
        const raw: Record<string, unknown> = { ...senders[kind] };
        for (const [at, part] of changed.entries()) raw[part] = values[at];
        return raw;
      });
    fc.assert(
      fc.property(bent, (raw) => {
        const sender = parseSender(raw);
        if (sender.kind !== 'ownFrame' && sender.kind !== 'page') return;
        // Whoever is heard is one of ours, in a named document of a tab, at an origin that is its own.
        expect(raw.id).toBe(OWN_ID);
        expect(raw.tab).toMatchObject({ id: sender.tabId });
        expect(Number.isInteger(raw.frameId)).toBe(true);
        expect(sender.frame).toBe(`${raw.frameId}:${raw.documentId}`);
        if (sender.kind === 'ownFrame') {
          expect(raw.origin).toBe(OWN_ORIGIN);
          expect(String(raw.url).startsWith(`${OWN_ORIGIN}/sidebar.html`)).toBe(true);
          expect(raw.frameId).not.toBe(0);
        } else expect(String(raw.origin)).toMatch(/^https?:\/\/[^/]+$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
