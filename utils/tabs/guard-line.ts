import { judgeOnGuardLine, type Passed } from './allowed.ts';
import { dropOnLine } from './drop-on-line.ts';
import type { HeldLine } from './held-line.ts';
import type { TabDesk } from './tab-desk-types.ts';

type GuardLineOptions = { readonly desk: (message: Passed<'guard.open' | 'guard.report'>) => TabDesk };

/** The line of the script that keeps the sidebar in sight; without it nobody says that the sidebar cannot be seen. */
export function guardLine(line: HeldLine, opened: Passed<'guard.open'>, options: GuardLineOptions): void {
  const { from } = opened;
  const drop = dropOnLine(judgeOnGuardLine, from);
  line.heardBy({
    hear(message) {
      const said = judgeOnGuardLine(message, from);
      // The sidebar stands in the top frame, and so does what guards it.
      if ('dropped' in said || !from.isTop) return drop(message);
      options.desk(said).guardReported(from.frame, said.body.sight);
    },
    tooMuch: drop,
    ended: () => {
      if (from.isTop) options.desk(opened).guardReported(from.frame, 'inSight');
    },
  });
}
