import type { Resource, Section } from '../fhir-schemas.ts';
import { type CprMention, type CprStatement, SECTION_TITLES } from '../plan.ts';
import { asCoded } from './as-coded.ts';
import { contradicts, mentionsCpr } from './cpr-words.ts';
import type { PlanDocument } from './document.ts';
import { narrativeParagraphs } from './narrative.ts';
import { emptyReason, sectionKey, sectionsIn, titleOf } from './sections.ts';
import { textWords } from './text-words.ts';
import { wordsIn } from './words-in.ts';

/** What a plan is made of, also where no section names it. */
const PLAN_CONTENT: ReadonlySet<string> = new Set([
  'CarePlan',
  'Condition',
  'Consent',
  'Flag',
  'Goal',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
  'ServiceRequest',
]);
const OUTSIDE = 'Outside the sections';
const WHO_AND_WHERE: ReadonlySet<string> = new Set([
  'CareTeam',
  'Composition',
  'Device',
  'HealthcareService',
  'Location',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Provenance',
  'RelatedPerson',
]);

/**
 * Where the plan's text says the opposite of what its codes say on CPR: one statement for each such text, in its own
 * words. Nothing to say where the codes themselves already disagree or are not understood.
 */
export function wordsAgainst(document: PlanDocument, coded: readonly CprStatement[]): readonly CprStatement[] {
  const says = new Set(coded.map((statement) => statement.says));
  const [decision] = says;
  if (says.size !== 1 || (decision !== 'forCpr' && decision !== 'notForCpr')) return [];
  const opposite = decision === 'forCpr' ? 'notForCpr' : 'forCpr';
  const own = coded.flatMap(({ words, source }) =>
    words && contradicts(words, decision) ? [{ says: opposite, inWords: true, words, source } as const] : [],
  );
  const texts = textsIn(document).filter((words) => contradicts(words, decision));
  const known = new Set(own.map(({ words }) => words));
  const others = texts.filter((words) => !known.has(words));
  return [...own, ...others.map((words) => ({ says: opposite, inWords: true, words, source: {} }) as const)];
}

/**
 * Every text of the plan that is about CPR, in the section on CPR every text; and every entry that is about CPR, as it
 * was sent, whole: its words alone would lose a “do not perform”.
 */
export function cprMentions(document: PlanDocument): readonly CprMention[] {
  const linked = linkedIn(document);
  const outside = document.resources.filter((resource) => !linked.has(resource) && !isAboutWhoAndWhere(resource));
  return [
    ...inSightOf(document).flatMap((section) => [...writtenOn(section), ...entriesOn(document, section)]),
    ...outside.flatMap((resource) => linesOn(document, resource)).map((words) => ({ section: OUTSIDE, words })),
  ];
}

function writtenOn(section: Section): readonly CprMention[] {
  return writtenIn(section)
    .filter((words) => isOnCpr(section) || mentionsCpr(words))
    .map((words) => ({ section: nameOf(section), words }));
}

/** What entries say that the text beside them does not. In the section on CPR they are read by their codes. */
function entriesOn(document: PlanDocument, section: Section): readonly CprMention[] {
  if (isOnCpr(section)) return [];
  const known = new Set(textWords(writtenIn(section).join('\n')));
  const linked = (section.entry ?? []).flatMap((entry) => document.resolve(entry) ?? []);
  return linked
    .flatMap((resource) => linesOn(document, resource))
    .filter((line) => !textWords(line).every((word) => known.has(word)))
    .map((words) => ({ section: nameOf(section), words }));
}

function linesOn(document: PlanDocument, resource: Resource): readonly string[] {
  return asCoded(document, resource).filter(mentionsCpr);
}

/** Who, where and what with: nothing of a plan's content. */
function isAboutWhoAndWhere({ resourceType }: Resource): boolean {
  return WHO_AND_WHERE.has(resourceType);
}

function inSightOf({ composition }: PlanDocument): readonly Section[] {
  return sectionsIn(composition.section).filter((section) => emptyReason(section) !== 'withheld');
}

/** What any section names, also one that is withheld: its entries are not to be seen in another place. */
function linkedIn({ composition, resolve }: PlanDocument): ReadonlySet<Resource | undefined> {
  return new Set(sectionsIn(composition.section).flatMap(({ entry }) => (entry ?? []).map(resolve)));
}

function textsIn(document: PlanDocument): readonly string[] {
  const linked = linkedIn(document);
  const outside = document.resources.filter(
    (resource) => PLAN_CONTENT.has(resource.resourceType) && !linked.has(resource),
  );
  return [...inSightOf(document).flatMap((section) => textsOf(document, section)), ...outside.flatMap(wordsIn)];
}

/** The entries of the section on CPR are read by their codes; elsewhere their words count where nobody wrote a text. */
function textsOf({ resolve }: PlanDocument, section: Section): readonly string[] {
  const written = writtenIn(section);
  if (isOnCpr(section) || written.length > 0) return written;
  return (section.entry ?? []).flatMap((entry) => resolve(entry) ?? []).flatMap(wordsIn);
}

/** The author's text; where the section is stated to be empty, nothing. */
function writtenIn(section: Section): readonly string[] {
  const paragraphs = emptyReason(section) === undefined ? narrativeParagraphs(section.text?.div ?? '') : [];
  // On CPR itself one paragraph may restrict another, so they are one text.
  return isOnCpr(section) && paragraphs.length > 0 ? [paragraphs.join('\n')] : paragraphs;
}

function isOnCpr(section: Section): boolean {
  return sectionKey(section) === 'cpr';
}

function nameOf(section: Section): string {
  return isOnCpr(section) ? SECTION_TITLES.cpr : titleOf(section);
}
