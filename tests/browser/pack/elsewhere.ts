import type { Adapter } from '../../../utils/page/adapter.ts';
import type { Person } from '../../sandbox/people/person.ts';

/** A system that nobody has written an adapter for. */
export const ELSEWHERE = { id: 'elsewhere', name: 'Another record', origins: ['http://elsewhere.localhost/*'] };

/** Who is open there stands without a label, so that only an adapter can read it. */
export function unlabelledPage({ familyName, givenNames, birthDate, nhsNumber }: Person): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Another record</title></head>
<body>
<div id="open"><i class="f">${familyName}</i> <i class="g">${givenNames.join(' ')}</i> <i class="b">${birthDate}</i> <i class="n">${nhsNumber}</i></div>
</body>
</html>`;
}

export const ELSEWHERE_ADAPTER: Adapter = {
  id: 'another-record',
  region: '#open',
  fields: {
    nhsNumber: { selector: '.n' },
    birthDate: { selector: '.b', order: 'yearFirst' },
    name: { family: { selector: '.f' }, given: { selector: '.g' } },
  },
  proves: [],
  forbids: [],
};
