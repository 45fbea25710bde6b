import { CPR_DISCUSSIONS, CPR_TOPICS, FOR_CPR, NOT_FOR_CPR, SNOMED } from '../codes.ts';
import type { Resource } from '../fhir-schemas.ts';
import { type Concept, codingSchema, conceptSchema } from '../fhir-types.ts';
import { contradicts, saysCpr } from './cpr-words.ts';
import { forceOf } from './in-force.ts';

/**
 * The places in which resources of the wild say what was decided on CPR: a flag, a consent, an order, a finding, an
 * answer, a plan, a goal (docs/plan-service.md). A code on CPR anywhere else is not understood, and said to be there.
 */
const CARRIERS: Readonly<Record<string, readonly string[]>> = {
  Flag: ['code'],
  Consent: ['provision.code', 'provision.provision.code'],
  ServiceRequest: ['code', 'orderDetail'],
  Observation: ['valueCodeableConcept', 'code', 'component.valueCodeableConcept', 'component.code'],
  Condition: ['code'],
  QuestionnaireResponse: ['answer'],
  CarePlan: ['activity.detail.code', 'category'],
  Goal: ['description'],
};

/** What these say is about somebody else. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set(['FamilyMemberHistory']);

type Json = Readonly<Record<string, unknown>>;

export type CprMeaning = 'forCpr' | 'notForCpr' | 'unknown';

/** What one place of a resource says on CPR. */
export type CprFinding = { readonly says: CprMeaning; readonly words?: string; readonly sentAs?: string };

/** What a code says on CPR; `null` if it says nothing on it; `unknown` if its codes contradict each other. */
export function cprMeaning({ coding = [] }: Concept): CprMeaning | null {
  const codes = coding.flatMap(({ system, code }) => (system === SNOMED && code ? [code] : []));
  const [isFor, isNot] = [codes.some((one) => FOR_CPR.has(one)), codes.some((one) => NOT_FOR_CPR.has(one))];
  if (isFor && isNot) return 'unknown';
  const meaning = isFor ? 'forCpr' : isNot ? 'notForCpr' : null;
  // A display that says the opposite of its code: one of the two is a slip, and nobody here can tell which.
  const isDenied = meaning !== null && coding.some(({ display }) => display && contradicts(display, meaning));
  return isDenied ? 'unknown' : meaning;
}

/**
 * Everything a resource says on CPR by codes, wherever in it they stand. What is denied, refused, in doubt, or in a
 * place that is none of the carriers is `unknown`: nothing on CPR is dropped, and nothing is guessed (S4, S11).
 */
export function cprFindings(resource: Resource): readonly CprFinding[] {
  if (forceOf(resource) === 'over' || ABOUT_OTHERS.has(resource.resourceType)) return [];
  const decisions: CprFinding[] = [];
  const topics: CprFinding[] = [];
  for (const { concept, path, above } of codesIn(resource)) {
    const meaning = cprMeaning(concept);
    const unknown = { says: 'unknown', ...sentAs(resource, concept, above, meaning) } as const;
    if (meaning !== null) decisions.push(isPlain(resource, path, above) ? finding(concept, meaning, unknown) : unknown);
    else if (isTopic(resource, concept) || isTopicTurnedRound(concept, path, above)) topics.push(unknown);
  }
  // A topic beside a decision is only its heading.
  return decisions.length > 0 ? decisions : topics.slice(0, 1);
}

/** Whether a code is about CPR, though it is none of the decisions: by itself, or by the display that was sent with it. */
function isTopic({ resourceType }: Resource, { coding = [] }: Concept): boolean {
  // In a Composition such a code is the heading of a section; a Procedure tells what was done, not what is to be done.
  if (resourceType === 'Composition' || resourceType === 'Procedure') return false;
  return coding.some(
    ({ system, code, display = '' }) =>
      CPR_TOPICS.has(`${system}|${code}`) || (saysCpr(display) && !isDiscussion(code)),
  );
}

/** Words on CPR with something beside them that turns them round, which no reading of the words would notice. */
function isTopicTurnedRound({ text = '' }: Concept, path: readonly string[], above: readonly Json[]): boolean {
  return saysCpr(text) && path.at(-1) !== 'note' && above.some(isTurnedRound);
}

