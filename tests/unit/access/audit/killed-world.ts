import type { AuditDraft } from '../../../../utils/access/audit/audit-draft.ts';
import { type EventStore, eventStore } from '../../../../utils/access/audit/event-store.ts';
import { type Outbox, openOutbox } from '../../../../utils/access/audit/outbox.ts';
import { hashOf } from '../../../../utils/access/audit/seal.ts';
import { trailEntryIn } from '../../../sandbox/plan-service/audit/trail-entry.ts';
import { type Trail, trailsOf } from '../../../sandbox/plan-service/audit/trails.ts';
import { CONNECTION, draftOf } from './drafts.ts';
import { MortalLife, mortalArea, mortalStore } from './mortal-life.ts';
import { type Bed, freshBed, loseDatabase, markIn, SHUT, storeWith } from './outbox-bed.ts';
import { AUDIT_KEY, type Behaviour, trailSays, unseal } from './pretend-service.ts';

/** What happens on the computer, one after another; `together`: without waiting for each other. */
export type Happening =
  | { readonly kind: 'keep'; readonly draft: number; readonly signedIn: boolean }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'deliverOne'; readonly draft: number }
  | { readonly kind: 'together'; readonly draft: number }
  | { readonly kind: 'loseDatabase' }
  /** From here on it cannot be opened, or can again. */
  | { readonly kind: 'shut' | 'open' }
  | { readonly kind: 'loseMark'; readonly how: 'wiped' | 'unreadable' | 'yesterday' };

/** One life of the background: what happens in it, and at which step it is killed. */
export type LifePlan = {
  readonly happenings: readonly Happening[];
  readonly steps: number;
  readonly isLate: boolean;
};

/** What became of everything, when all is over. */
export type Outcome = {
  /** Kept events that the service does not hold, and of which no event of loss names the sequence. */
  readonly vanished: readonly string[];
  /** Whether an event says that a mark was lost. */
  readonly saysMarkLost: boolean;
  readonly gapEvents: number;
  /**
   * By the sandbox's own reading of the trails: where one is broken or doubled, and which sequences are missing and not
   * told of as lost, but for those that are still at hand.
   */
  readonly broken: readonly number[];
  readonly unreported: readonly number[];
  /** Events the service was asked to store under the id of another. */
  readonly conflicts: number;
  /** How many events are left that the service does not take, and what the mark counts as open. */
  readonly waiting: number;
  readonly open: readonly number[];
};

const DRAFTS = 6;
/** Of three, the last is more than 20 s after the first. */
const BETWEEN_HAPPENINGS = 11_000;

/** A computer whose background is killed again and again, and a service that answers as it likes. */
export class KilledWorld {
  readonly #bed: Bed = freshBed();
  readonly #drafts: readonly AuditDraft[] = Array.from({ length: DRAFTS }, () => draftOf());
  /** What was said to be kept, and as which sequence; 0: as none, because it was delivered. */
  readonly #kept: { readonly id: string; readonly sequence: number }[] = [];
  readonly #isFull: Iterator<boolean>;
  #yesterday: Record<string, unknown> = {};
  #isShut = false;

  /**
   * @param behaviours what the service does with each request; after the last, it takes them
   * @param isFull whether the disk is full at each try to store; after the last, it is not
   */
  constructor(behaviours: Iterator<Behaviour>, isFull: Iterator<boolean>) {
    this.#isFull = isFull;
    this.#bed.service.behave = () => behaviours.next().value ?? 'takes';
  }

  /** Lives one life, to its end or until it is killed. @returns whether it was killed */
  async live({ happenings, steps, isLate }: LifePlan): Promise<boolean> {
    const life = new MortalLife(steps, isLate);
    const outbox = this.#wake(life);
    const lived = this.#happen(outbox, happenings).then(() => 'lived' as const);
    return (await Promise.race([life.over, lived])) === 'over';
  }

