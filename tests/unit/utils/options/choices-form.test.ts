import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readChoicesForm, typedChoices } from '../../../../utils/options/choices-form.ts';
import type { Settings } from '../../../../utils/settings/settings-schema.ts';

vi.mock('../../../../utils/browser.ts', () => ({ browser: {} }));

const before: Settings = { clinicalSystems: [], lockAfterMinutes: 15, offlineCopies: true, language: 'cy' };
const nobody = new Set<never>();

describe('the choices', () => {
  it('are read as they are shown', () => {
    expect(readChoicesForm(typedChoices(before), { clinicalSystems: [] }, nobody)).toMatchObject({ settings: before });
  });

  it('left alone or emptied, are left out', () => {
    const typed = { lockAfterMinutes: ' ', offlineCopies: false, language: 'asBrowser' } as const;
    expect(readChoicesForm(typed, before, nobody)).toMatchObject({ settings: { clinicalSystems: [] } });
    expect(typedChoices({ clinicalSystems: [] })).toEqual({ ...typed, lockAfterMinutes: '' });
  });

  it('of the organisation stay as they were here', () => {
    const typed = { lockAfterMinutes: '99', offlineCopies: false, language: 'en' } as const;
    const read = readChoicesForm(typed, before, new Set(['lockAfterMinutes', 'offlineCopies'] as const));
    expect(read).toMatchObject({ settings: { ...before, language: 'en' } });
  });

  it('take whole minutes from 1 to 30, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (lockAfterMinutes) => {
        const read = readChoicesForm({ ...typedChoices(before), lockAfterMinutes }, before, nobody);
        const typed = lockAfterMinutes.trim();
        const isGood = typed === '' || (/^\d{1,2}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 30);
        expect('settings' in read).toBe(isGood);
      }),
    );
  });
});
