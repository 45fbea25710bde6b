import * as z from 'zod/mini';
import type { Resource } from '../fhir-schemas.ts';
import { conceptSchema, dosageSchema, referenceSchema } from '../fhir-types.ts';
import type { PlanDocument } from './document.ts';
import { dosageWords } from './dosage-words.ts';
import { wordsInExtensions } from './extensions.ts';
import { forceOf, isEnteredInError, isProposed } from './in-force.ts';
import { narrativeParagraphs } from './narrative.ts';
import { isRestricted } from './read-patient.ts';
import { attachmentIn, commentIn, conceptIn, isObject, type Json, nameIn, periodIn, quantityIn } from './said-value.ts';

/** What of a resource is for machines, or is said elsewhere: who, when, about whom. */
const NOT_SAID: ReadonlySet<string> = new Set(
  `asserter attester author basedOn category class contained dateAsserted dateTime date effectiveDateTime
  encounter extension id identifier implicitRules informationSource intent issued language lifecycleStatus linkId
  managingOrganization meta mode modifierExtension patient performer policy policyRule questionnaire recorded
  recordedDate recorder replaces requester resourceType scope source sourceReference status subject text use
  clinicalStatus verificationStatus authoredOn authored reported created docStatus sent received`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** Would give away where a restricted patient is. */
const WHEREABOUTS: ReadonlySet<string> = new Set([
  'telecom',
  'address',
  'location',
  'destination',
  'patientInstruction',
]);
const WHO_KNOWS_WHERE: ReadonlySet<string> = new Set(['RelatedPerson', 'Location']);
/** Names of fields that a reader needs beside their value. */
const NAMED: Readonly<Record<string, string>> = { onset: 'since', criticality: 'criticality', severity: 'severity' };
/** Parts of a field that say nothing by themselves. */
const NOT_SAID_WITHIN: ReadonlySet<string> = new Set(['system', 'rank', 'use', 'id', 'extension']);
/** Lists in lists: a document is no tree of such depth. */
const DEEPEST = 6;

type Around = {
  readonly document: PlanDocument;
  readonly restricted: boolean;
  readonly depth: number;
  readonly briefly: boolean;
};

/**
 * What a resource says by its codes, values and texts, as lines to read: for sections that Planside does not know. The
 * words are those that were sent, none is interpreted; what does not hold (any more) says so.
 */
export function asCoded(document: PlanDocument, resource: Resource): readonly string[] {
  return linesOf(resource, { document, restricted: isRestricted(document), depth: 0, briefly: false });
}

/** The same in the author's words alone, where a code has such beside its display. */
export function asWorded(document: PlanDocument, resource: Resource): readonly string[] {
  return linesOf(resource, { document, restricted: isRestricted(document), depth: 0, briefly: true });
}

function linesOf(resource: Resource, around: Around): readonly string[] {
  const { resourceType, item } = resource;
  if (around.depth > DEEPEST || (around.restricted && WHO_KNOWS_WHERE.has(resourceType))) return [];
  if (isEnteredInError(resource)) return [];
  if (resourceType === 'QuestionnaireResponse') {
    return answersIn(item, around).map(({ question, answer }) => `${question}: ${answer}`);
  }
  const deeper = { ...around, depth: around.depth + 1 };
  if (resourceType === 'List') return listed(resource, deeper);
  const own = Object.entries(resource).filter(
    ([key]) => !NOT_SAID.has(key) && !(around.restricted && WHEREABOUTS.has(key)),
  );
  const parts = [
    ...ownKinds(resource),
    ...own.flatMap(([key, value]) => said(key, value, deeper)),
    ...commentsIn(resource),
  ];
  // What has nothing else to say says of what kind it is.
  const all = parts.length > 0 ? parts : said('category', resource.category, deeper);
  // In front: nobody may read what was revoked, or must not be done, and only then that it was.
  const status = forceOf(resource) === 'inForce' ? [] : [statusOf(resource)];
  const marks = [...status, ...notToDo(resource)];
  return all.length > 0 ? [[...marks, [...new Set(all)].join('; ')].join(': ')] : [];
}

/** Of what kind something is, and by which rule, in its author's own words; codes of these are for machines. */
function ownKinds({ category, policyRule }: Resource): readonly string[] {
  const kinds = z.array(conceptSchema).safeParse([category ?? [], policyRule ?? []].flat());
  return kinds.success ? kinds.data.flatMap(({ coding, text }) => (coding === undefined && text ? [text] : [])) : [];
}

/** A list says its title, and each of its items; one that was taken off says so. */
function listed({ title, note, entry, emptyReason }: Resource, around: Around): readonly string[] {
  const items = (Array.isArray(entry) ? entry : []).filter(isObject);
  return [
    ...said('title', title, around),
    ...items.flatMap(({ item, deleted, flag }) => {
      const marks = [...said('flag', flag, around), ...(deleted === true ? ['taken off this list'] : [])];
      return linked(item, around).map((line) => [line, ...marks].join('; '));
    }),
    ...said('emptyReason', emptyReason, around),
    ...said('note', note, around),
  ];
}

/** What somebody wrote beside the fields of a resource: a text that says more than they do, and comments. */
function commentsIn({ text, extension, modifierExtension }: Resource): readonly string[] {
  const isMore = isObject(text) && text.status === 'additional' && typeof text.div === 'string';
  return [
    ...(isMore && isObject(text) ? narrativeParagraphs(String(text.div)) : []),
    ...wordsInExtensions(extension),
    ...(modifierExtension === undefined ? [] : ['with a condition that Planside does not know']),
    ...wordsInExtensions(modifierExtension),
  ];
}

function statusOf({ status, lifecycleStatus, clinicalStatus, verificationStatus, intent }: Resource): string {
  const others = [clinicalStatus, verificationStatus].map((concept) => conceptIn(concept));
  const words = [isProposed(intent) ? intent : undefined, status, lifecycleStatus, ...others];
  return words.filter((word) => typeof word === 'string').join(', ');
}

/** A question that was answered, and in which words. */
export type Answered = { readonly question: string; readonly answer: string };

/** What was answered to the questions of a form. */
export function answersOf(document: PlanDocument, { item }: Resource): readonly Answered[] {
  return answersIn(item, { document, restricted: isRestricted(document), depth: 0, briefly: true });
}

function answersIn(items: unknown, around: Around): readonly Answered[] {
  if (!Array.isArray(items)) return [];
  return items.filter(isObject).flatMap((item) => {
    const answers = Array.isArray(item.answer) ? item.answer.filter(isObject) : [];
    const words = answers.flatMap((answer) =>
      Object.entries(answer).flatMap(([key, value]) => (key === 'item' ? [] : said(key, value, around))),
    );
    const question = typeof item.text === 'string' ? item.text : String(item.linkId);
    const within = [item.item, ...answers.map((answer) => answer.item)].flatMap((inner) => answersIn(inner, around));
    return [...(words.length > 0 ? [{ question, answer: words.join('; ') }] : []), ...within];
  });
}

/** What one field says. */
function said(key: string, value: unknown, around: Around): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => said(key, one, around));
  if (typeof value === 'string') return value.trim() === '' || key === 'priority' ? [] : [withName(key, value)];
  if (typeof value === 'number') return [withName(key, String(value))];
  if (typeof value === 'boolean') return saidBoolean(key, value);
  // An address or a number that holds no more.
  if (!isObject(value) || value.use === 'old') return [];
  // A primitive without a value, but with something beside it.
  if (key.startsWith('_')) return wordsInExtensions(value.extension);
  if (key === 'dosageInstruction' || key === 'dosage') return saidDosage(value);
  const beside = wordsInExtensions(value.extension);
  return [...saidObject(key, value, around), ...beside];
}

