import { type Finding, fail, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { failureFinding } from '../words.ts';

export const pagingRows: readonly Row[] = [
  { id: 'paging', title: 'Pages bring every plan', required: true, check: checkPages },
  { id: 'paging-origin', title: 'Pages stay on the service’s origin', required: true, check: checkOrigin },
  { id: 'paging-names-nobody', title: 'Address of a page names no patient', required: true, check: checkNames },
];

const NO_PAGES = 'There was no further page. Try a patient who has several plans.';

async function checkPages({ plans, pages }: Run): Promise<Finding> {
  const { raw } = await plans();
  const known = new Set(raw.map(({ id }) => id)).size;
  if (known < 2) return notChecked(NO_PAGES);
  const { addresses, sizes, failure, endedBy } = await pages();
  if (failure) return failureFinding(failure);
  if ((sizes[0] ?? 0) > 1) return notOffered('“_count” is not kept to: all came on one page. Planside reads it.');
  const found = sizes.reduce((sum, size) => sum + size, 0);
  if (addresses.length === 0)
    return fail(
      'With one plan on a page, the first page has no link to the next. Planside asks for 20 on a page; of more than that, the rest would not be found.',
    );
  if (endedBy === 'circle') return fail('The links between pages go round in circles.');
  if (endedBy === 'elsewhere') return notChecked('A further page lies elsewhere, and was not asked for.');
  if (endedBy === 'many') return pass('With one plan on each page, the links led from page to page ten times.');
  return found === known
    ? pass('With one plan on each page, the links lead to all of them.')
    : fail('With one plan on each page, other plans come than without: some are lost, or come twice.');
}

async function checkOrigin({ wanted, pages }: Run): Promise<Finding> {
  const { addresses } = await pages();
  if (addresses.length === 0) return notChecked(NO_PAGES);
  const { origin } = new URL(wanted.base);
  return addresses.every((address) => URL.parse(address)?.origin === origin)
    ? pass('Every further page is an address of the service itself.')
    : fail('A further page is an address elsewhere. Planside sends no token there, and so cannot read all plans.');
}

async function checkNames({ wanted, pages, patientId }: Run): Promise<Finding> {
  const { addresses } = await pages();
  if (addresses.length === 0) return notChecked(NO_PAGES);
  const id = await patientId();
  const names = addresses.map((address) => decoded(address));
  if (names.some((address) => address.includes(wanted.nhsNumber))) {
    return fail(
      'It holds the NHS number, which then stands in logs on the way. Planside does not ask such an address.',
    );
  }
  const search = /[?&](?:subject|patient|identifier)[^&]*=/;
  return names.some((address) => address.includes(id) || search.test(address))
    ? fail(
        'It repeats the search and so names the record of the patient, in logs on the way. Planside asks it all the same.',
      )
    : pass('A further page is known by a key that says nothing.');
}

/** With percent signs taken out, as far as they can be. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
