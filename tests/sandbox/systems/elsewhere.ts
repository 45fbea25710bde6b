import type { Person } from '../people/person.ts';

/** The same origin as a clinical system. */
export const ELSEWHERE = { id: 'elsewhere', name: 'Another record', origins: ['http://elsewhere.localhost/*'] };

/** What stands in an NHS CUI patient banner. */
export function bannerOf({ familyName, givenNames, title, birthDate, nhsNumber }: Person): string {
  const [year, month, day] = birthDate.split('-');
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<strong>${text(familyName.toUpperCase())}, ${text(givenNames.join(' '))} (${text(title)})</strong>
  <span>Born</span> <b>${day}-${months[Number(month) - 1]}-${year}</b>
  <span>NHS No.</span> <b>${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}</b>`;
}

/** A page with such a banner and nothing else, for an origin of no known system. */
export function bannerPage(person: Person): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Another record</title></head>
<body>
<header class="patient-banner">
  ${bannerOf(person)}
</header>
<main><h1>Record</h1></main>
</body>
</html>`;
}
