import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Outcome, sendCommand } from '../../../utils/commands.ts';
import { acceptCommands } from '../../../utils/tabs/accept-commands.ts';
import { SENDER_KINDS, type SenderKind } from '../../../utils/tabs/sender.ts';
import type { SidebarCommand } from '../../../utils/view/view.ts';
import { browser, senders, systemAt } from './fake-runtime.ts';
import { anything, channelOf, malformed, SPOKEN, wellFormed } from './message-bodies.ts';

vi.mock('../../../utils/browser.ts', async () => ({ browser: (await import('./fake-runtime.ts')).browser }));
const drops = vi.hoisted(() => ({ counted: [] as string[] }));
vi.mock('../../../utils/tabs/dropped.ts', () => ({
  countDropped: (message: string, kind: string) => drops.counted.push(`${message} ${kind}`),
}));

let followed: unknown[] = [];
let outcome: Outcome | 'broken' = 'done';
acceptCommands({
  async follow({ body, from }) {
    expect(from).toMatchObject({ tabId: 3, frame: from.kind === 'ownFrame' ? '7:2F' : '0:2F' });
    followed.push(body);
    if (outcome === 'broken') throw new Error('Margaret Reed');
    return outcome;
  },
  systemAt,
});

const COMMANDS = SPOKEN.filter((name) => channelOf(name) === 'command');
/** The page in which a person is found has nothing to do with a plan. */
const OF_NO_PLAN = /^command\.(signIn|signOut|lock|cancel|chooseRole|switchRole|hideNow|showAgain|health)$/;
/** Said in the panel, over its own line: whom it follows, and that a page is to be enabled. */
const IN_PANEL = /^command\.(follow|enableHere)$/;
const may = (name: string, kind: SenderKind) =>
  (kind === 'ownFrame' && !IN_PANEL.test(name)) ||
  (kind === 'findPage' && OF_NO_PLAN.test(name)) ||
  (kind === 'teachPage' && name === 'command.showAgain');
const isOurs = (kind: SenderKind) => ['ownFrame', 'findPage', 'teachPage'].includes(kind);
const envelope = (data: unknown) => ({ id: 1, type: 'command', timestamp: 1, data });

/** Lets a message arrive; `undefined`: nobody answers. */
async function send(message: unknown, kind: SenderKind): Promise<unknown> {
  const answers = browser.runtime.onMessage.happen(message, senders[kind]);
  expect(answers).toHaveLength(1);
  // Whoever is not answered is counted all the same, a moment later.
  await new Promise((done) => setImmediate(done));
  return answers[0];
}

beforeEach(() => {
  followed = [];
  outcome = 'done';
  drops.counted = [];
});

describe('a command', () => {
  const matrix = COMMANDS.flatMap((name) => SENDER_KINDS.map((kind) => ({ name, kind, passes: may(name, kind) })));

  it.each(matrix)('$name from $kind: $passes', async ({ name, kind, passes }) => {
    const [command] = fc.sample(wellFormed[name], { numRuns: 1, seed: 1 });
    expect(await send(envelope(command), kind)).toEqual(
      isOurs(kind) ? { res: passes ? 'done' : 'dropped' } : undefined,
    );
    expect(followed).toEqual(passes ? [command] : []);
    expect(drops.counted).toEqual(passes ? [] : [`${name} ${kind}`]);
  });

  it('S5: is dropped and counted if the desk of its tab does not know the frame', async () => {
    outcome = 'dropped';
    expect(await send(envelope({ do: 'signOut' }), 'ownFrame')).toEqual({ res: 'dropped' });
    expect(drops.counted).toEqual(['command.signOut ownFrame']);
  });

  it('S7: that breaks tells nobody why', async () => {
    outcome = 'broken';
    expect(await send(envelope({ do: 'retry' }), 'ownFrame')).toEqual({ res: 'dropped' });
  });

  it('is followed only if it is well-formed, from a frame of ours; anything else is counted once', async () => {
    const message = fc.oneof(
      fc.constantFrom(...SPOKEN).chain((name) =>
        fc.oneof(
          wellFormed[name].map((body) => ({
            message: envelope(body),
            is: channelOf(name) === 'command' ? name : false,
          })),
          malformed(name).map((body) => ({ message: envelope(body), is: false as const })),
          // Said without its envelope, as over a line.
          wellFormed[name].map((body) => ({ message: body, is: false as const })),
        ),
      ),
      anything.map((body) => ({ message: envelope(body), is: false as const })),
      anything.map((body) => ({ message: body, is: false as const })),
    );
    await fc.assert(
      fc.asyncProperty(message, fc.constantFrom(...SENDER_KINDS), async ({ message, is }, kind) => {
        followed = [];
        drops.counted = [];
        const answer = await send(message, kind);
        const passes = typeof is === 'string' && may(is, kind);
        expect(followed).toHaveLength(passes ? 1 : 0);
        expect(drops.counted).toHaveLength(passes ? 0 : 1);
        if (!isOurs(kind)) expect(answer).toBeUndefined();
        else if (!passes) expect([undefined, 'dropped']).toContain((answer as { res: string } | undefined)?.res);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('what is no command', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'sidebar', 'Command', ''])(
    'is not answered, whatever it is called: %s',
    async (type) => {
      for (const kind of SENDER_KINDS) {
        drops.counted = [];
        expect(await send({ id: 1, type, timestamp: 1, data: { do: 'signOut' } }, kind)).toBeUndefined();
        expect(drops.counted).toEqual([`unknown ${kind}`]);
      }
      expect(followed).toEqual([]);
    },
  );

  it.each([[undefined], [null], ['signOut'], [7], [true], [[]], [[{ do: 'signOut' }]], [new Map()]])(
    'is not answered: %s',
    async (message) => {
      for (const kind of SENDER_KINDS) expect(await send(message, kind)).toBeUndefined();
      expect(drops.counted).toEqual(SENDER_KINDS.map((kind) => `unknown ${kind}`));
    },
  );
});

describe('the messaging library’s sending end', () => {
  /** What the library sends by, with the background at its other end. */
  function connectTo(kind: SenderKind): void {
    vi.stubGlobal('chrome', {
      runtime: {
        lastError: undefined as object | undefined,
        async sendMessage(message: unknown, answered: (answer?: unknown) => void) {
          const answer = await send(message, kind);
          if (answer === undefined) this.lastError = { message: 'The message port closed.' };
          answered(answer);
          this.lastError = undefined;
        },
      },
    });
  }

  it('is understood, and understands the answer', async () => {
    connectTo('ownFrame');
    const command: SidebarCommand = { do: 'giveReason', reason: 'emergency', words: 'Unconscious' };
    expect(await sendCommand(command)).toBe('done');
    expect(followed).toEqual([command]);
    outcome = 'dropped';
    expect(await sendCommand({ do: 'signOut' })).toBe('dropped');
  });

  it('takes silence for dropped', async () => {
    connectTo('ownPage');
    expect(await sendCommand({ do: 'signOut' })).toBe('dropped');
    expect(followed).toEqual([]);
  });
});