  /** A last, long life in which all goes well, but for a database that is shut and `staysShut`. */
  async end(staysShut = false): Promise<Outcome> {
    const outbox = this.#bed.wake(staysShut && this.#isShut ? SHUT : undefined);
    this.#bed.service.behave = () => 'takes';
    globalThis.fetch = this.#bed.service.fetch as typeof globalThis.fetch;
    for (let times = 0; times < 3; times += 1) {
      this.#bed.now += BETWEEN_HAPPENINGS;
      await outbox.deliver(CONNECTION);
    }
    const { service } = this.#bed;
    const events = await service.events();
    const named = new Set(events.flatMap((event) => trailSays(event, 'missing').flatMap(numbersIn)));
    const trails = trailsOf(await Promise.all([...service.held.values()].map(linkOf)));
    const open = (markIn(this.#bed.area).open ?? []) as readonly number[];
    return {
      vanished: this.#kept.flatMap(({ id, sequence }) => (service.held.has(id) || named.has(sequence) ? [] : id)),
      saysMarkLost: events.some((event) => trailSays(event, 'mark').length > 0),
      gapEvents: events.filter(({ outcome }) => outcome === '4').length,
      broken: trails.flatMap(({ brokenAt }) => brokenAt ?? []),
      unreported: trails.flatMap(unreportedIn).filter((sequence) => !open.includes(sequence)),
      conflicts: service.conflicts,
      waiting: await outbox.waiting(),
      open,
    };
  }

  #wake(life: MortalLife): Outbox {
    const { area, service } = this.#bed;
    const real = eventStore();
    const sound = storeWith({ add: async (event) => (this.#isFull.next().value ? 'full' : real.add(event)) }, real);
    const store = storeThatShuts(sound, () => this.#isShut);
    const fetch = (address: string, init: RequestInit) => life.step(() => service.fetch(address, init));
    globalThis.fetch = fetch as typeof globalThis.fetch;
    return openOutbox({
      area: mortalArea(area, life.step),
      store: mortalStore(store, life.step),
      auditKey: async () => AUDIT_KEY,
      now: () => this.#bed.now,
    });
  }

  async #happen(outbox: Outbox, happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) await this.#one(outbox, happening);
  }

  async #one(outbox: Outbox, happening: Happening): Promise<void> {
    this.#bed.now += BETWEEN_HAPPENINGS;
    switch (happening.kind) {
      case 'keep':
        return this.#keep(outbox, happening.draft, happening.signedIn);
      case 'deliver':
        return void (await outbox.deliver(CONNECTION));
      case 'deliverOne':
        return void (await outbox.deliverOne(this.#draft(happening.draft).id, CONNECTION));
      case 'together': {
        const { draft } = happening;
        const deliveries = [outbox.deliver(CONNECTION), outbox.deliver(CONNECTION)];
        await Promise.all([...deliveries, this.#keep(outbox, draft, true), this.#keep(outbox, draft + 1, true)]);
        return;
      }
      case 'loseDatabase':
        return loseDatabase();
      case 'shut':
      case 'open':
        this.#isShut = happening.kind === 'shut';
        return;
      case 'loseMark':
        return this.#loseMark(happening.how);
    }
  }

  async #keep(outbox: Outbox, number: number, signedIn: boolean): Promise<void> {
    const draft = this.#draft(number);
    const { ok } = await outbox.keep(draft, signedIn ? CONNECTION : null);
    if (ok) this.#kept.push({ id: draft.id, sequence: (await eventStore().read(draft))?.sequence ?? 0 });
    this.#yesterday = structuredClone(this.#bed.area.stored);
  }

  #draft(number: number): AuditDraft {
    return this.#drafts[number % DRAFTS] as AuditDraft;
  }

  #loseMark(how: 'wiped' | 'unreadable' | 'yesterday'): void {
    const { stored } = this.#bed.area;
    if (how === 'unreadable') stored.auditMark = { sequence: 'broken' };
    else delete stored.auditMark;
    if (how === 'yesterday') Object.assign(stored, this.#yesterday);
  }
}

/** A store that cannot be opened as long as `isShut` says. */
function storeThatShuts(real: EventStore, isShut: () => boolean): EventStore {
  const now = () => (isShut() ? SHUT : real);
  return {
    look: (id) => now().look(id),
    read: (by) => now().read(by),
    add: (event) => now().add(event),
    acknowledge: (sequence) => now().acknowledge(sequence),
    remove: (sequence) => now().remove(sequence),
    dropTombstones: () => now().dropTombstones(),
  };
}

function numbersIn(run: string): readonly number[] {
  const [first = 0, last = first] = run.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function unreportedIn({ missing }: Trail): readonly number[] {
  return missing.flatMap(({ from, to, reported }) => (reported ? [] : numbersIn(`${from}-${to}`)));
}

async function linkOf(jwe: string) {
  const entry = trailEntryIn(await unseal(jwe));
  if (typeof entry === 'string') throw new Error('An event stands in no trail');
  return { ...entry, hash: await hashOf(jwe) };
}
