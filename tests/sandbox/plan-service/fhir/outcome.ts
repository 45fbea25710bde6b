import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';

export type IssueCode = OperationOutcomeIssue['code'];

/** An OperationOutcome with an error and what else there is to say. `diagnostics` never names a patient. */
export function operationOutcome(
  code: IssueCode,
  diagnostics: string,
  further: readonly OperationOutcomeIssue[] = [],
): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, diagnostics }, ...further] };
}

/** Says whom an emergency access alerts, in words for people. */
export function alertIssue(text: string): OperationOutcomeIssue {
  return { severity: 'information', code: 'informational', details: { text } };
}

/** Thrown anywhere below the FHIR routes; answered with its status and an OperationOutcome. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: IssueCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly further: readonly OperationOutcomeIssue[];

  constructor(
    status: number,
    code: IssueCode,
    diagnostics: string,
    headers: Readonly<Record<string, string>> = {},
    further: readonly OperationOutcomeIssue[] = [],
  ) {
    super(diagnostics);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.further = further;
  }
}

/** 400 with the code that says what is wrong with the request. */
export function notUnderstood(code: IssueCode, diagnostics: string): Refusal {
  return new Refusal(400, code, diagnostics);
}

/** 404: neither says nor implies anything about a patient having a plan. */
export function notFound(what: string): Refusal {
  return new Refusal(404, 'not-found', `No such ${what}`);
}
