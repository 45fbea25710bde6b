import type { Settings } from '../settings/settings.ts';
import { askResidents } from './ask-residents.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { ResidentsOptions } from './residents-list.ts';

export type ResidentsOf = {
  readonly settings: () => Promise<Settings>;
  readonly trail: Pick<AuditTrail, 'keepList' | 'prepare'>;
  /** Nobody is signed in any more, as far as the service knows. */
  readonly signedOut: () => void;
};

/** How residents are asked for, and their list put on record, for whoever is signed in. */
export function residentsOf({ settings, trail, signedOut }: ResidentsOf): Omit<ResidentsOptions, 'changed'> {
  return {
    keep: trail.keepList,
    async ask(correlationId, signal) {
      const { planService } = await settings();
      trail.prepare();
      const answer = await askResidents({ planService, correlationId, signal });
      if (answer.kind === 'signedOut') signedOut();
      return answer;
    },
  };
}
