import type { Section } from '../fhir-schemas.ts';
import { type CprMention, type CprStatement, SECTION_TITLES } from '../plan.ts';
import { contradicts, mentionsCpr } from './cpr-words.ts';
import type { PlanDocument } from './document.ts';
import { narrativeParagraphs } from './narrative.ts';
import { emptyReason, sectionKey, sectionsIn, titleOf } from './sections.ts';
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

/** One piece of text, and the section it stands in. */
type Piece = { readonly section: string; readonly words: string; readonly isCpr: boolean };

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
  const texts = textsIn(document).filter(({ words }) => contradicts(words, decision));
  const known = new Set(own.map(({ words }) => words));
  const others = texts.filter(({ words }) => !known.has(words));
  return [...own, ...others.map(({ words }) => ({ says: opposite, inWords: true, words, source: {} }) as const)];
}

/** Every text of the plan that is about CPR; in the section on CPR, every text. */
export function cprMentions(document: PlanDocument): readonly CprMention[] {
  return textsIn(document)
    .filter(({ words, isCpr }) => isCpr || mentionsCpr(words))
    .map(({ section, words }) => ({ section, words }));
}

function textsIn(document: PlanDocument): readonly Piece[] {
  const sections = sectionsIn(document.composition.section);
  const linked = new Set(sections.flatMap(({ entry }) => (entry ?? []).map(document.resolve)));
  const outside = document.resources.filter(
    (resource) => PLAN_CONTENT.has(resource.resourceType) && !linked.has(resource),
  );
  const inSight = sections.filter((section) => emptyReason(section) !== 'withheld');
  return [
    ...inSight.flatMap((section) => textsOf(document, section)),
    ...outside.flatMap(wordsIn).map((words) => ({ section: OUTSIDE, words, isCpr: false })),
  ];
}

function textsOf({ resolve }: PlanDocument, section: Section): readonly Piece[] {
  const isCpr = sectionKey(section) === 'cpr';
  const named = { section: isCpr ? SECTION_TITLES.cpr : titleOf(section), isCpr };
  const written = paragraphsOf(section);
  // The entries of the section on CPR are read by their codes; elsewhere their words count where nobody wrote a text.
  const linked = (section.entry ?? []).flatMap((entry) => resolve(entry) ?? []);
  const inEntries = isCpr || written.length > 0 ? [] : linked.flatMap(wordsIn);
  // On CPR itself one paragraph may restrict another, so they are one text.
  const texts = isCpr && written.length > 0 ? [written.join('\n')] : [...written, ...inEntries];
  return texts.map((words) => ({ ...named, words }));
}

/** The author's text; where the section is stated to be empty, nothing. */
function paragraphsOf(section: Section): readonly string[] {
  return emptyReason(section) === undefined ? narrativeParagraphs(section.text?.div ?? '') : [];
}
