import { isApproved, isRevoked } from '../../../utils/plan/composition.ts';
import { bundleSchema, compositionSchema, patientSchema } from '../../../utils/plan/fhir-schemas.ts';
import { type ReadPlan, readDocument } from '../../../utils/plan/reader/read-document.ts';
import { sectionsIn, titleOf } from '../../../utils/plan/reader/sections.ts';
import { instantOf, isSameVersion } from '../../../utils/plan/service/sort-plans.ts';
import { knownTitles } from '../known-titles.ts';
import { missingIn } from '../missing-references.ts';
import { type Finding, fail, NotCheckable, notChecked, notOffered, pass, type Row } from '../row.ts';
import type { Run } from '../run.ts';
import { listed, REFUSALS } from '../words.ts';
import { fieldsIn } from '../wrong-fields.ts';

export const documentRows: readonly Row[] = [
  { id: 'document-invariants', title: 'Document is one that Planside reads', required: true, check: checkInvariants },
  { id: 'document-same-plan', title: 'Document is of the plan that was found', required: true, check: checkSamePlan },
  { id: 'document-birth-date', title: 'Birth date in the document agrees', required: true, check: checkBirthDate },
  { id: 'document-references', title: 'Every reference resolves inside', required: true, check: checkReferences },
  { id: 'document-sections', title: 'Every section can be read', required: true, check: checkSections },
  { id: 'document-identity', title: 'Identifier, timestamp and version', required: false, check: checkIdentity },
  { id: 'document-narrative', title: 'Author’s text in each section', required: false, check: checkNarrative },
];

async function checkInvariants({ documents, wanted }: Run): Promise<Finding> {
  const { document } = await documents.chosen();
  const read = readDocument(document, wanted.nhsNumber);
  if (read.ok) {
    return pass('A document Bundle, a Composition in front, one Patient with the number, and everything about them.');
  }
  const more = read.why === 'notADocument' ? ` ${whyNone(document)}` : '';
  return fail(`It is refused as “${read.why}”: ${REFUSALS[read.why]}.${more}`);
}

/** What of a document Bundle is wanting, as far as that can be named. */
function whyNone(document: unknown): string {
  const bundle = bundleSchema.safeParse(document);
  if (!bundle.success) return `As a Bundle, missing or wrong: ${listed(fieldsIn([document], bundleSchema)) || 'all'}.`;
  if (bundle.data.type !== 'document') return 'Its type is not “document”.';
  const resources = (bundle.data.entry ?? []).flatMap(({ resource }) => resource ?? []);
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
  if (resources[0]?.resourceType !== 'Composition') return 'Its first entry is no Composition.';
  if (!patient) return 'It holds no Patient.';
  const wrong = [...fieldsIn([resources[0]], compositionSchema), ...fieldsIn([patient], patientSchema)];
  return wrong.length > 0 ? `In Composition or Patient, missing or wrong: ${listed(wrong)}.` : '';
}

async function checkSamePlan(run: Run): Promise<Finding> {
  const { of } = await run.documents.chosen();
  const { composition } = await readable(run);
  if (of === null) return notChecked('The plan is in the stored document alone.');
  if (!isSameVersion(composition, of))
    return fail('It is of another plan, or of another version, than the search found.');
  if (isApproved(of) && (!isApproved(composition) || isRevoked(composition))) {
    return fail('The search calls the plan approved and in force, and its document does not.');
  }
  return instantOf(composition) < instantOf(of)
    ? fail('It is older than what the search found; Planside then says that it could not check.')
    : pass('Search and document agree on plan, version and status.');
}

async function checkBirthDate(run: Run): Promise<Finding> {
  const { birthDate } = run.wanted;
  if (birthDate === null) return notChecked('Give --birth-date to have it compared.');
  return (await readable(run)).plan.patient.birthDate === birthDate
    ? pass('It is the one that was given.')
    : fail('It is another, or not whole; Planside shows the plan only where page and document agree on it.');
}

async function checkReferences({ documents }: Run): Promise<Finding> {
  const missing = missingIn((await documents.chosen()).document);
  return missing.length === 0
    ? pass('Whatever it names is in it.')
    : fail(
        `What ${listed(missing)} names is not in it; Planside says of such a section that a linked item is missing.`,
      );
}

async function checkSections(run: Run): Promise<Finding> {
  const { unreadable } = (await readable(run)).plan;
  const titles = knownTitles(unreadable);
  return titles.length === 0
    ? pass('Planside understands everything that is in them.')
    : fail(`Not wholly understood: ${listed(titles)}. Planside says so on top, and shows the author’s text.`);
}

async function checkIdentity({ documents }: Run): Promise<Finding> {
  const { document, way } = await documents.chosen();
  if (way === 'include') return notChecked('The Bundle is put together here, from parts.');
  const parts = typeof document === 'object' && document !== null ? document : {};
  const meta = 'meta' in parts && typeof parts.meta === 'object' && parts.meta !== null ? parts.meta : {};
  const has = {
    identifier: 'identifier' in parts,
    timestamp: 'timestamp' in parts,
    'meta.versionId': 'versionId' in meta,
  };
  const missing = Object.entries(has).flatMap(([name, isThere]) => (isThere ? [] : [`“${name}”`]));
  return missing.length === 0
    ? pass('The Bundle has all three.')
    : notOffered(`It lacks ${missing.join(', ')}. Planside goes by identifier and date of the Composition alone.`);
}

async function checkNarrative(run: Run): Promise<Finding> {
  const { composition } = await readable(run);
  const filled = sectionsIn(composition.section).filter(({ entry = [] }) => entry.length > 0);
  const without = filled.filter(({ text }) => !text);
  return without.length === 0
    ? pass('Each section with entries has its author’s text too.')
    : notOffered(
        `No text: ${listed(knownTitles(without.map(titleOf)))}. Planside shows the entries, and cannot compare them with words.`,
      );
}

async function readable({ documents, wanted }: Run): Promise<Extract<ReadPlan, { ok: true }>> {
  const read = readDocument((await documents.chosen()).document, wanted.nhsNumber);
  if (!read.ok) throw new NotCheckable('The document is refused; see “Document is one that Planside reads”.');
  return read;
}
