import type { CouldNotCheckCause, LookupFailure } from '../../utils/plan/plan-lookup.ts';
import type { DocumentRefusal } from '../../utils/plan/reader/document.ts';
import type { FhirAnswer } from '../../utils/plan/service/asking.ts';
import { judgeBody } from '../../utils/plan/service/judge.ts';
import { type Finding, fail, notChecked } from './row.ts';

/** What the codes of the product mean at the service, for somebody who can change it. */
const CODES: Readonly<Record<string, string>> = {
  'PLN-NET': 'No connection came about, or it broke off.',
  'PLN-TIMEOUT': 'No answer came in the time Planside waits.',
  'PLN-REDIRECT': 'It answered with a redirect; Planside follows none, so that a token goes nowhere else.',
  'PLN-OTHER-ANSWER':
    'The answer carries another X-Request-ID than the request: it may be somebody else’s, and is not used.',
  'PLN-ORIGIN': 'It leads to another origin than the service’s own, which is not asked.',
  'PLN-HTML': 'A web page came in place of FHIR, as from a sign-in page or a proxy.',
  'PLN-NOT-FHIR': 'The body is no JSON.',
  'PLN-EMPTY': 'The answer is 200 with nothing in it.',
  'PLN-CHARSET': 'The body is not UTF-8.',
  'PLN-BROKEN-OFF': 'The body ended before its announced length.',
  'PLN-CUT-SHORT': 'The JSON ends in the middle.',
  'PLN-TOO-LARGE': 'The body is larger than 5 MB, more than Planside reads.',
  'PLN-TOO-DEEP': 'The JSON is nested deeper than any FHIR resource.',
  'PLN-NOT-SEARCHSET': 'The answer is no Bundle of type “searchset”.',
  'PLN-OUTCOME': 'The searchset holds an OperationOutcome with an error: it has not been answered whole.',
  'PLN-EMPTY-PAGE': 'The searchset announces results that are not in it.',
  'PLN-MISSING-RESULTS': '“total” announces more results than all pages hold.',
  'PLN-TWO-VERSIONS': 'One result came twice with different content.',
  'PLN-PAGES': 'There are more than ten pages for one patient; the links may go round in circles.',
  'PLN-NUMBER-IN-ADDRESS': 'The address of the next page holds the NHS number; Planside does not ask such an address.',
  'PLN-PATIENT-SHAPE': 'The Patient has a field in a shape that FHIR R4 does not know.',
  'PLN-PLAN-SHAPE': 'A Composition lacks something, or has a field in a shape that FHIR R4 does not know.',
  'PLN-POINTER-SHAPE': 'A DocumentReference lacks something, or has a field in a shape that FHIR R4 does not know.',
  'PLN-WRONG-PATIENT': 'What came is about another person than was asked for, or does not say about whom.',
  'PLN-REPLACED': 'The number has been replaced by another; give the new one.',
  'PLN-SEVERAL': 'More than one record answers to the number; Planside shows neither.',
  'PLN-INACTIVE': 'The Patient is not active, or has no id.',
  'PLN-OTHER-TYPES':
    'Only Compositions of other kinds came than were asked for: the parameter “type” was not understood.',
  'PLN-FHIR-VERSION': 'The CapabilityStatement names another FHIR version than 4.0.',
  'PLN-NO-PLANS': 'No plan came, and no valid word that there is none.',
  'PLN-TOO-MANY-PLANS': 'There are more current plans, or stored documents, of one person than can be right.',
  'PLN-NO-DOCUMENT': 'No way leads to a whole document: neither $document, nor a stored Bundle, nor _include.',
  'PLN-NOT-DOCUMENT': 'What came as the document is no FHIR document Bundle.',
  'PLN-NO-NUMBER': 'The Patient in the document has no NHS number.',
  'PLN-MODIFIED': 'The document has a modifierExtension that Planside does not know, and so must not be used.',
  'PLN-OTHER-PLAN': 'The document is of another plan, or of another version, than was found.',
  'PLN-OLD-DOCUMENT': 'The document is older than the plan that was found.',
  'PLN-PART-ONLY': 'The Composition came without its sections, or marked as a part only.',
  'PLN-OTHER-RESOURCE': 'A read of one resource brought another one.',
};

const CAUSES: Partial<Readonly<Record<CouldNotCheckCause, string>>> = {
  serviceDown: 'The service failed.',
  tooMany: 'The service has had too many requests; try again later.',
  notFound: 'The service knows no such thing.',
  refusedRequest: 'The service does not take the request.',
};

/** Why something came to nothing, in one sentence. */
export function sayFailure(failure: LookupFailure): string {
  if (failure.kind === 'signedOut') return 'It answered 401: the access token is not accepted.';
  if (failure.kind === 'reasonNeeded') {
    return 'The service asks this account for a reason first; use a patient whom the account may see without one.';
  }
  if (failure.kind === 'accessRefused') {
    return failure.why === 'patient'
      ? 'The service says that this patient does not share the plan; use another patient.'
      : 'The service does not let this account see this patient; use another account or another patient.';
  }
  const status = /^PLN-(\d{3})$/.exec(failure.code)?.[1];
  const means = CODES[failure.code] ?? CAUSES[failure.cause] ?? 'The answer is not what was asked for.';
  return status ? `It answered ${status}. ${means}` : `${means.replace(/\.$/, '')} (${failure.code}).`;
}

/** Whether the service keeps this account from this patient, which it may. */
export function isRightful({ kind }: LookupFailure): boolean {
  return kind === 'reasonNeeded' || kind === 'accessRefused';
}

/** A row that ended in a failure: where the service does what it may, nothing has been shown. */
export function failureFinding(failure: LookupFailure): Finding {
  return isRightful(failure) ? notChecked(sayFailure(failure)) : fail(sayFailure(failure));
}

/** What each refusal of the reader means at the service. */
export const REFUSALS: Readonly<Record<DocumentRefusal, string>> = {
  notADocument: 'it is no FHIR document Bundle as docs/plan-service.md has it',
  wrongPatient: 'something in it is about somebody else, or is not said to be about this patient',
  noNhsNumber: 'its Patient holds no NHS number',
  replacedNumber: 'its Patient is not active, or has been replaced by another record',
  notUnderstood: 'its Composition or Patient has a modifierExtension, which forbids use by whoever does not know it',
  enteredInError: 'its Composition is entered in error',
  revoked: 'its Composition is revoked',
};

/** Why an answer is not what can be judged further, in one sentence; `null` for a 200 with a body. */
export function sayAnswer(answer: FhirAnswer): string | null {
  const judged = judgeBody(answer);
  return judged.ok ? null : sayFailure(judged.failure);
}

/** Three places, and how many more. */
export function listed(places: readonly string[]): string {
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return `${places.slice(0, 3).join(', ')}${more}`;
}
