import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { noteFault, noteSession, readNotes } from '../../../utils/health/notes.ts';

const session = vi.hoisted(() => ({ stored: {} as Record<string, unknown> }));
vi.mock('../../../utils/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async () => structuredClone(session.stored),
        set: async (values: object) => {
          session.stored = { ...session.stored, ...structuredClone(values) };
        },
      },
    },
  },
}));

const down = { kind: 'couldNotCheck', cause: 'serviceDown', code: 'PLN-503' };

/** Notes are written one after another, and nobody waits for them. */
const written = () => vi.waitFor(async () => expect((await readNotes()).session?.at).toBe(1));

beforeEach(() => {
  session.stored = {};
});

it('keeps the last twenty, newest first, and none is lost while another is being written', async () => {
  for (let at = 1; at <= 25; at += 1) noteFault(down, at);
  noteSession({ kind: 'locked', cause: 'idle', code: null }, 1);
  await written();
  const { faults, session: note } = await readNotes();
  expect(faults.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
  expect(faults[0]).toEqual({ ...down, at: 25 });
  expect(note).toEqual({ kind: 'locked', cause: 'idle', code: null, at: 1 });
});

it('takes and gives back names and codes only: no sentence, number or name of anybody fits', async () => {
  const hostile = [
    'Margaret Reed',
    '9434765919',
    '943 476 5919',
    'https://x.example/Patient/9434765919',
    'eyJhbGci.x.y',
  ];
  for (const text of hostile) {
    noteFault({ kind: text, cause: null, code: null });
    noteFault({ ...down, cause: text });
    noteFault({ ...down, code: text });
  }
  noteSession({ kind: 'signedIn', cause: null, code: null }, 1);
  await written();
  expect((await readNotes()).faults).toEqual([]);
});

it('whatever lies in its place, what is read has this form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (shownFaults, sessionNote) => {
      session.stored = { shownFaults, sessionNote };
      const { faults } = await readNotes();
      for (const { kind } of faults) expect(kind).toMatch(/^[A-Za-z]{1,40}$/);
    }),
  );
});