function isDiscussion(code: string | undefined): boolean {
  return code !== undefined && code in CPR_DISCUSSIONS;
}

function finding({ text }: Concept, meaning: CprMeaning, unknown: CprFinding): CprFinding {
  return meaning === 'unknown' ? unknown : { says: meaning, ...(text ? { words: text } : {}) };
}

/** Whether a code stands where decisions are carried, with nothing around it that turns it round. */
function isPlain(resource: Resource, path: readonly string[], above: readonly Json[]): boolean {
  const place = resource.resourceType === 'QuestionnaireResponse' ? path.at(-2) : path.join('.');
  const carriers = CARRIERS[resource.resourceType] ?? [];
  return forceOf(resource) === 'inForce' && carriers.includes(place ?? '') && !above.some(isTurnedRound);
}

/** “Do not perform”, “deny”, “false”: turns what a code says round, or may. */
function isTurnedRound(object: Json): boolean {
  const { doNotPerform, type, valueBoolean, dataAbsentReason, modifierExtension } = object;
  return (
    doNotPerform === true ||
    type === 'deny' ||
    valueBoolean === false ||
    dataAbsentReason !== undefined ||
    modifierExtension !== undefined
  );
}

/** The words of a code, of the question it answers, and of what may turn it round. */
function sentAs(
  resource: Resource,
  { coding = [], text }: Concept,
  above: readonly Json[],
  meaning: CprMeaning | null,
): { readonly sentAs?: string } {
  const question = above.findLast((object) => typeof object.linkId === 'string')?.text;
  const { status } = resource;
  const own = [...coding.flatMap(({ display, code }) => display ?? (text ? [] : (code ?? []))), text];
  const parts = [
    question,
    [...new Set(own)].filter((part) => part).join(', '),
    meaning === 'unknown' ? 'its codes and words disagree' : undefined,
    forceOf(resource) === 'doubtful' ? status : undefined,
  ];
  const words = parts.filter((part) => typeof part === 'string' && part !== '').join(': ');
  return words ? { sentAs: words } : {};
}

/** The displays of the codes by which a resource says what was decided: the verdict says it in their place. */
export function cprDisplays(resource: Resource): readonly string[] {
  return codesIn(resource).flatMap(({ concept: { coding = [], ...rest } }) =>
    cprMeaning({ coding, ...rest }) === null ? [] : coding.flatMap(({ display }) => display ?? []),
  );
}

/** A code in a resource, the fields that lead to it, and the objects it stands in. */
type Coded = { readonly concept: Concept; readonly path: readonly string[]; readonly above: readonly Json[] };

/** Every CodeableConcept and Coding of a resource. */
function codesIn(value: unknown, path: readonly string[] = [], above: readonly Json[] = []): readonly Coded[] {
  if (Array.isArray(value)) return value.flatMap((one) => codesIn(one, path, above));
  if (!isObject(value)) return [];
  if (Array.isArray(value.coding) || isWordsAlone(value)) {
    const concept = conceptSchema.safeParse(value);
    if (concept.success) return [{ concept: concept.data, path, above }];
  }
  if (typeof value.system === 'string' && typeof value.code === 'string') {
    const coding = codingSchema.safeParse(value);
    if (coding.success) return [{ concept: { coding: [coding.data] }, path, above }];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && key !== 'contained' ? codesIn(inner, [...path, key], [...above, value]) : [],
  );
}

/** A concept without any code; a question of a form has a text too. */
function isWordsAlone({ text, linkId }: Json): boolean {
  return typeof text === 'string' && linkId === undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** Whether a resource says only that CPR was talked about, or with whom: the display to show; `null`: it does not. */
export function cprDiscussion(resource: Resource): string | null {
  const concept = conceptSchema.safeParse(resource.code);
  const codes = concept.success ? (concept.data.coding ?? []) : [];
  const known = codes.find(({ system, code }) => system === SNOMED && code !== undefined && code in CPR_DISCUSSIONS);
  return known?.code ? (known.display ?? CPR_DISCUSSIONS[known.code] ?? null) : null;
}
