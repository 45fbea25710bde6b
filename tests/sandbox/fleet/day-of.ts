import { PATIENCE_MS } from '../../../components/use-revalidation.ts';
import { PEOPLE_AT_ONCE } from '../../../utils/plan/residents/find-people.ts';
import { PLANS_AT_ONCE } from '../../../utils/plan/residents/find-plans-of.ts';
import { ASKED_JUST_NOW_MS, KEPT_MS } from '../../../utils/tabs/visit.ts';
import type { Due, Extension, Visit } from './extension.ts';
import { askPack, deliver, discover, lookUp, send } from './requests.ts';
import { around, HOUR, MINUTE } from './working-day.ts';

/** Browsers may stop a background that has had nothing to do for so long. */
const IDLE_MS = 30_000;
/** Residents of a home, for the requests of its list. */
const RESIDENTS = 40;
/** How many of those who are told that a plan could not be checked press “Try again”, and after how long. */
const TRY_AGAIN = { chance: 0.5, after: 30_000 };

/** Lives one day of an extension, from its first alarm to its last. */
export function liveDay(extension: Extension): void {
  const { forgetful, until } = extension.world;
  for (let next = earliest(extension); next !== null && next.at < until; next = earliest(extension)) {
    extension.due.delete(next.what);
    if (forgetful && next.at - extension.wokenAt > IDLE_MS) forget(extension);
    extension.wokenAt = next.at;
    HAPPENS[next.what](extension, next.at);
  }
}

function earliest({ due }: Extension): { readonly what: Due; readonly at: number } | null {
  let first: { what: Due; at: number } | null = null;
  for (const [what, at] of due) if (first === null || at < first.at) first = { what, at };
  return first;
}

function forget(extension: Extension): void {
  extension.discoveryKept = 0;
  extension.capabilityKept = 0;
  if (extension.visit) extension.visit.isKept = false;
}

const HAPPENS: Readonly<Record<Due, (extension: Extension, at: number) => void>> = {
  signIn,
  open,
  check: checkAgain,
  turn,
  tryAgain: checkAgain,
  deliver: (extension, at) => {
    // Whoever signs in next delivers what is left.
    if (isThere(extension, at)) deliver(extension, at);
  },
  pack,
  online,
  leave,
};

function isThere({ stints, tokenGood }: Extension, at: number): boolean {
  return tokenGood > 0 && stints.some(({ from, until }) => at >= from && at < until);
}

function signIn(extension: Extension, at: number): void {
  const { due, world, rhythm, stints } = extension;
  // Discovery, the log-in page and its form, the code, and the keys of the signature.
  const isIn =
    discover(extension, at) &&
    send(extension, at, 'signIn') &&
    send(extension, at, 'signIn') &&
    send(extension, at, 'token') &&
    send(extension, at, 'discover');
  if (!isIn) {
    due.set('signIn', at + MINUTE);
    return;
  }
  extension.tokenGood = at + world.accessTokenMs;
  const stint = stints.find(({ until }) => until > at);
  if (!stint) return;
  due.set('leave', stint.until);
  due.set('open', at + around(MINUTE, extension.random));
  due.set('turn', at + around(HOUR / rhythm.turns, extension.random));
  if (rhythm.lists > 0) list(extension, at);
  deliver(extension, at);
}

/** The residents of a home, and that they were looked at (docs/plan-service.md, Residents). */
function list(extension: Extension, at: number): void {
  const searches = (most: number) => Array.from({ length: Math.ceil(RESIDENTS / most) });
  send(extension, at, 'group');
  for (const _ of searches(PEOPLE_AT_ONCE)) send(extension, at, 'patient', 800 * RESIDENTS);
  for (const _ of searches(PLANS_AT_ONCE)) send(extension, at, 'plans', 800 * PLANS_AT_ONCE);
  keepEvent(extension);
}

function keepEvent(extension: Extension): void {
  extension.kept += 1;
  extension.waiting += 1;
}

function open(extension: Extension, at: number): void {
  const { due, rhythm, random } = extension;
  const hasPlan = random.chance(rhythm.withPlan);
  const hasCopy = hasPlan && random.chance(rhythm.seenBefore);
  const asked = { askedAt: at, checkedAt: null, hasFailed: false };
  extension.visit = { hasPlan, hasCopy, isKept: false, isOnRecord: false, ...asked };
  due.set('open', at + around(rhythm.minutesEach * MINUTE, random));
  ask(extension, extension.visit, at);
}

function turn(extension: Extension, at: number): void {
  extension.due.set('turn', at + around(HOUR / extension.rhythm.turns, extension.random));
  lookAgain(extension, at);
}

/** Somebody has turned to what is shown, or the network is back. */
function lookAgain(extension: Extension, at: number): void {
  const { visit } = extension;
  if (visit && (visit.hasFailed || at - visit.askedAt >= ASKED_JUST_NOW_MS)) ask(extension, visit, at);
}

function checkAgain(extension: Extension, at: number): void {
  if (extension.visit) ask(extension, extension.visit, at);
}

function ask(extension: Extension, visit: Visit, at: number): void {
  const { due } = extension;
  due.delete('tryAgain');
  due.delete('check');
  visit.askedAt = at;
  visit.hasFailed = !lookUp(extension, visit, at);
  if (visit.hasFailed) failed(extension, visit, at);
  else answered(extension, visit, at);
}

function failed(extension: Extension, visit: Visit, at: number): void {
  const { due, random } = extension;
  // A plan that is shown stays for a while; nobody is asked to press anything.
  if (visit.checkedAt !== null && at - visit.checkedAt <= KEPT_MS) {
    due.set('check', at + PATIENCE_MS);
    return;
  }
  visit.checkedAt = null;
  if (visit.hasCopy) putOnRecord(extension, visit, at);
  if (random.chance(TRY_AGAIN.chance)) due.set('tryAgain', at + around(TRY_AGAIN.after, random));
}

function answered(extension: Extension, visit: Visit, at: number): void {
  if (!visit.hasPlan) return;
  visit.checkedAt = at;
  visit.isKept = true;
  extension.due.set('check', at + PATIENCE_MS);
  putOnRecord(extension, visit, at);
}

/** A view is one event, of a saved copy too (which is another view than that of the plan itself, but seldom both). */
function putOnRecord(extension: Extension, visit: Visit, at: number): void {
  if (visit.isOnRecord) return;
  visit.isOnRecord = true;
  keepEvent(extension);
  deliver(extension, at);
}

function pack(extension: Extension, at: number): void {
  const { due, stints, packFirst, packEvery } = extension;
  const isStart = at === stints[0]?.from;
  askPack(extension, at);
  if (at < (stints.at(-1)?.until ?? 0)) due.set('pack', at + (isStart ? packFirst : packEvery));
}

/** The computer is on the network again (`utils/tabs/desks.ts`). */
function online(extension: Extension, at: number): void {
  if (!isThere(extension, at)) return;
  deliver(extension, at);
  lookAgain(extension, at);
}

/** The screen locks behind whoever leaves. */
function leave(extension: Extension, at: number): void {
  const { due, stints } = extension;
  extension.visit = null;
  extension.tokenGood = 0;
  for (const what of ['open', 'check', 'turn', 'tryAgain', 'deliver'] as const) due.delete(what);
  const next = stints.find(({ from }) => from > at);
  if (next) due.set('signIn', next.from);
}
