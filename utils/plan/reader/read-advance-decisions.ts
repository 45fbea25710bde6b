import { ADVANCE_DECISIONS, LEGAL_PROXIES, LINK_IDS } from '../codes.ts';
import { displayAndWords, snomedCodes } from '../concepts.ts';
import { flagSchema, type QuestionnaireResponse, questionnaireResponseSchema, type Resource } from '../fhir-schemas.ts';
import type { AdvanceDecisions, LegalProxy, Refusal } from '../plan.ts';
import { asCoded } from './as-coded.ts';
import { ofType, type PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { hasUnread, isFormInForce, itemsOf, wordsTo } from './questionnaire.ts';
import { type ReadSection, readSection } from './read-section.ts';
import { sourceOf } from './source-of.ts';

/** Decisions to refuse treatment, who may decide for the person, capacity, and who was involved. */
export function readAdvanceDecisions(document: PlanDocument): ReadSection<AdvanceDecisions> {
  return readSection(document, 'advanceDecisions', ['Flag', 'QuestionnaireResponse'], ({ resources }) => {
    const flags = resources.filter(({ resourceType }) => resourceType === 'Flag');
    const inForce = flags.filter((flag) => forceOf(flag) !== 'over');
    const readable = inForce.flatMap((flag) => refusalIn(document, flag));
    const powers = inForce.flatMap(powerIn);
    // A flag that is neither says something all the same.
    const others = inForce.filter((flag) => refusalIn(document, flag).length + powerIn(flag).length === 0);
    const forms = ofType(resources, 'QuestionnaireResponse', questionnaireResponseSchema);
    const items = forms.found.filter(isFormInForce).flatMap(({ item }) => item ?? []);
    const kinds = itemsOf(items, LINK_IDS.proxyKind);
    const statuses = itemsOf(items, LINK_IDS.proxyStatus);
    const asked = kinds.flatMap((_, at) => proxyOf(wordsTo(kinds.slice(at), LINK_IDS.proxyKind), statuses.slice(at)));
    const proxies = [...asked, ...powers];
    const capacity = [wordsTo(items, LINK_IDS.capacity), wordsTo(items, LINK_IDS.capacityWords)]
      .filter((one) => one)
      .join(': ');
    const involved = wordsTo(items, LINK_IDS.involved);
    const value: AdvanceDecisions = {
      refusals: readable,
      proxies,
      ...(capacity ? { capacity } : {}),
      ...(involved ? { involved } : {}),
    };
    const isSaid = readable.length > 0 || proxies.length > 0 || capacity !== '' || involved !== undefined;
    return {
      value: isSaid ? value : null,
      source: sourceOf(document, resources[0]),
      damaged: others.length > 0 || forms.damaged || forms.found.some(isUnread),
      unread: others.flatMap((flag) => asCoded(document, flag)),
      items: [
        ...readable.map(({ says, words }) => ({ name: [says, ...(words ? [words] : [])] })),
        ...proxies.map(({ kind, status }) => ({ name: [kind], details: status ? [status] : [] })),
        ...[capacity, involved].flatMap((one) => (one ? [{ name: [one] }] : [])),
      ],
    };
  });
}

const READ = [
  LINK_IDS.proxyKind,
  LINK_IDS.proxyStatus,
  LINK_IDS.capacity,
  LINK_IDS.capacityWords,
  LINK_IDS.involved,
] as const;

/** Proxies may be several; every other question has one answer. */
function isUnread(form: QuestionnaireResponse): boolean {
  const isProxy = (linkId: string) => linkId === LINK_IDS.proxyKind || linkId === LINK_IDS.proxyStatus;
  const items = form.item ?? [];
  const [proxies, others] = [
    items.filter(({ linkId }) => isProxy(linkId)),
    items.filter(({ linkId }) => !isProxy(linkId)),
  ];
  return isFormInForce(form) && (hasUnread(others, READ) || proxies.some((item) => hasUnread([item], READ)));
}

function refusalIn(document: PlanDocument, resource: Resource): readonly Refusal[] {
  const flag = ofType([resource], 'Flag', flagSchema).found[0];
  const isRefusal = flag && snomedCodes(flag.code).some((code) => code in ADVANCE_DECISIONS);
  const said = isRefusal ? displayAndWords(flag.code, ADVANCE_DECISIONS) : null;
  if (!said) return [];
  return [{ says: said.display, ...(said.words ? { words: said.words } : {}), source: sourceOf(document, resource) }];
}

function powerIn(resource: Resource): readonly LegalProxy[] {
  const flag = ofType([resource], 'Flag', flagSchema).found[0];
  const isPower = flag && snomedCodes(flag.code).some((code) => code in LEGAL_PROXIES);
  const said = isPower ? displayAndWords(flag.code, LEGAL_PROXIES) : null;
  return said ? [{ kind: [said.display, said.words].filter((part) => part).join(': ') }] : [];
}

function proxyOf(kind: string | undefined, statuses: ReturnType<typeof itemsOf>): LegalProxy[] {
  const status = wordsTo(statuses, LINK_IDS.proxyStatus);
  return kind ? [{ kind, ...(status ? { status } : {}) }] : [];
}
