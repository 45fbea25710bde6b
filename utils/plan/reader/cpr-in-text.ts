import type { Resource, Section } from '../fhir-schemas.ts';
import { type CprMention, type CprStatement, SECTION_TITLES } from '../plan.ts';
import { asCoded } from './as-coded.ts';
import { contradicts, mentionsCpr } from './cpr-words.ts';
import type { PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { narrativeParagraphs } from './narrative.ts';
import { isContent, OUTSIDE, wordsOutside } from './read-outside.ts';
import { emptyReason, sectionKey, sectionsIn, titleOf } from './sections.ts';
import { textWords } from './text-words.ts';

/**
 * Where the plan's text says the opposite of what its codes say on CPR: one statement for each such text, in its own
 * words. Nothing to say where the codes themselves already disagree or are not understood.
 *
 * @param speaking the resources that said it in codes; what does not hold any more contradicts nothing
 */
export function wordsAgainst(
  document: PlanDocument,
  coded: readonly CprStatement[],
  speaking: ReadonlySet<Resource>,
): readonly CprStatement[] {
  const says = new Set(coded.map((statement) => statement.says));
  const [decision] = says;
  if (says.size !== 1 || (decision !== 'forCpr' && decision !== 'notForCpr')) return [];
  const opposite = decision === 'forCpr' ? 'notForCpr' : 'forCpr';
  const own = coded.flatMap(({ words, source }) =>
    words && contradicts(words, decision) ? [{ says: opposite, inWords: true, words, source } as const] : [],
  );
  const isHeard = (resource: Resource) => !speaking.has(resource) && forceOf(resource) !== 'over';
  const texts = cprMentions(document, isHeard).map(({ words }) => words);
  const known = new Set(own.map(({ words }) => words));
  const others = texts.filter((words) => contradicts(words, decision) && !known.has(words));
  return [...own, ...others.map((words) => ({ says: opposite, inWords: true, words, source: {} }) as const)];
}

/**
 * Every text of the plan that is about CPR, in the section on CPR every text; and every entry that is about CPR, as it
 * was sent, whole: its words alone would lose a “do not perform”.
 */
export function cprMentions(
  document: PlanDocument,
  isHeard: (resource: Resource) => boolean = () => true,
): readonly CprMention[] {
  const linked = linkedIn(document);
  const outside = document.resources.filter((resource) => !linked.has(resource) && isContent(resource));
  const saidOutside = [
    ...wordsOutside(document).filter(mentionsCpr),
    ...outside.filter(isHeard).flatMap((resource) => linesOn(document, resource)),
  ];
  return [
    ...inSightOf(document).flatMap((section) => [...writtenOn(section), ...entriesOn(document, section, isHeard)]),
    ...saidOutside.map((words) => ({ section: OUTSIDE, words })),
  ];
}

function writtenOn(section: Section): readonly CprMention[] {
  return writtenIn(section)
    .filter((words) => isOnCpr(section) || mentionsCpr(words))
    .map((words) => ({ section: nameOf(section), words }));
}

/** What entries say that the text beside them does not. In the section on CPR they are read by their codes. */
function entriesOn(
  document: PlanDocument,
  section: Section,
  isHeard: (resource: Resource) => boolean,
): readonly CprMention[] {
  if (isOnCpr(section)) return [];
  const known = new Set(textWords(writtenIn(section).join('\n')));
  const linked = (section.entry ?? []).flatMap((entry) => document.resolve(entry) ?? []);
  return linked
    .filter(isHeard)
    .flatMap((resource) => linesOn(document, resource))
    .filter((line) => !textWords(line).every((word) => known.has(word)))
    .map((words) => ({ section: nameOf(section), words }));
}

function linesOn(document: PlanDocument, resource: Resource): readonly string[] {
  return asCoded(document, resource).filter(mentionsCpr);
}

function inSightOf({ composition }: PlanDocument): readonly Section[] {
  return sectionsIn(composition.section).filter((section) => emptyReason(section) !== 'withheld');
}

/** What any section names, also one that is withheld: its entries are not to be seen in another place. */
function linkedIn({ composition, resolve }: PlanDocument): ReadonlySet<Resource | undefined> {
  return new Set(sectionsIn(composition.section).flatMap(({ entry }) => (entry ?? []).map(resolve)));
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
