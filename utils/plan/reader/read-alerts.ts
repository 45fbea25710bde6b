import { LINK_IDS } from '../codes.ts';
import { conceptText } from '../concepts.ts';
import { flagSchema, questionnaireResponseSchema } from '../fhir-schemas.ts';
import type { Alerts, OtherDocument } from '../plan.ts';
import { ofType, type PlanDocument } from './document.ts';
import { forceOf } from './in-force.ts';
import { hasUnread, isFormInForce, itemsOf, wordsTo } from './questionnaire.ts';
import { type ReadSection, readSection } from './read-section.ts';
import { sourceOf } from './source-of.ts';

/** Alerts, and how to get in. Hidden for a restricted patient: it gives the address away. */
export function readAlerts(document: PlanDocument, restricted: boolean): ReadSection<Alerts> {
  const read = readSection<Alerts>(document, 'alerts', ['Flag', 'QuestionnaireResponse'], ({ resources }) => {
    const current = resources.filter((resource) => forceOf(resource) !== 'over');
    const flags = ofType(current, 'Flag', flagSchema);
    const forms = ofType(resources, 'QuestionnaireResponse', questionnaireResponseSchema);
    const items = forms.found.filter(isFormInForce).flatMap(({ item }) => item ?? []);
    const alerts = flags.found.map(({ code }) => conceptText(code) ?? '');
    const named = alerts.filter((alert) => alert !== '');
    const access = wordsTo(items, LINK_IDS.access);
    return {
      value: named.length > 0 || access ? { alerts: named, ...(access ? { access } : {}) } : null,
      source: sourceOf(document, resources[0]),
      damaged: flags.damaged || forms.damaged || named.length < alerts.length || hasUnread(items, [LINK_IDS.access]),
      items: [...named, ...(access ? [access] : [])].map((item) => ({ name: [item] })),
    };
  });
  const isFilled = read.told.state !== 'notRecorded' && read.told.state !== 'statedNone';
  if (!restricted || !isFilled || read.told.state === 'hidden') return read;
  return { told: { state: 'hidden', why: 'restricted' }, report: { ...read.report, narrative: null } };
}

const DOCUMENT = [LINK_IDS.documentName, LINK_IDS.documentPlace, LINK_IDS.documentHolder];

/** Forms and papers that lie elsewhere: what, where, whose. */
export function readOtherDocuments(document: PlanDocument): ReadSection<readonly OtherDocument[]> {
  return readSection(document, 'otherDocuments', ['QuestionnaireResponse'], ({ resources }) => {
    const forms = ofType(resources, 'QuestionnaireResponse', questionnaireResponseSchema);
    const items = forms.found.filter(isFormInForce).flatMap(({ item }) => item ?? []);
    const groups = itemsOf(items, LINK_IDS.documents);
    const isUnread = items.some((item) => hasUnread(item.linkId === LINK_IDS.documents ? item.item : [item], DOCUMENT));
    const documents = groups.map(({ item }) => {
      const location = wordsTo(item, LINK_IDS.documentPlace);
      const heldBy = wordsTo(item, LINK_IDS.documentHolder);
      const name = wordsTo(item, LINK_IDS.documentName) ?? '';
      return { name, ...(location ? { location } : {}), ...(heldBy ? { heldBy } : {}) };
    });
    const named = documents.filter(({ name }) => name !== '');
    return {
      value: named.length > 0 ? named : null,
      source: sourceOf(document, resources[0]),
      damaged: forms.damaged || named.length < documents.length || isUnread,
      items: named.map(({ name, location, heldBy }) => ({
        name: [name],
        details: [location, heldBy].flatMap((one) => (one ? [one] : [])),
      })),
    };
  });
}
