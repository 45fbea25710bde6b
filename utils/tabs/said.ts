import { type InForce, languageOf } from '../settings/settings.ts';
import type { Language } from '../view/language.ts';

/** What is said on every surface, as the settings are. */
export type Said = {
  /** `null`: no plan service is set up. */
  readonly service: string | null;
  readonly language: Language;
  /** How the hub that policy names is called; `null`: there is none; left open: not known yet. */
  readonly hub: string | null | undefined;
  /** All that policy says of it, to tell it from another. */
  readonly hubIs: string;
};

/** Before the settings are known. */
export const NOT_SAID_YET: Said = { service: null, language: 'en', hub: undefined, hubIs: '' };

/** What these settings make of it. */
export function saidBy(settings: InForce): Said {
  const { planService, fhircast } = settings;
  // By its host: it is all that a policy says of it, and what a helpdesk asks for.
  const hub = URL.parse(fhircast?.hub ?? '')?.host ?? null;
  const hubIs = JSON.stringify(fhircast ?? null);
  return { service: planService?.name ?? null, language: languageOf(settings), hub, hubIs };
}
