import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { MessageName } from '../../../utils/messages.ts';
import {
  allowed,
  judgeCommand,
  judgeOnFindLine,
  judgeOnGuardLine,
  judgeOnHubLine,
  judgeOnPageLine,
  judgeOnPanelLine,
  judgeOnSidebarLine,
  judgeOpening,
  type Opening,
  type Passed,
} from '../../../utils/tabs/allowed.ts';
import { type AnySender, SENDER_KINDS, type SenderKind, senderOf } from '../../../utils/tabs/sender.ts';
import { senders, systemAt } from './fake-runtime.ts';
import { anything, type Channel, channelOf, malformed, SPOKEN, type Spoken, wellFormed } from './message-bodies.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));

/** Who may say what, written down once more: the page of an enabled system its own things, our frame the others. */
const MAY: Readonly<Record<SenderKind, RegExp>> = {
  background: /^never$/,
  ownPage: /^never$/,
  ownFrame: /^(sidebar|command)\.(?!(follow|enableHere)$)/,
  ownPanel: /^(panel|hub)\./,
  panelFrame: /^(sidebar|command)\.(?!(arrange|sight)$)/,
  findPage: /^(find\.|command\.(signIn|signOut|lock|cancel|chooseRole|switchRole|hideNow|showAgain|health)$)/,
  teachPage: /^command\.showAgain$/,
  enabledPage: /^(page|guard)\./,
  otherPage: /^never$/,
  stranger: /^never$/,
};

const from = Object.fromEntries(
  await Promise.all(SENDER_KINDS.map(async (kind) => [kind, await senderOf(senders[kind], systemAt)])),
) as Readonly<Record<SenderKind, AnySender>>;

const judges = {
  page: judgeOnPageLine,
  guard: judgeOnGuardLine,
  panel: judgeOnPanelLine,
  hub: judgeOnHubLine,
  sidebar: judgeOnSidebarLine,
  find: judgeOnFindLine,
  command: judgeCommand,
} as const;
const CHANNELS = Object.keys(judges) as Channel[];

const anyKind = fc.constantFrom(...SENDER_KINDS);
const anySpoken = fc.constantFrom(...SPOKEN);
const said = (bodies: (name: Spoken) => fc.Arbitrary<object>) =>
  anySpoken.chain((name) => fc.tuple(fc.constant(name), bodies(name), anyKind));

const isOpening = (name: MessageName): name is Opening => name.endsWith('.open');

describe('who may say what', () => {
  const matrix = (Object.keys(allowed) as MessageName[]).flatMap((name) =>
    SENDER_KINDS.map((kind) => ({ name, kind, may: MAY[kind].test(name) })),
  );

  it('has a line for everything that can be said, and every kind of sender beside it', () => {
    const openings = ['page', 'guard', 'panel', 'hub', 'sidebar', 'find'].map((line) => `${line}.open`);
    expect(new Set(Object.keys(allowed))).toEqual(new Set([...openings, ...SPOKEN]));
    expect(matrix).toHaveLength(40 * 10);
    expect(matrix.filter(({ may }) => may)).toHaveLength(4 + 2 + 2 + 4 + 2 * 21 + 1 + 3 + 9 + 1 + 1 + 2);
  });

  it.each(matrix)('$name from $kind: $may', ({ name, kind, may }) => {
    if (isOpening(name)) {
      const judged = judgeOpening(name.replace('.open', ''), from[kind]);
      expect(judged).toEqual(may ? { name, body: null, from: from[kind] } : { dropped: name });
      return;
    }
    const [body] = fc.sample(wellFormed[name], { numRuns: 1, seed: 1 });
    const judged = judges[channelOf(name)](body, from[kind]);
    expect(judged).toEqual(may ? { name, body, from: from[kind] } : { dropped: name });
  });

  it.each(['', 'Page', 'page ', 'page.open', 'command', 'constructor', '__proto__', 'x'.repeat(1_000)])(
    'no line is called "%s"',
    (portName) => {
      for (const kind of SENDER_KINDS) expect(judgeOpening(portName, from[kind])).toEqual({ dropped: 'unknown' });
    },
  );
});

describe('whatever is said', () => {
  it('passes if it is well-formed and the table says so, and else does not', () => {
    fc.assert(
      fc.property(
        said((name) => wellFormed[name]),
        ([name, body, kind]) => {
          const judged = judges[channelOf(name)](body, from[kind]);
          expect(judged).toEqual(MAY[kind].test(name) ? { name, body, from: from[kind] } : { dropped: name });
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('never passes with one part too many, too few, or wrong', () => {
    fc.assert(
      fc.property(said(malformed), ([name, body, kind]) => {
        expect(judges[channelOf(name)](body, from[kind])).toHaveProperty('dropped');
      }),
      { numRuns: 10_000 },
    );
  });

  it('never passes on another channel than its own', () => {
    fc.assert(
      fc.property(
        said((name) => wellFormed[name]),
        fc.constantFrom(...CHANNELS),
        ([name, body, kind], channel) => {
          fc.pre(channel !== channelOf(name));
          expect(judges[channel](body, from[kind])).toEqual({ dropped: 'unknown' });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('never passes, and is called by a name of the table or by none, when it is anything at all', () => {
    const names = new Set<string>([...Object.keys(allowed), 'unknown']);
    fc.assert(
      fc.property(anything, fc.constantFrom(...CHANNELS), anyKind, (body, channel, kind) => {
        const judged = judges[channel](body, from[kind]);
        expect('dropped' in judged && names.has(judged.dropped)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is not what inherits its parts', () => {
    const command = Object.create({ do: 'signOut' });
    expect(judgeCommand(command, from.ownFrame)).toEqual({ dropped: 'unknown' });
    expect(judgeCommand({ do: { toString: () => 'signOut' } }, from.ownFrame)).toEqual({ dropped: 'unknown' });
  });
});

it('nothing but the table makes a message that may be acted on: the types say so', () => {
  const frame = from.ownFrame;
  // @ts-expect-error It lacks the table's word.
  const made: Passed<'command.retry'> = { name: 'command.retry', body: { do: 'retry' }, from: frame };
  const system = (message: Passed<'page.report'>) => message.from.system;
  // @ts-expect-error No page has the system of an enabled one for a command: only our frames may give one.
  const other = (message: Passed<'command.retry'>) => message.from.system;
  expect([made, system, other]).toBeDefined();
});
