import type { ClinicalSystem, PlanServiceSettings, Settings } from '../settings/settings.ts';
import { parseAddress, patternOf, shownOrigin } from './web-address.ts';

/**
 * `off`: Planside may read none of the system's pages, and is not there. `permissionNeeded`: something is still missing,
 * of the system or of the plan service. `enabled`: all is there.
 */
export type SystemState = 'enabled' | 'permissionNeeded' | 'off';

/** Match patterns of the hosts that Planside asks for plans and signs in with. */
export function planServiceOrigins(planService: PlanServiceSettings | undefined): string[] {
  const addresses = planService ? [planService.fhirBase, ...planService.signInOrigins] : [];
  return patterns(addresses);
}

/** What one press of "Allow" asks the browser for: the system's hosts and the plan service's. */
export function originsToAllow(system: ClinicalSystem, planService: PlanServiceSettings | undefined): string[] {
  return [...new Set([...system.origins, ...planServiceOrigins(planService)])];
}

/** The state of a system, from the match patterns whose permission the browser says is there. */
export function systemState(
  system: ClinicalSystem,
  planService: PlanServiceSettings | undefined,
  granted: ReadonlySet<string>,
): SystemState {
  if (!system.origins.some((origin) => granted.has(origin))) return 'off';
  const complete = planService && originsToAllow(system, planService).every((origin) => granted.has(origin));
  return complete ? 'enabled' : 'permissionNeeded';
}

/** The addresses of a system and of the plan service whose permission is not there yet, as people write them. */
export function missingAddresses(
  system: ClinicalSystem,
  planService: PlanServiceSettings | undefined,
  granted: ReadonlySet<string>,
): string[] {
  return originsToAllow(system, planService)
    .filter((origin) => !granted.has(origin))
    .map(shownOrigin);
}

/** Every match pattern the settings speak of. */
export function allOrigins({ planService, clinicalSystems }: Settings): string[] {
  return [...new Set([...planServiceOrigins(planService), ...clinicalSystems.flatMap(({ origins }) => origins)])];
}

/** Match patterns that nothing needs any more once `after` is in force; shared ones stay. */
export function originsToGiveBack(before: Settings, after: Settings): string[] {
  const needed = new Set(allOrigins(after));
  return allOrigins(before).filter((origin) => !needed.has(origin));
}

function patterns(addresses: readonly string[]): string[] {
  const found = addresses.map(parseAddress).filter((address) => address !== null);
  return [...new Set(found.map(patternOf))];
}
