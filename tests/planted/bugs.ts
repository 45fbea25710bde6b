import { BACKGROUND_BUGS } from './background-bugs.ts';
import { IDENTITY_BUGS } from './identity-bugs.ts';
import { PAGE_BUGS } from './page-bugs.ts';
import { PLAN_BUGS } from './plan-bugs.ts';
import type { PlantedBug } from './planted-bug.ts';
import { SESSION_BUGS } from './session-bugs.ts';
import { SETTINGS_BUGS } from './settings-bugs.ts';

const IN_ORDER = new Intl.Collator('en', { numeric: true });

/** Every bug that is planted to see whether the tests find it, by the rule it breaks. */
export const BUGS: readonly PlantedBug[] = [
  ...IDENTITY_BUGS,
  ...PAGE_BUGS,
  ...PLAN_BUGS,
  ...BACKGROUND_BUGS,
  ...SESSION_BUGS,
  ...SETTINGS_BUGS,
].sort((one, other) => IN_ORDER.compare(one.rule, other.rule));
