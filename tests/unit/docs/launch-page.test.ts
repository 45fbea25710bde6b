import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyOfLaunchPage } from '../../docs/launch-page.ts';
import { OpenedLaunchPage } from '../../docs/opened-launch-page.ts';
import { validNumber } from '../patient/valid-number.ts';

const REED = 'nhs-number=9991087109&family=Reed&given=Margaret&birth-date=1938-07-14';
const MALFORMED = 'did not say clearly who is open';

it('the launch page may run its own script and nothing else', async () => {
  const { says, needs } = await policyOfLaunchPage();
  expect(says).toBe(needs);
});

describe('the launch page', () => {
  it('shows and declares who is behind the #, and takes them out of the address', () => {
    const seen = new OpenedLaunchPage(`#${REED}`).seen();
    expect(seen).toMatchObject({
      declared: {
        patient: { nhsNumber: '9991087109', birthDate: '1938-07-14', familyName: 'Reed', givenNames: 'Margaret' },
      },
      elements: 1,
      banner: { name: 'REED, Margaret', born: '14-Jul-1938', number: '999 108 7109' },
      address: '',
    });
  });

  it('opened again for somebody else, declares them in the same task, and later than before', () => {
    const page = new OpenedLaunchPage(`#${REED}`);
    const first = page.seen();
    page.again('nhs-number=9000000009&family=Pugh&birth-date=1944-11-30');
    const { declared, elements, banner, address } = page.seen();
    expect([elements, declared?.patient?.nhsNumber, banner?.name, address]).toEqual([1, '9000000009', 'PUGH', '']);
    expect(declared?.timestamp).toBeGreaterThan(first.declared?.timestamp ?? 0);
  });

  it('declares a close with #close, and with nobody', () => {
    for (const behind of ['', '#', '#close']) {
      const { declared, banner, says, address } = new OpenedLaunchPage(behind).seen();
      expect([declared?.patient, banner, address.replace('#', '')]).toEqual([null, null, '']);
      expect(says).toContain('Nobody is open');
    }
    const page = new OpenedLaunchPage(`#${REED}`);
    page.again('close');
    expect(page.seen()).toMatchObject({ declared: { patient: null }, banner: null, address: '' });
  });

  it.each([
    ['a wrong digit', REED.replace('7109', '7108')],
    ['ten times the same digit', REED.replace('9991087109', '0000000000')],
    ['spaces in the number', REED.replace('9991087109', '999+108+7109')],
    ['no number', REED.replace(/nhs-number=\d+&/, '')],
    ['two numbers', `${REED}&nhs-number=9000000009`],
    ['no name', REED.replace('family=Reed&', '')],
    ['an empty name', REED.replace('Reed', '+')],
    ['a name of more than one line', REED.replace('Reed', 'Re%0Aed')],
    ['a name that goes the other way', REED.replace('Reed', 'Re%E2%80%AEed')],
    ['a name that is too long', REED.replace('Reed', 'x'.repeat(101))],
    ['no birth date', REED.replace(/&birth-date=.*/, '')],
    ['a day that is none', REED.replace('1938-07-14', '1938-02-30')],
    ['a day that has not come', REED.replace('1938-07-14', '2938-07-14')],
    ['a day in another order', REED.replace('1938-07-14', '14-07-1938')],
    ['something besides', `${REED}&x=1`],
    ['half a character', REED.replace('Reed', 'Re%E')],
    ['a name of what all objects have', `${REED}&__proto__=1`],
  ])('with %s says so, and declares nothing', (_, fragment) => {
    const page = new OpenedLaunchPage(`#${REED}`);
    page.again(fragment);
    for (const seen of [page.seen(), new OpenedLaunchPage(`#${fragment}`).seen()]) {
      expect(seen).toMatchObject({ declared: null, elements: 0, banner: null, address: '' });
      expect(seen.says).toContain(MALFORMED);
    }
  });

  it('takes nobody from what servers see', () => {
    const seen = new OpenedLaunchPage(`?${REED}`).seen();
    expect(seen).toMatchObject({ declared: null, elements: 0, banner: null, address: '' });
    expect(seen.says).toContain(MALFORMED);
  });

  it('speaks Welsh where the browser does', () => {
    expect(new OpenedLaunchPage('#close', 'cy').seen().says).toContain('Nid oes neb ar agor');
  });

  it('S1: whatever stands behind the #, declares exactly who stands there, or nobody, and leaves nothing of it', () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ÿ'’ -]{1,30}$/).filter((text) => text.trim() !== '');
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const right = fc.record({ nhsNumber: validNumber, family: name, birthDate: day });
    const page = new OpenedLaunchPage('');
    fc.assert(
      fc.property(fc.oneof(right, fc.string()), (said) => {
        const isRight = typeof said !== 'string';
        const parts = isRight && { 'nhs-number': said.nhsNumber, family: said.family, 'birth-date': said.birthDate };
        page.again(parts ? new URLSearchParams(parts).toString() : encodeURI(`x${said}`));
        const { declared, address } = page.seen();
        expect(declared?.patient?.nhsNumber).toBe(isRight ? said.nhsNumber : undefined);
        if (isRight) {
          expect(declared?.patient).toMatchObject({ familyName: said.family.trim(), birthDate: said.birthDate });
        }
        expect(address).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
