import type { AuditEvent } from 'fhir/r4';
import { lookUntil } from '../../browser/harness/look-until.ts';
import type { Person } from '../../sandbox/people/person.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { judgeTrails } from '../kit/judge-trails.ts';

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
/** So often somebody signs in again until everything has arrived; each time delivers what waits. */
const MOST_SIGN_INS = 5;
const PATIENCE_MS = 10_000;

/**
 * The views the service holds, by NHS number, once nothing more is on its way.
 *
 * @param isAll whether these are all that there should be; whoever signs in again sees one view more
 */
export async function heldViews(
  sandbox: Pick<Sandbox, 'auditEvents'>,
  isAll: (held: readonly string[]) => boolean,
  signInAgain: () => Promise<void>,
): Promise<readonly string[]> {
  for (let tried = 0; tried < MOST_SIGN_INS; tried += 1) {
    const held = await untilHeld(sandbox, isAll);
    if (isAll(held)) return held;
    await signInAgain();
  }
  return viewsIn(sandbox);
}

async function untilHeld(
  sandbox: Pick<Sandbox, 'auditEvents'>,
  isAll: (held: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return (await lookUntil(() => viewsIn(sandbox), isAll, PATIENCE_MS)).last;
}

/** The views the service holds now, by NHS number, in the order in which they came. */
export function viewsIn({ auditEvents }: Pick<Sandbox, 'auditEvents'>): readonly string[] {
  return auditEvents()
    .map(({ resource }) => resource)
    .filter(({ type }) => type.code === 'access')
    .flatMap(patientOf);
}

function patientOf({ entity = [] }: AuditEvent): readonly string[] {
  return entity.flatMap(({ what }) => (what?.identifier?.system === NHS_NUMBER ? (what.identifier.value ?? []) : []));
}

/** What does not hold: a view that the service has not, one it has more often than it was, a trail that does not fit, or a gap nobody told of. */
export function judgeViews(
  seen: readonly Person[],
  held: readonly string[],
  sandbox: Pick<Sandbox, 'auditTrails'>,
): readonly string[] {
  const timesSeen = Map.groupBy(seen, ({ nhsNumber }) => nhsNumber);
  const timesHeld = Map.groupBy(held, (nhsNumber) => nhsNumber);
  const differing = [...new Set([...timesSeen.keys(), ...timesHeld.keys()])].flatMap((nhsNumber, at) => {
    const [was, is] = [timesSeen.get(nhsNumber)?.length ?? 0, timesHeld.get(nhsNumber)?.length ?? 0];
    return was === is ? [] : [`patient ${at + 1} of the run was seen ${was} times, and the service holds ${is}`];
  });
  // An event that was on its way when its background was killed, on a full disk, was never drawn: it is told as lost.
  return [...differing, ...judgeTrails(sandbox)];
}
