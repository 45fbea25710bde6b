import { questionnaireResponseSchema, type Resource } from '../fhir-schemas.ts';
import { conceptSchema, periodSchema } from '../fhir-types.ts';
import type { CprDecision, CprMention, CprStatement } from '../plan.ts';
import { asCoded } from './as-coded.ts';
import { cprAnswers } from './cpr-answers.ts';
import { type CprFinding, cprDiscussion, cprDisplays, cprFindings } from './cpr-carriers.ts';
import { cprMentions, wordsAgainst } from './cpr-in-text.ts';
import { answersToQuestionsOnCpr, observedOnCpr } from './cpr-questions.ts';
import { mentionsCpr } from './cpr-words.ts';
import { mustNotBeUsed, ofType, type PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { leftOver } from './left-over.ts';
import { reportOn, type SectionReport } from './read-section.ts';
import { emptyReason, type SectionContent, sectionContent } from './sections.ts';
import { sourceOf } from './source-of.ts';
import { textWords } from './text-words.ts';

/** Types of resource that may stand in the CPR section. */
const TYPES = [
  'CarePlan',
  'Condition',
  'Consent',
  'Flag',
  'Goal',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
  'ServiceRequest',
];

export type ReadCpr = { readonly cprDecision: CprDecision; readonly report: SectionReport };

/**
 * Reads every statement on CPR in force, wherever in the document and in whatever kind of resource it stands. Nothing is
 * inferred: no statement is “not recorded”, an unknown code is “not understood”, words without a code are shown as
 * words, and statements that differ, in codes or in words, are all kept (S4, S11).
 */
export function readCpr(document: PlanDocument): ReadCpr {
  const section = sectionContent(document, 'cpr', TYPES);
  const isHere = (resource: Resource) => section.resources.includes(resource);
  const said = document.resources.map((resource) => ({
    resource,
    statements: statementsIn(document, resource, isHere(resource)),
  }));
  const coded = said.flatMap(({ statements }) => statements);
  const speaking = new Set(said.flatMap(({ resource, statements }) => (statements.length > 0 ? [resource] : [])));
  const inWords = wordsAgainst(document, coded, speaking);
  const statements = newestFirst([...coded, ...inWords]);
  const discussed = section.resources.flatMap((resource) => cprDiscussion(resource) ?? []);
  // Words without entries are read as words, and everything of them is shown.
  const isWordsOnly = section.resources.length === 0 && section.paragraphs.length > 0 && !section.linkedItemMissing;
  const isOver = statements.length === 0 && section.resources.length > discussed.length;
  const isBroken = document.resources.some((resource) => mayHideDecision(resource, isHere(resource)));
  const damaged = isBroken || isOver || (section.damaged && !isWordsOnly);
  const cprDecision: CprDecision =
    emptyReason(section.section) === 'withheld'
      ? { state: 'hidden' }
      : damaged
        ? { state: 'unreadable' }
        : decided(statements, cprMentions(document));
  const report = reportBeside(document, section, cprDecision, discussed);
  return {
    cprDecision,
    report: {
      ...report,
      damaged: damaged || report.linkedItemMissing,
      contradicts: report.contradicts || inWords.length > 0,
    },
  };
}

/** What has to be said beside the decision: the section's text and whatever else its entries say. */
function reportBeside(
  document: PlanDocument,
  section: SectionContent,
  decision: CprDecision,
  discussed: readonly string[],
): SectionReport {
  const verdict = drawnAs(decision);
  const report = reportOn('cpr', section, {
    damaged: false,
    items: [],
    source: {},
    around: [decision, discussed, verdict],
    itemKind: { isStatement: mentionsCpr },
  });
  const { resources, paragraphs } = section;
  const drawn = [decision, verdict, resources.map(cprDisplays), discussed, paragraphs, report.narrative];
  const lost = decision.state === 'hidden' ? [] : leftOver(document, resources, drawn);
  return { ...report, narrative: withOthers(report, [...discussed, ...lost]) };
}

/** The words of the verdict that is drawn for a decision. */
function drawnAs(decision: CprDecision): readonly string[] {
  const statements =
    'statements' in decision ? decision.statements : 'statement' in decision ? [decision.statement] : [];
  const says = statements.map((statement) => statement.says);
  return [
    ...(says.includes('notForCpr') ? ['Not for CPR'] : []),
    ...(says.includes('modifiedCpr') ? ['Modified CPR (child only)'] : []),
  ];
}

function withOthers({ narrative }: SectionReport, others: readonly string[]): SectionReport['narrative'] {
  const all = [...(narrative ?? []), ...others];
  return all.length > 0 ? all : null;
}

function decided([first, ...others]: readonly CprStatement[], mentions: readonly CprMention[]): CprDecision {
  if (!first) return mentions.length > 0 ? { state: 'inWordsOnly', mentions } : { state: 'notRecorded' };
  const agree = others.every((other) => saysTheSame(first, other));
  return agree ? { state: first.says, statement: first } : { state: 'conflicting', statements: [first, ...others] };
}

/** A resource that may say something on CPR and must not, or cannot, be used. */
function mayHideDecision(resource: Resource, inSection: boolean): boolean {
  if (forceOf(resource) === 'over') return false;
  const mayBeCpr = inSection || cprFindings(resource).length > 0;
  if (mustNotBeUsed(resource)) return mayBeCpr;
  if (resource.resourceType === 'QuestionnaireResponse') {
    return mayBeCpr && !questionnaireResponseSchema.safeParse(resource).success;
  }
  // A Flag says what it says by its code alone.
  return inSection && resource.resourceType === 'Flag' && !conceptSchema.safeParse(resource.code).success;
}

/** What one resource says. In the section, whatever is in force says something on CPR, known or not. */
function statementsIn(document: PlanDocument, resource: Resource, inSection: boolean): readonly CprStatement[] {
  if (mustNotBeUsed(resource) || forceOf(resource) === 'over') return [];
  const source = sourceOf(document, resource);
  const form = ofType([resource], 'QuestionnaireResponse', questionnaireResponseSchema).found[0];
  const answered = form ? cprAnswers(document, form, source) : [];
  if (answered.length > 0) return answered;
  // The end of a flag's period is the day it is to be reviewed (NHS EPaCCS questionnaire).
  const period = periodSchema.safeParse(resource.resourceType === 'Flag' ? resource.period : undefined);
  const due = period.success && period.data.end ? { reviewDue: period.data.end } : {};
  const known = cprFindings(resource);
  const questions = form ? answersToQuestionsOnCpr(form) : observedOnCpr(resource);
  const found = known.length > 0 ? known : questions;
  if (found.length > 0) {
    return found.map((finding) => ({ ...finding, ...sentAs(document, resource, finding), ...due, source }));
  }
  const isSilent = form !== undefined || cprDiscussion(resource) !== null;
  const unknown = { says: 'unknown' } as const;
  return inSection && !isSilent ? [{ ...unknown, ...sentAs(document, resource, unknown), source }] : [];
}

/**
 * What is not understood, as it was sent, whole: “For resuscitation” alone would read as a yes where “No” was the answer
 * to it (S4). Of a form, only the answer that was found.
 */
function sentAs(document: PlanDocument, resource: Resource, { says, sentAs: found = '' }: CprFinding) {
  if (says !== 'unknown') return {};
  const { resourceType, period: _whenAndDue, ...flag } = resource;
  const isForm = resourceType === 'QuestionnaireResponse';
  const sent = resourceType === 'Flag' ? { ...flag, resourceType } : resource;
  const whole = isForm ? '' : asCoded(document, sent).join('; ');
  const words = holds(whole, found) ? whole : holds(found, whole) ? found : `${found}; ${whole}`;
  return words ? { sentAs: words } : {};
}

function holds(text: string, other: string): boolean {
  const words = new Set(textWords(text));
  return textWords(other).every((word) => words.has(word));
}

function saysTheSame(one: CprStatement, other: CprStatement): boolean {
  if (one.says === 'unknown' || one.says !== other.says) return false;
  // What to do in a modified attempt stands in the words, so these must be the same too.
  return one.says !== 'modifiedCpr' || one.words === other.words;
}

function newestFirst(statements: readonly CprStatement[]): readonly CprStatement[] {
  return [...statements].sort((one, other) => (other.source.date ?? '').localeCompare(one.source.date ?? ''));
}
