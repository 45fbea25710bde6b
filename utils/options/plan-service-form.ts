import { type PlanServiceSettings, parseSettings } from '../settings.ts';
import { listed, parseAddress } from './web-address.ts';

/** The plan service as it stands in the form: text only, right or wrong. */
export type TypedPlanService = {
  readonly name: string;
  readonly fhirBase: string;
  readonly clientId: string;
  /** One address on each line. */
  readonly signInOrigins: string;
};

/** One sentence for each field that is wrong. */
export type WrongPlanService = { readonly [field in keyof TypedPlanService]?: string };

const SENTENCES: Required<WrongPlanService> = {
  name: 'Enter the name of the plan service, in up to 60 characters.',
  fhirBase:
    'Enter the whole FHIR address, beginning with https:// and without ? or #, for example https://plans.example.org/fhir.',
  clientId: 'Enter the client ID that the plan service gave to Planside.',
  signInOrigins: 'Enter each sign-in address in full, beginning with https://, one on each line.',
};

/** What the form shows for the plan service in the settings, or for none. */
export function typedPlanService(planService: PlanServiceSettings | undefined): TypedPlanService {
  return {
    name: planService?.name ?? '',
    fhirBase: planService?.fhirBase ?? '',
    clientId: planService?.clientId ?? '',
    signInOrigins: planService?.signInOrigins.join('\n') ?? '',
  };
}

/**
 * Reads the plan service from the form. What the form does not show (the scopes) stays as it was.
 *
 * @returns the plan service, or one sentence for each field that is wrong
 */
export function readPlanServiceForm(
  typed: TypedPlanService,
  before: PlanServiceSettings | undefined,
): { readonly planService: PlanServiceSettings } | { readonly wrong: WrongPlanService } {
  const base = parseAddress(typed.fhirBase);
  const signIn = listed(typed.signInOrigins).map(parseAddress);
  const parsed = parseSettings({
    planService: {
      name: typed.name.trim(),
      fhirBase: base && base.search + base.hash === '' ? base.href.replace(/\/+$/, '') : '',
      clientId: typed.clientId.trim(),
      signInOrigins: [...new Set(signIn.map((address) => address?.origin ?? ''))],
      ...(before ? { scopes: before.scopes } : {}),
    },
  });
  if (!parsed.ok) return { wrong: sentencesFor(parsed.faults) };
  const { planService } = parsed.settings;
  if (!planService) throw new Error('Settings that were just made hold no plan service');
  return { planService };
}

function sentencesFor(faults: readonly string[]): WrongPlanService {
  const isWrong = (field: string) => faults.some((fault) => fault.startsWith(`planService.${field}`));
  return Object.fromEntries(Object.entries(SENTENCES).filter(([field]) => isWrong(field)));
}
