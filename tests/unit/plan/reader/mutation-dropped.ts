import { type Plan, SECTION_TITLES } from '../../../../utils/plan/plan.ts';
import { type Fact, factsOf, TOLD_OF } from './facts.ts';
import { at, itemsOf, type Path } from './mutate.ts';

/** A document as it was before anything was done to it, and what was read from it. */
export type Original = {
  readonly name: string;
  readonly document: unknown;
  readonly nhsNumber: string;
  /** `null`: the document is refused as it is. */
  readonly plan: Plan | null;
  readonly facts: readonly Fact[];
};

/** A document to which one thing was done; `illegal`: what FHIR does not allow. */
export type Mutant = { readonly document: unknown; readonly path: Path; readonly illegal: boolean };

const CPR = SECTION_TITLES.cpr;

/** Of a restricted person the author's text on these is kept from view, wherever it may say where they are. */
const WITHHELD: ReadonlySet<string> = new Set([
  SECTION_TITLES.contacts,
  SECTION_TITLES.placeOfCare,
  SECTION_TITLES.placeOfDeath,
  SECTION_TITLES.alerts,
  SECTION_TITLES.anticipatoryMedicines,
]);

/**
 * S4 S11: whatever was said is still said, as an entry or in the author's own text; or its section is named as damaged,
 * missing something or contradictory; or what was done to the document took the words out of the section. What cannot
 * be FHIR must be named, whatever the author's text says.
 */
export function dropped({ facts, document }: Original, mutant: Mutant, plan: Plan): readonly string[] {
  const now = factsOf(plan);
  const still = new Set(now.map(({ part, words }) => `${part}|${words}`));
  const isSaid = ({ part, words }: Fact) =>
    still.has(`${part}|${words}`) || now.some((one) => one.part === part && holds(one.words, words));
  // A code says the same without its display, in Planside's own words.
  const display = mutant.path.at(-1) === 'display' ? at(document, ...mutant.path) : undefined;
  return facts
    .filter((fact) => fact.words !== display && !isSaid(fact))
    .filter((fact) => {
      const sections = sectionsOf(fact, document, mutant);
      const titles = [fact.part, ...sections.map((section) => String(at(section, 'title')))];
      return (
        sections.some((section) => stands(fact, section)) &&
        !isNamed(fact, titles, plan) &&
        (mutant.illegal || !isWritten(fact, titles, plan))
      );
    })
    .map(({ part, what, words }) => `dropped: ${part}, ${what}: ${words}`);
}

/** The sections of a mutant that are, or before the change were, the one a fact belongs to. */
function sectionsOf({ part }: Fact, document: unknown, { document: changed, path }: Mutant): readonly unknown[] {
  const all = itemsOf(at(changed, 'entry', 0, 'resource', 'section'));
  const titled = all.filter((section) => folded(String(at(section, 'title'))) === folded(part));
  const place = Number(path[4]);
  const isRetitled = path[3] === 'section' && path[5] === 'title' && at(document, ...path) === part;
  return isRetitled ? [...titled, all[place]] : titled;
}

function isNamed({ part, words }: Fact, titles: readonly string[], plan: Plan): boolean {
  if (plan.patient.restricted && WITHHELD.has(part)) return true;
  const named = new Set([...plan.unreadable, ...plan.linkedItemMissing, ...plan.contradictions].map(folded));
  const states = (TOLD_OF[part] ?? []).map((fact) => at(plan[fact], 'state'));
  return (
    (part === CPR && isLoud(words, plan)) ||
    titles.some((title) => named.has(folded(title))) ||
    states.some((state) => state === 'unreadable' || state === 'hidden')
  );
}

/** Whether the answer on CPR itself says that something is wrong, or shows the words. */
function isLoud(words: string, { cprDecision }: Plan): boolean {
  if (cprDecision.state === 'inWordsOnly') return cprDecision.mentions.some((mention) => holds(mention.words, words));
  return ['conflicting', 'unknown', 'hidden', 'unreadable'].includes(cprDecision.state);
}

/** Whether the author's own text of the section is shown with these words in it. */
function isWritten(fact: Fact, titles: readonly string[], plan: Plan): boolean {
  const own = Object.entries(plan.narratives).filter(([key]) => titles.includes(String(at(SECTION_TITLES, key))));
  const shown = [...own.map(([, paragraphs]) => paragraphs), ...plan.otherSections.map(({ paragraphs }) => paragraphs)];
  return shown.some((paragraphs) => holds(paragraphs.join(' '), asWritten(fact)));
}

/** Whether the words of a fact stand in a section's text. */
function stands(fact: Fact, section: unknown): boolean {
  const text = String(at(section, 'text', 'div') ?? '').replace(/<[^>]*>/g, ' ');
  return holds(unescaped(text), asWritten(fact));
}

/** How the author has written a fact. */
function asWritten({ what, words }: Fact): string {
  return what === 'decision' ? (DECISIONS[words] ?? words) : words;
}

/** How the sandbox writes a decision. */
const DECISIONS: Readonly<Record<string, string>> = {
  notForCpr: 'Not for CPR:',
  forCpr: 'For CPR:',
  modifiedCpr: 'Modified CPR (child only):',
};

function unescaped(text: string): string {
  const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"' };
  const plain = Object.entries(signs).reduce((inner, [entity, sign]) => inner.replaceAll(entity, sign), text);
  return plain.replaceAll('&amp;', '&');
}

/** Words alone, between spaces, in small letters. */
export function folded(text: string): string {
  const words = text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return ` ${words.trim()} `;
}

function holds(text: string, words: string): boolean {
  return folded(text).includes(folded(words));
}
