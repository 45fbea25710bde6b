import { sayTrail } from '../../sandbox/plan-service/audit/trails.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** I3: nothing is missing from the trails of views unless the installation told, and nothing came twice. */
export function judgeTrails({ auditTrails }: Pick<Sandbox, 'auditTrails'>): string[] {
  return auditTrails().flatMap((trail, at) => {
    const holds = trail.brokenAt === null && trail.missing.every(({ reported }) => reported);
    return holds ? [] : [`I3: trail ${at + 1}: ${sayTrail(trail)}`];
  });
}
