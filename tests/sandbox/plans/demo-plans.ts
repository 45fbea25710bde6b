import { ARTHUR_BELL, MARGARET_REED, PATRICK_DOYLE } from '../people/demo-people.ts';
import type { PlanKind } from './codes.ts';
import { arthurBell } from './demo/arthur-bell.ts';
import { margaretReed } from './demo/margaret-reed.ts';
import { patrickDoyle } from './demo/patrick-doyle.ts';
import type { About } from './intents/about.ts';
import type { PlanIntent } from './plan-intent.ts';
import type { Version } from './version.ts';

const DEMO_PLANS: Readonly<Record<string, { readonly kind: PlanKind; readonly write: (today: string) => PlanIntent }>> =
  {
    [MARGARET_REED.nhsNumber]: { kind: 'respectForm', write: margaretReed },
    [PATRICK_DOYLE.nhsNumber]: { kind: 'endOfLifeCarePlan', write: patrickDoyle },
    [ARTHUR_BELL.nhsNumber]: { kind: 'endOfLifeCarePlan', write: arthurBell },
  };

/** The written-out plan of somebody of the demo; `undefined` for everybody else. */
export function demoVersions({ person, today, random }: About): readonly Version[] | undefined {
  const demo = DEMO_PLANS[person.nhsNumber];
  if (demo === undefined) return undefined;
  return [
    { compositionId: random.uuid(), setId: random.uuid(), kind: demo.kind, intent: demo.write(today), replaces: [] },
  ];
}
