import fc from 'fast-check';
import type { MessageName } from '../../../utils/messages.ts';
import type { SenderKind } from '../../../utils/tabs/sender.ts';
import type { Heard, Say } from '../../sandbox/hook/say-all.ts';
import { channelOf, malformed, SPOKEN, type Spoken, wellFormed } from '../../unit/tabs/message-bodies.ts';

/** Who is going to speak, and what of it counts. */
export type Speaker = {
  readonly kind: Exclude<SenderKind, 'background'>;
  /** What the background takes from this speaker, if it is well-formed. */
  readonly passes: (name: MessageName) => boolean;
  /** What would pass and change something. */
  readonly leaveOut?: (name: Spoken, body: object) => boolean;
};

/** One thing to say, what must come of it, and under which names it must be counted as dropped. */
type Shot = { readonly say: Say; readonly heard: Heard; readonly dropped: readonly string[] };

/** A whole round of things to say. */
export type Round = {
  readonly says: readonly Say[];
  readonly heard: readonly Heard[];
  /** As `storage.session` must count them. */
  readonly dropped: Readonly<Record<string, number>>;
};

/** A body, and what it is: a message as it must be, or nothing of the kind. */
type Body = { readonly body: unknown; readonly is: Spoken | null };

const LINES = ['page', 'guard', 'sidebar', 'panel', 'find'] as const;
/** The first order over a line, of whoever may open it; over the panel's there is none before it says where it stands. */
const FIRST_ORDER = { page: ['read'], find: ['start'], panel: [], guard: [] } as const;
const COMMANDS = SPOKEN.filter((name) => channelOf(name) === 'command');

const asJson = (body: unknown): unknown => JSON.parse(JSON.stringify(body));
const has = (body: unknown, part: string) => typeof body === 'object' && body !== null && Object.hasOwn(body, part);

function bodies(speaker: Speaker, names: readonly Spoken[]): fc.Arbitrary<Body> {
  const name = fc.constantFrom(...names);
  const good = name
    .chain((is) => wellFormed[is].map((body) => ({ body: asJson(body), is })))
    .filter(({ body, is }) => !(speaker.passes(is) && speaker.leaveOut?.(is, body as object)));
  const bad = name.chain((is) => malformed(is).map((body) => ({ body: asJson(body), is: null })));
  const any = fc.jsonValue({ maxDepth: 3 }).map((body) => ({ body, is: null }));
  return fc.oneof({ weight: 3, arbitrary: good }, { weight: 3, arbitrary: bad }, { weight: 1, arbitrary: any });
}

function calledAsCommand(body: unknown): string {
  const wanted = has(body, 'do') ? (body as { readonly do: unknown }).do : null;
  return COMMANDS.find((name) => typeof wanted === 'string' && name === `command.${wanted}`) ?? 'unknown';
}

function calledOnLine(line: string, body: unknown): string {
  const parts = {
    sighting: 'page.report',
    needs: 'page.need',
    unread: 'page.note',
    sight: 'guard.report',
    inSight: 'sidebar.sight',
    ticket: 'sidebar.hello',
    beside: 'panel.beside',
    wants: 'find.report',
    list: 'find.list',
  };
  const found = Object.entries(parts).find(([part, name]) => name.startsWith(`${line}.`) && has(body, part));
  return found?.[1] ?? 'unknown';
}

/** A command in its envelope. */
function command(speaker: Speaker): fc.Arbitrary<Shot> {
  return bodies(speaker, SPOKEN).map(({ body, is }) => {
    const passes = is !== null && channelOf(is) === 'command' && speaker.passes(is);
    const isAnswered = ['ownFrame', 'findPage', 'teachPage'].includes(speaker.kind);
    const answer = isAnswered ? { res: passes ? 'done' : 'dropped' } : null;
    return {
      say: { how: 'message', body: { id: 1, type: 'command', timestamp: 1, data: body } },
      heard: { how: 'message', answer },
      dropped: passes ? [] : [calledAsCommand(body)],
    };
  });
}

/** A message of any other shape, such as that of other libraries, or an envelope that is none. */
function stray(speaker: Speaker): fc.Arbitrary<Shot> {
  const envelope = bodies(speaker, SPOKEN).chain(({ body }) =>
    fc.constantFrom<object>(
      { id: 1, type: 'sidebar', timestamp: 1, data: body },
      { id: 1, type: 'constructor', timestamp: 1, data: body },
      { id: 1, type: 'command', data: body },
      { id: 1, type: 'command', timestamp: 'now', data: body },
      { type: ['command'], timestamp: 1, data: body },
      [{ type: 'command', timestamp: 1, data: body }],
    ),
  );
  // `null` is no message for Chromium.
  const bare = bodies(speaker, SPOKEN)
    .map(({ body }) => body)
    .filter((body) => body !== null);
  return fc.oneof(envelope, bare).map((body) => ({
    say: { how: 'message', body },
    heard: { how: 'message', answer: null },
    dropped: ['unknown'],
  }));
}

/** A line, with a few words. */
function line(speaker: Speaker): fc.Arbitrary<Shot> {
  const name = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...LINES) },
    { weight: 1, arbitrary: fc.constantFrom('', 'command', 'Page', 'constructor', '__proto__') },
  );
  return name.chain((line) =>
    fc.array(bodies(speaker, SPOKEN), { minLength: 1, maxLength: 3 }).map((words) => lineShot(speaker, line, words)),
  );
}

function lineShot({ kind, passes }: Speaker, name: string, words: readonly Body[]): Shot {
  const say = { how: 'line', name, bodies: words.map(({ body }) => body) } as const;
  const line = LINES.find((one) => one === name);
  if (line === undefined || !passes(`${line}.open`)) {
    const orders = kind === 'otherPage' && line === 'page' ? ['leave'] : [];
    const called = line === undefined ? 'unknown' : `${line}.open`;
    return { say, heard: { how: 'line', ended: true, orders }, dropped: [called] };
  }
  // The line of a sidebar frame ends with the first word that is not its ticket, and no ticket here is any.
  if (line === 'sidebar') {
    return { say, heard: { how: 'line', ended: true, orders: [] }, dropped: [calledOnLine(name, words[0]?.body)] };
  }
  const dropped = words
    .filter(({ is }) => is === null || channelOf(is) !== line)
    .map(({ body }) => calledOnLine(name, body));
  const orders = FIRST_ORDER[line];
  const heard: Heard = { how: 'line', ended: false, orders };
  return { say: orders.length > 0 ? say : { ...say, isQuiet: true }, heard, dropped };
}

/** So many things to say, always the same for the same seed. */
export function fuzzed(speaker: Speaker, count: number, seed: number): Round {
  const shots = fc.sample(
    fc.oneof(
      { weight: 3, arbitrary: command(speaker) },
      { weight: 2, arbitrary: stray(speaker) },
      { weight: 2, arbitrary: line(speaker) },
    ),
    { numRuns: count, seed },
  );
  const dropped: Record<string, number> = {};
  for (const name of shots.flatMap((shot) => shot.dropped)) {
    const what = `${name} ${speaker.kind}`;
    dropped[what] = (dropped[what] ?? 0) + 1;
  }
  return { says: shots.map(({ say }) => say), heard: shots.map(({ heard }) => heard), dropped };
}
