import { daysBefore } from '../people/dates.ts';
import { AUTHORS, CHILDRENS_AUTHORS } from './authors.ts';
import type { PlanKind } from './codes.ts';
import type { About } from './intents/about.ts';
import type { CprMode } from './intents/cpr-intents.ts';
import { type Frame, writeIntent } from './intents/write-intent.ts';
import type { PlanIntent } from './plan-intent.ts';
import type { PlanState } from './plan-record.ts';
import { filledSections } from './section-titles.ts';
import type { Version } from './version.ts';

const ADULT_KINDS: readonly PlanKind[] = [
  'respectForm',
  'respectForm',
  'endOfLifeCarePlan',
  'advanceCarePlan',
  'treatmentEscalationPlan',
  'contingencyPlan',
];

/** Sections that a damaged document loses, most urgent first. */
const DAMAGED_AT_MOST = 3;

/** The day up to which somebody's plans reach: today, or the day before a known death. */
function lastDay({ person, today }: About): string {
  return typeof person.deceased === 'string' ? daysBefore(person.deceased, 1) : today;
}

function aFrame(who: About, changes: Partial<Frame>): Frame {
  const { random, child } = who;
  return {
    author: random.pick(child ? CHILDRENS_AUTHORS : AUTHORS),
    cpr: random.chance(0.8) ? 'notForCpr' : 'forCpr',
    status: 'approved',
    version: random.integer(1, 7),
    changed: daysBefore(lastDay(who), random.integer(10, 300)),
    full: random.chance(0.12),
    ...changes,
  };
}

function aVersion(who: About, intent: PlanIntent, changes: Partial<Version> = {}): Version {
  const { random, child } = who;
  return {
    compositionId: random.uuid(),
    setId: random.uuid(),
    kind: child ? 'emergencyHealthCarePlan' : random.pick(ADULT_KINDS),
    intent,
    replaces: [],
    ...changes,
  };
}

/** One version, current and in order, saying this about CPR. */
function single(who: About, cpr: CprMode): readonly Version[] {
  return [aVersion(who, writeIntent(who, aFrame(who, { cpr })))];
}

const opposite = (cpr: CprMode): CprMode => (cpr === 'notForCpr' ? 'forCpr' : 'notForCpr');

/** The approved plan and a draft that says something else. */
function draftNewer(who: About): readonly Version[] {
  const approved = aFrame(who, { changed: daysBefore(lastDay(who), who.random.integer(60, 300)) });
  const current = aVersion(who, writeIntent(who, approved));
  const draft = aFrame(who, {
    status: 'draft',
    version: approved.version + 1,
    changed: daysBefore(lastDay(who), who.random.integer(1, 30)),
    cpr: who.random.chance(0.4) ? opposite(approved.cpr) : approved.cpr,
  });
  const { setId, kind } = current;
  return [current, aVersion(who, writeIntent(who, draft), { setId, kind })];
}

function draftOnly(who: About): readonly Version[] {
  return [aVersion(who, writeIntent(who, aFrame(who, { status: 'draft', version: 1 })))];
}

function overdue(who: About): readonly Version[] {
  const { random, today } = who;
  const changed = daysBefore(lastDay(who), random.integer(200, 700));
  const intent = writeIntent(who, aFrame(who, { changed }));
  return [aVersion(who, { ...intent, reviewed: changed, reviewDue: daysBefore(today, random.integer(3, 190)) })];
}

/** An older approved version and the one that replaces it; half of them turn the CPR decision round. */
function superseded(who: About): readonly Version[] {
  const { random } = who;
  const older = aFrame(who, {
    changed: daysBefore(lastDay(who), random.integer(301, 900)),
    version: random.integer(1, 4),
  });
  const old = aVersion(who, writeIntent(who, older));
  const newer = aFrame(who, { version: older.version + 1, cpr: random.chance(0.5) ? opposite(older.cpr) : older.cpr });
  const { setId, kind } = old;
  return [old, aVersion(who, writeIntent(who, newer), { setId, kind, replaces: [old.compositionId] })];
}

function revoked(who: About): readonly Version[] {
  return [aVersion(who, { ...writeIntent(who, aFrame(who, {})), revoked: true })];
}

/** Two approved plans of different authors and kinds that know nothing of each other. */
function twoCurrent(who: About): readonly Version[] {
  const { random } = who;
  const first = aFrame(who, {});
  const author = random.pick(AUTHORS.filter(({ name }) => name !== first.author.name));
  const second = aFrame(who, { author, cpr: random.chance(0.5) ? opposite(first.cpr) : first.cpr });
  return [
    aVersion(who, writeIntent(who, first), { kind: 'respectForm' }),
    aVersion(who, writeIntent(who, second), { kind: 'advanceCarePlan' }),
  ];
}

/** A document damaged on the way, in one to three of its sections; the CPR decision in about one of five. */
function partial(who: About): readonly Version[] {
  const intent = writeIntent(who, aFrame(who, { full: who.random.chance(0.5) }));
  const others = filledSections(intent).filter((title) => title !== 'CPR decision');
  const damaged = [
    ...(who.random.chance(0.25) ? ['CPR decision'] : []),
    ...who.random.sample(others, who.random.integer(1, DAMAGED_AT_MOST - 1)),
  ];
  return [aVersion(who, { ...intent, damaged })];
}

const VERSIONS: Readonly<Record<PlanState, (who: About) => readonly Version[]>> = {
  notForCpr: (who) => single(who, 'notForCpr'),
  forCpr: (who) => single(who, 'forCpr'),
  modifiedCpr: (who) => single(who, 'modifiedCpr'),
  conflictingCpr: (who) => single(who, 'conflictingCpr'),
  unknownCpr: (who) => single(who, 'unknownCpr'),
  cprNotRecorded: (who) => single(who, 'cprNotRecorded'),
  draftNewer,
  draftOnly,
  overdue,
  superseded,
  revoked,
  twoCurrent,
  partial,
};

/** All versions of the plans of somebody in this state, oldest first. */
export function versionsFor(who: About, state: PlanState): readonly Version[] {
  return VERSIONS[state](who);
}

/** A later version that was written about the wrong person or day, and says the opposite about CPR; never to be shown. */
export function enteredInError(who: About, current: Version): Version {
  const { intent, setId, kind } = current;
  const cpr = opposite(intent.cpr[0]?.says === 'notForCpr' ? 'notForCpr' : 'forCpr');
  const changed = daysBefore(lastDay(who), who.random.integer(1, 9));
  const frame = aFrame(who, { status: 'enteredInError', version: Number(intent.version) + 1, changed, cpr });
  return aVersion(who, writeIntent(who, frame), { setId, kind });
}
