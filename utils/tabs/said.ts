import type { Saying } from '../messages.ts';
import { type InForce, languageOf } from '../settings/settings.ts';
import type { SurfaceName } from './surface.ts';

/** What the settings say of everything that is drawn. */
export type Said = {
  /** `null`: no plan service is set up. */
  readonly service: string | null;
  readonly saying: Saying;
  /** Where plans are shown. */
  readonly surfaces: readonly SurfaceName[];
  /** How the hub that policy names is called; `null`: there is none; left open: not known yet. */
  readonly hub: string | null | undefined;
  /** All that policy says of it, to tell it from another. */
  readonly hubIs: string;
};

/** Before the settings are known: nobody is asked, and nothing is shown. */
export const NOT_SAID_YET: Said = {
  service: null,
  saying: { language: 'en' },
  surfaces: [],
  hub: undefined,
  hubIs: '',
};

/** What these settings make of it. */
export function saidBy(settings: InForce): Said {
  const { planService, support, surfaces = ['page', 'panel'], fhircast } = settings;
  // By its host: it is all that a policy says of it, and what a helpdesk asks for.
  const hub = URL.parse(fhircast?.hub ?? '')?.host ?? null;
  const hubIs = JSON.stringify(fhircast ?? null);
  const saying = { language: languageOf(settings), ...(support ? { support } : {}) };
  return { service: planService?.name ?? null, saying, surfaces, hub, hubIs };
}
