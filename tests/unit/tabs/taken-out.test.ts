import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditFact } from '../../../utils/access/audit/audit-draft.ts';
import { type PersonSays, personSays } from '../../../utils/tabs/person-says.ts';
import type { Kept } from '../../../utils/tabs/view-record.ts';

const PATIENT = { nhsNumber: '9990000018', birthDate: '1938-07-14', familyName: 'Reed', givenNames: 'Margaret' };

let asked: { readonly fact: AuditFact; readonly answer: (kept: Kept) => void }[];
let answers: unknown[];
let isOpen: boolean;
let says: PersonSays;

beforeEach(() => {
  asked = [];
  answers = [];
  isOpen = true;
  says = personSays({
    access: {
      keep: (fact) => new Promise((answer) => asked.push({ fact, answer })),
      giveReason: async () => null,
      ended: () => {},
    },
    patient: () => (isOpen ? PATIENT : null),
    onPage: () => PATIENT,
    visit: () => null,
    lookup: () => null,
    again: () => {},
    draw: () => {},
  });
});

const soon = () => new Promise((done) => setImmediate(done));

describe('what is to leave by a button', () => {
  test('S10: is answered once it is on record, or could not be, and not before', async () => {
    says.takes({ do: 'copy', of: 'summary', ask: 3 }, (answer) => answers.push(answer));
    await soon();
    expect([asked[0]?.fact, answers]).toEqual([{ kind: 'copy', of: 'summary' }, []]);
    asked[0]?.answer({ ok: true });
    says.takes({ do: 'print', ask: 4 }, (answer) => answers.push(answer));
    asked[1]?.answer({ ok: false, code: 'AUD-STORE' });
    await soon();
    expect(asked[1]?.fact).toEqual({ kind: 'print', of: 'sheet' });
    expect(answers).toEqual([
      { do: 'answer', ask: 3, failed: null },
      { do: 'answer', ask: 4, failed: 'AUD-STORE' },
    ]);
  });

  test('S3: is never answered once the generation is over', async () => {
    says.takes({ do: 'copy', of: 'number', ask: 1 }, (answer) => answers.push(answer));
    says.end();
    asked[0]?.answer({ ok: true });
    await soon();
    expect(answers).toEqual([]);
  });

  test('of nobody: nothing is on record, and nothing leaves', async () => {
    isOpen = false;
    says.takes({ do: 'print', ask: 2 }, (answer) => answers.push(answer));
    await soon();
    expect([asked, answers]).toEqual([[], [{ do: 'answer', ask: 2, failed: 'AUD-NOBODY' }]]);
  });
});
