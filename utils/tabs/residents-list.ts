import type { PatientIdentity } from '../patient/patient-identity.ts';
import type { ResidentsView } from '../view/find-view.ts';
import type { ResidentsAnswer } from './ask-residents.ts';
import { inTime, type Kept } from './view-record.ts';

export type ResidentsOptions = {
  /** @param correlationId of this list, and of its being looked at */
  readonly ask: (correlationId: string, signal: AbortSignal) => Promise<ResidentsAnswer>;
  /** Puts on record that the list is looked at, with so many people in it. */
  readonly keep: (count: number, correlationId: string) => Promise<Kept>;
  readonly changed: () => void;
};

/** The residents as one page shows them. */
export type ResidentsList = {
  readonly view: () => ResidentsView;
  readonly look: () => void;
  /** Whoever stands at this place of the list that is shown; `null`: nobody, or it is another list by now. */
  readonly at: (list: number, place: number) => PatientIdentity | null;
  readonly end: () => void;
};

let lists = 0;

/** Nothing is asked until `look`; nothing is shown before it is on record that it is looked at (S10). */
export function residentsList({ ask, keep, changed }: ResidentsOptions): ResidentsList {
  let view: ResidentsView = { kind: 'notAsked' };
  let running: AbortController | null = null;

  async function looked(signal: AbortSignal): Promise<ResidentsView> {
    const correlationId = crypto.randomUUID();
    const answer = await ask(correlationId, signal);
    if (answer.kind === 'list') {
      const kept = await inTime(keep(answer.residents.length, correlationId));
      if (!kept.ok) return failed('notAudited', kept.code);
      lists += 1;
      return { ...answer, list: lists };
    }
    if (answer.kind === 'couldNotCheck' || answer.kind === 'noList') return answer;
    return failed('refusedRequest', 'PLN-LIST-REFUSED');
  }

  function show(next: ResidentsView): void {
    view = next;
    changed();
  }

  return {
    view: () => view,
    look() {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      show({ kind: 'looking' });
      looked(mine.signal)
        .catch(() => failed('interrupted', 'PLN-BROKEN'))
        .then((next) => {
          if (running === mine) show(next);
        });
    },
    at(list, place) {
      return view.kind === 'list' && view.list === list ? (view.residents[place]?.identity ?? null) : null;
    },
    end() {
      running?.abort();
      running = null;
      view = { kind: 'notAsked' };
    },
  };
}

function failed(cause: 'notAudited' | 'refusedRequest' | 'interrupted', code: string): ResidentsView {
  return { kind: 'couldNotCheck', cause, code, triedAt: Date.now(), tries: 1 };
}
