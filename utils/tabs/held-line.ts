import type { Runtime } from 'webextension-polyfill';
import { talkLimit } from './talk-limit.ts';

/** What becomes of what is said over a line. */
export type Ears = {
  readonly hear: (message: unknown) => void;
  /** The line has said too much, and is being ended; this is the message that was too much. */
  readonly tooMuch: (message: unknown) => void;
  /** The line has ended, from either side. */
  readonly ended: () => void;
};

/** A line from its first moment on; the first messages wait until it is known who is speaking. */
export type HeldLine = {
  /** From now on this is who hears, beginning with what has waited. */
  readonly heardBy: (ears: Ears) => void;
  /** Sends an order, unless the line is over. */
  readonly send: (order: object) => void;
  readonly end: () => void;
  readonly isOver: () => boolean;
};

type Said = { readonly message: unknown; readonly tooMuch: boolean };

/** Holds a line that has just been opened. Its listeners are registered before this returns. */
export function holdLine(port: Runtime.Port): HeldLine {
  const isTooMuch = talkLimit();
  const waiting: Said[] = [];
  let ears: Ears | null = null;
  let flooded = false;
  let over = false;

  function tell({ message, tooMuch }: Said): void {
    if (over || !ears) return;
    if (!tooMuch) ears.hear(message);
    else {
      ears.tooMuch(message);
      end();
    }
  }

  /** The browser tells the other end of a disconnection, and never the one that asked for it. */
  function end(): void {
    if (over) return;
    port.disconnect();
    left();
  }

  function left(): void {
    over = true;
    ears?.ended();
  }

  port.onMessage.addListener((message: unknown) => {
    if (over || flooded) return;
    const said = { message, tooMuch: isTooMuch(message) };
    flooded = said.tooMuch;
    if (ears) tell(said);
    else waiting.push(said);
  });
  port.onDisconnect.addListener(left);
  return {
    heardBy(hearing) {
      ears = hearing;
      waiting.splice(0).forEach(tell);
    },
    send(order) {
      if (!over) port.postMessage(order);
    },
    end,
    isOver: () => over,
  };
}
