import { setImmediate } from 'node:timers/promises';
import { Window } from 'happy-dom';
import { lookUpPlan } from '../../../utils/plan/look-up-plan.ts';
import type { PlanLookup } from '../../../utils/plan/plan-lookup.ts';
import { LIMITS } from '../../../utils/plan/service/asking.ts';
import { heldOf, viewBeside } from '../../unit/components/oracle/beside-page.ts';
import { lookAt, type Seen } from '../../unit/components/oracle/look-at.tsx';
import { CLOCK, everybodyWithPlans, type PersonsPlans, TODAY } from '../../unit/components/oracle/sandbox-plans.ts';
import { codesInForce } from '../../unit/plan/reader/codes-in-force.ts';
import type { Original } from '../../unit/plan/reader/mutation-dropped.ts';
import { originalOf, wrongWith } from '../../unit/plan/reader/mutation-rules.ts';
import { answerFrom } from '../../unit/plan/service/answer-from.ts';
import { anAsking, BASE } from '../../unit/plan/service/asking.ts';
import type { Cases, FaultResult } from '../fault-class.ts';
import { type Played, playCases } from '../kit/cases.ts';
import { type Spoilt, spoil } from './spoil.ts';

const SERVICE = 'Example Plan Service';
const NOW = Date.parse(`${TODAY}T${CLOCK}Z`);

/** What scripts that come with a document call. */
let hits = 0;

type Held = { readonly plans: PersonsPlans; readonly address: string; readonly original: Original };

/** Plays the class in this process, against the client and the components themselves. */
export async function playDocuments(run: Cases): Promise<FaultResult> {
  const close = openDocument();
  const people = everybodyWithPlans().filter(({ current }) => current.length === 1);
  const known = new Map<PersonsPlans, Held>();
  const heldBy = (plans: PersonsPlans) => known.get(plans) ?? held(plans, known);
  const played = playCases('documents', run, async (random) => {
    const { plans, address, original } = heldBy(random.pick(people));
    const spoilt = spoil(original.document, random);
    const broken = await judge(plans, address, original, spoilt);
    // What happy-dom looks at by a weak reference stays until the event loop has gone round once.
    await setImmediate();
    return { fault: spoilt.fault, broken };
  });
  return played.finally(close);
}

function held(plans: PersonsPlans, known: Map<PersonsPlans, Held>): Held {
  const [plan] = plans.current;
  const document: unknown = JSON.parse(JSON.stringify(plan?.document));
  const original = originalOf('', document, plans.person.nhsNumber);
  const one = { plans, address: `Composition/${plan?.compositionId}/$document`, original };
  known.set(plans, one);
  return one;
}

async function judge(
  plans: PersonsPlans,
  address: string,
  original: Original,
  spoilt: Spoilt,
): Promise<Played['broken']> {
  const before = hits;
  globalThis.fetch = answerFrom(BASE, { ...heldOf(plans), [address]: spoilt.document }) as typeof fetch;
  // The usual limits: a busy machine is no slow service.
  const lookup = await lookUpPlan(anAsking({ limits: LIMITS }), plans.person.nhsNumber);
  const seen = lookAt(viewBeside(plans, SERVICE, NOW, lookup), NOW);
  const { document, path, illegal } = spoilt;
  return [
    ...judgeLookup(lookup),
    ...judgeAnswer(seen, document),
    ...('plansidePolluted' in {} ? ['I6: a document has changed every object'] : []),
    ...(hits === before ? [] : ['I6: a script that came with a document ran']),
    ...seen.strangers.map((one) => `I6: an element came with a document: ${one}`),
    ...(spoilt.isText ? [] : seen.holes.map((one) => `S11: a hole is drawn: ${one.slice(0, 80)}`)),
    ...(path ? wrongWith(original, { document, path, illegal }).wrong : []),
  ];
}

/** I2: the service has said that there is a plan; whatever its document holds, it is read, or could not be. */
function judgeLookup({ kind }: PlanLookup): string[] {
  return kind === 'found' || kind === 'couldNotCheck' ? [] : [`I2: a document that cannot be read is “${kind}”`];
}

/** S4: no answer on CPR that no code of the document says, and none while another says the opposite. */
function judgeAnswer({ answer }: Seen, document: unknown): string[] {
  const { forCpr, notForCpr, modifiedCpr } = codesInForce(document);
  const isSaid = {
    'for-cpr': forCpr && !notForCpr,
    'not-for-cpr': notForCpr && !forCpr,
    modified: modifiedCpr,
  }[answer ?? ''];
  if (answer === 'no-plan') return ['I2: “no plan found” is drawn'];
  return isSaid === false ? [`S4: “${answer}” is drawn, which the codes of the document do not say`] : [];
}

/**
 * A window around the components, as a browser has one; what Node has itself stays Node's.
 *
 * @returns takes all of it away again, since other classes are played in this process
 */
function openDocument(): () => void {
  const { fetch } = globalThis;
  const window = new Window({ url: 'https://planside.example/sidebar.html' });
  const own = { window, document: window.document, hit: () => (hits += 1) };
  const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis) && !(name in own));
  for (const name of names) {
    const value = Reflect.get(window, name);
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  for (const one of [globalThis, window]) Object.assign(one, own);
  return () => {
    for (const name of [...names, ...Object.keys(own)]) Reflect.deleteProperty(globalThis, name);
    globalThis.fetch = fetch;
  };
}
