import * as z from 'zod/mini';
import {
  ADVANCE_DECISIONS,
  CPR_DISCUSSIONS,
  LEGAL_PROXIES,
  OTHER_DISPLAYS,
  PLACES_OF_DEATH,
  PROGNOSES,
} from '../codes.ts';
import { conceptText, spokenName } from '../concepts.ts';
import type { Resource } from '../fhir-schemas.ts';
import { conceptSchema, humanNameSchema, periodSchema, referenceSchema } from '../fhir-types.ts';
import type { PlanDocument } from './document.ts';
import { wordsInExtensions } from './extensions.ts';
import { forceOf, isEnteredInError } from './in-force.ts';
import { narrativeParagraphs } from './narrative.ts';
import { isRestricted } from './read-patient.ts';

/** What of a resource is for machines, or is said elsewhere: who, when, about whom. */
const NOT_SAID: ReadonlySet<string> = new Set(
  `asserter attester author basedOn category class contained context dateAsserted dateTime date effectiveDateTime
  encounter extension id identifier implicitRules informationSource intent issued language lifecycleStatus linkId
  managingOrganization meta mode modifierExtension patient performer policy policyRule priority questionnaire recorded
  recordedDate recorder replaces requester resourceType scope source sourceReference status subject text use
  clinicalStatus verificationStatus authoredOn authored reported created`
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
const NAMED: Readonly<Record<string, string>> = {
  type: '',
  provision: '',
  onset: 'since',
  dosageInstruction: '',
  dosage: '',
};
/** Lists in lists: a document is no tree of such depth. */
const DEEPEST = 6;

type Around = { readonly document: PlanDocument; readonly restricted: boolean; readonly depth: number };

/**
 * What a resource says by its codes, values and texts, as lines to read: for sections that Planside does not know. The
 * words are those that were sent, none is interpreted; what does not hold (any more) says so.
 */
export function asCoded(document: PlanDocument, resource: Resource): readonly string[] {
  return linesOf(resource, { document, restricted: isRestricted(document), depth: 0 });
}

function linesOf(resource: Resource, around: Around): readonly string[] {
  const { resourceType, item } = resource;
  if (around.depth > DEEPEST || (around.restricted && WHO_KNOWS_WHERE.has(resourceType))) return [];
  if (isEnteredInError(resource)) return [];
  if (resourceType === 'QuestionnaireResponse') return answersIn(item, around);
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
  const status = forceOf(resource) === 'inForce' ? [] : [statusOf(resource)];
  return all.length > 0 ? [[...new Set([...all, ...status])].join('; ')] : [];
}

/** Of what kind something is, in its author's own words; codes of a kind are for machines. */
function ownKinds({ category }: Resource): readonly string[] {
  const kinds = z.array(conceptSchema).safeParse(category);
  return kinds.success ? kinds.data.flatMap(({ coding, text }) => (coding === undefined && text ? [text] : [])) : [];
}

/** A list says its title, and each of its items; one that was taken off says so. */
function listed({ title, note, entry }: Resource, around: Around): readonly string[] {
  const items = (Array.isArray(entry) ? entry : []).filter(isObject);
  return [
    ...said('title', title, around),
    ...items.flatMap(({ item, deleted }) =>
      linked(item, around).map((line) => (deleted === true ? `${line}; taken off this list` : line)),
    ),
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

function statusOf({ status, lifecycleStatus, clinicalStatus, verificationStatus }: Resource): string {
  const words = [status, lifecycleStatus, ...[clinicalStatus, verificationStatus].map(conceptIn)];
  return words.filter((word) => typeof word === 'string').join(', ');
}

/** One line for each answered question: the question, and what was answered. */
function answersIn(items: unknown, around: Around): readonly string[] {
  if (!Array.isArray(items)) return [];
  return items.filter(isObject).flatMap((item) => {
    const answers = Array.isArray(item.answer) ? item.answer.filter(isObject) : [];
    const words = answers.flatMap((answer) =>
      Object.entries(answer).flatMap(([key, value]) => (key === 'item' ? [] : said(key, value, around))),
    );
    const question = typeof item.text === 'string' ? item.text : String(item.linkId);
    const within = [item.item, ...answers.map((answer) => answer.item)].flatMap((inner) => answersIn(inner, around));
    return [...(words.length > 0 ? [`${question}: ${words.join('; ')}`] : []), ...within];
  });
}

/** What one field says. */
function said(key: string, value: unknown, around: Around): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => said(key, one, around));
  if (typeof value === 'string') return value.trim() === '' ? [] : [withName(key, value)];
  if (typeof value === 'number') return [withName(key, String(value))];
  if (typeof value === 'boolean') return saidBoolean(key, value);
  if (!isObject(value)) return [];
  const plain = conceptIn(value) ?? nameIn(key, value) ?? quantityIn(value) ?? periodIn(value);
  if (plain !== undefined) return [plain];
  if (typeof value.reference === 'string' || typeof value.display === 'string')
    return [...new Set(linked(value, around))];
  if (typeof value.code === 'string') return [value.code];
  const inner = Object.entries(value).filter(([name]) => !['system', 'rank', 'use', 'id', 'extension'].includes(name));
  const parts = inner.flatMap(([name, one]) => said(name === 'text' ? '' : name, one, around));
  return parts.length > 0 ? [parts.join(': ')] : [];
}

function saidBoolean(key: string, value: boolean): readonly string[] {
  if (key === 'doNotPerform') return value ? ['do not perform'] : [];
  return key.startsWith('value') ? [value ? 'Yes' : 'No'] : [];
}

function withName(key: string, words: string): string {
  const name = Object.keys(NAMED).find((one) => key.startsWith(one));
  return name && NAMED[name] ? `${NAMED[name]} ${words}` : words;
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

function conceptIn(value: unknown): string | undefined {
  const concept = conceptSchema.safeParse(value);
  if (!concept.success || !isObject(value) || !('coding' in value || 'text' in value)) return codingIn(value);
  const codes = (concept.data.coding ?? []).flatMap(({ code }) => code ?? []);
  const display = concept.data.coding?.find((one) => one.display)?.display;
  const words = [...new Set([display, conceptText(concept.data)])].filter((one) => one !== undefined);
  return words.length > 0 ? words.join(', ') : named(codes[0]);
}

/** Codes that come without their own display, in the words of the facts of the domain. */
const DISPLAYS: Readonly<Record<string, string>> = {
  ...PLACES_OF_DEATH,
  ...ADVANCE_DECISIONS,
  ...LEGAL_PROXIES,
  ...PROGNOSES,
  ...CPR_DISCUSSIONS,
  ...OTHER_DISPLAYS,
};

function named(code: string | undefined): string | undefined {
  return code === undefined ? undefined : (DISPLAYS[code] ?? code);
}

function codingIn(value: unknown): string | undefined {
  if (!isObject(value) || typeof value.code !== 'string' || typeof value.system !== 'string' || 'value' in value)
    return undefined;
  return typeof value.display === 'string' ? value.display : named(value.code);
}

function nameIn(key: string, value: Json): string | undefined {
  const name = key === 'name' ? humanNameSchema.safeParse(value) : null;
  return name?.success ? spokenName([name.data]) : undefined;
}

function quantityIn(value: Json): string | undefined {
  if (typeof value.value !== 'number') return undefined;
  return [value.comparator, value.value, value.unit ?? value.code].filter((part) => part !== undefined).join(' ');
}

function periodIn(value: Json): string | undefined {
  const period = periodSchema.safeParse(value);
  const { start, end } = period.success ? period.data : {};
  const [from, to] = [start?.slice(0, 10), end?.slice(0, 10)];
  if (from && to) return `${from} – ${to}`;
  return from ? `from ${from}` : to && `until ${to}`;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