function saidObject(key: string, value: Json, around: Around): readonly string[] {
  const plain =
    commentIn(key, value) ??
    conceptIn(value, around.briefly) ??
    nameIn(key, value) ??
    quantityIn(value) ??
    periodIn(value) ??
    attachmentIn(value);
  if (plain !== undefined) return plain === '' ? [] : [plain];
  if (typeof value.reference === 'string' || typeof value.display === 'string')
    return [...new Set(linked(value, around))];
  if (typeof value.code === 'string') return [value.code];
  const inner = Object.entries(value).filter(([name]) => !NOT_SAID_WITHIN.has(name));
  const parts = [...notToDo(value), ...inner.flatMap(([name, one]) => said(name === 'text' ? '' : name, one, around))];
  return parts.length > 0 ? [parts.join(': ')] : [];
}

/** An order, or an activity of a plan, may be one not to do something (FHIR R4 `doNotPerform`). */
function notToDo({ doNotPerform }: Json): readonly string[] {
  return doNotPerform === true ? ['do not perform'] : [];
}

function saidDosage(value: Json): readonly string[] {
  const dosage = dosageSchema.safeParse(value);
  const words = dosage.success ? dosageWords(dosage.data) : 'a dose that could not be read';
  return words === '' ? [] : [words];
}

function saidBoolean(key: string, value: boolean): readonly string[] {
  if (key === 'allowedBoolean') return [value ? 'substitution allowed' : 'no substitution'];
  return key.startsWith('value') ? [value ? 'Yes' : 'No'] : [];
}

function withName(key: string, words: string): string {
  const name = Object.keys(NAMED).find((one) => key.startsWith(one));
  return name ? `${NAMED[name]} ${words}` : words;
}

/** What a reference leads to, in its own words; else what it calls it. */
function linked(reference: unknown, around: Around): readonly string[] {
  const parsed = referenceSchema.safeParse(reference);
  if (!parsed.success) return [];
  const resource = around.document.resolve(parsed.data);
  const isPatient = resource?.resourceType === 'Patient';
  const lines =
    resource && !isPatient && around.depth <= DEEPEST ? linesOf(resource, { ...around, depth: around.depth + 1 }) : [];
  return lines.length > 0 ? lines : parsed.data.display ? [parsed.data.display] : [];
}
