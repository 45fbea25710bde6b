import type { Taken, TakeOut } from '../../components/take-out.ts';
import type { SidebarAnswer } from '../../utils/messages.ts';
import type { SidebarCommand } from '../../utils/view/view.ts';
import { writeText } from './write-text.ts';

type Asking = Extract<SidebarCommand, { do: 'copy' | 'print' }>;
type WithoutAsk<C> = C extends unknown ? Omit<C, 'ask'> : never;

/** Takes something of the plan out of this frame, once the background says that it is on record (S10). */
export type Taking = {
  readonly takeOut: TakeOut;
  readonly answered: (answer: SidebarAnswer) => void;
  /** Whether what is being printed is on record already. */
  readonly isPrinting: () => boolean;
};

/**
 * The frame goes away with its patient, and whatever is still waited for with it: no answer of one patient comes to
 * another.
 *
 * @param on sends a command
 */
export function taking(on: (command: SidebarCommand) => void): Taking {
  const waiting = new Map<number, (failed: string | null) => void>();
  let asked = 0;
  let printing = false;

  function onRecord(command: WithoutAsk<Asking>): Promise<string | null> {
    asked += 1;
    const ask = asked;
    return new Promise((resolve) => {
      waiting.set(ask, resolve);
      on({ ...command, ask });
    });
  }

  return {
    takeOut: {
      async copy(of, text): Promise<Taken> {
        const notKept = await onRecord({ do: 'copy', of });
        if (notKept !== null) return { notKept };
        const words = text();
        return words !== null && writeText(words) ? 'taken' : 'notTaken';
      },
      async print(isDrawn): Promise<Taken> {
        const notKept = await onRecord({ do: 'print' });
        if (notKept !== null) return { notKept };
        if (!isDrawn()) return 'notTaken';
        printing = true;
        print();
        printing = false;
        return 'taken';
      },
    },
    answered({ ask, failed }) {
      waiting.get(ask)?.(failed);
      waiting.delete(ask);
    },
    isPrinting: () => printing,
  };
}
