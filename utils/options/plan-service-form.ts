import { type PlanServiceSettings, parseSettings } from '../settings/settings.ts';
import { listed, parseAddress } from './web-address.ts';

/** The plan service as it stands in the form: text only, right or wrong. */
export type TypedPlanService = {
  readonly name: string;
  readonly fhirBase: string;
  readonly clientId: string;
  /** One address on each line. */
  readonly signInOrigins: string;
};

/** The fields that are wrong. */
export type WrongPlanService = { readonly [field in keyof TypedPlanService]?: true };

const FIELDS = ['name', 'fhirBase', 'clientId', 'signInOrigins'] as const satisfies readonly (keyof TypedPlanService)[];

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
 * @returns the plan service, or the fields that are wrong
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
  if (!parsed.ok) return { wrong: wrongFields(parsed.faults) };
  const { planService } = parsed.settings;
  if (!planService) throw new Error('Settings that were just made hold no plan service');
  return { planService };
}

function wrongFields(faults: readonly string[]): WrongPlanService {
  const isWrong = (field: string) => faults.some((fault) => fault.startsWith(`planService.${field}`));
  return Object.fromEntries(FIELDS.filter(isWrong).map((field) => [field, true]));
}
