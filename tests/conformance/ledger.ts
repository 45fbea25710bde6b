import { AsyncLocalStorage } from 'node:async_hooks';
import { operationOutcomeSchema } from '../../utils/plan/fhir-schemas.ts';
import { httpDate } from '../../utils/plan/service/http-date.ts';
import { parseBody } from '../../utils/plan/service/parse-body.ts';
import { readBody } from '../../utils/plan/service/read-body.ts';

/** One request of the run and the head of its answer. Nothing of a body is kept. */
export type Exchange = {
  readonly requestId: string;
  readonly correlationId: string | null;
  readonly method: string;
  /** Below the FHIR base, and asked for as FHIR: neither discovery nor keys. */
  readonly isFhir: boolean;
  readonly status: number;
  readonly headers: Headers;
  /** The service's clock, and ours half-way through, milliseconds since 1970. */
  readonly date: number | null;
  readonly at: number;
  /** Whether a refusal brought an OperationOutcome; `null` for what is no refusal. */
  readonly isOutcome: Promise<boolean> | null;
};

type Watched<T> = { readonly value: T; readonly requestIds: readonly string[] };

/** Knows every request of a run, and for what it was made. */
export type Ledger = {
  readonly exchanges: readonly Exchange[];
  /** Runs something and tells which requests it made, or rested on. */
  readonly during: <T>(run: () => Promise<T>) => Promise<Watched<T>>;
  /**
   * Does something the first time it is asked for. Whoever asks again rests on the same requests, but one such step does
   * not rest on those of the steps before it: a row names the calls it is about.
   */
  readonly once: <T>(run: () => Promise<T>) => () => Promise<T>;
  /** Does what no row that happens to come first is to have its requests named for. */
  readonly aside: <T>(run: () => Promise<T>) => Promise<T>;
  /** Gives `fetch` back as it was. */
  readonly close: () => void;
};

/** A refusal is a few lines; whoever sends more than this (bytes) sends something else. */
const LARGEST_REFUSAL = 100_000;
const DEEPEST = 50;

/**
 * Watches every `fetch` of this process until closed. The product's own client makes the requests and does not tell the
 * headers of their answers; they are read here, and neither request nor answer is changed.
 */
export function openLedger(fhirBase: string): Ledger {
  const original = globalThis.fetch;
  const exchanges: Exchange[] = [];
  const frames = new AsyncLocalStorage<Frames>();
  const note = (requestId: string) => {
    for (const frame of frames.getStore()?.open ?? []) frame.add(requestId);
  };
  globalThis.fetch = async (input, init) => {
    const sent = new Headers(init?.headers);
    const requestId = sent.get('x-request-id');
    if (requestId !== null) note(requestId);
    const startedAt = Date.now();
    const answer = await original(input, init);
    const at = (startedAt + Date.now()) / 2;
    if (requestId !== null) exchanges.push(exchangeOf(answer, { input, init, sent, requestId, fhirBase, at }));
    return answer;
  };
  const during = async <T>(run: () => Promise<T>): Promise<Watched<T>> => {
    const own = new Set<string>();
    const { open = [], isStep = false } = frames.getStore() ?? {};
    const value = await frames.run({ open: [...open, own], isStep }, run);
    return { value, requestIds: [...own] };
  };
  const once = <T>(run: () => Promise<T>) => {
    let made: Promise<Watched<Settled<T>>> | null = null;
    return async (): Promise<T> => {
      made ??= frames.run({ open: [], isStep: true }, () => during(() => settled(run)));
      const { value, requestIds } = await made;
      if (!frames.getStore()?.isStep) for (const requestId of requestIds) note(requestId);
      if (value.ok) return value.value;
      throw value.error;
    };
  };
  const aside = <T>(run: () => Promise<T>) => frames.run({ open: [], isStep: true }, run);
  const close = () => {
    globalThis.fetch = original;
  };
  return { exchanges, during, once, aside, close };
}

/** Who wants to know of a request that is made now, and whether that is one of the steps that are done once. */
type Frames = { readonly open: readonly Set<string>[]; readonly isStep: boolean };

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

async function settled<T>(run: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error };
  }
}

type Asked = {
  readonly input: string | URL | Request;
  readonly init: RequestInit | undefined;
  readonly sent: Headers;
  readonly requestId: string;
  readonly fhirBase: string;
  readonly at: number;
};

function exchangeOf(answer: Response, { input, init, sent, requestId, fhirBase, at }: Asked): Exchange {
  const address = input instanceof Request ? input.url : String(input);
  const { status, headers } = answer;
  return {
    requestId,
    correlationId: sent.get('x-correlation-id'),
    method: init?.method ?? 'GET',
    isFhir: address.startsWith(`${fhirBase}/`) && sent.get('accept') === 'application/fhir+json',
    status,
    headers,
    date: httpDate(headers.get('date') ?? ''),
    at,
    isOutcome: status >= 400 ? isOutcome(answer.clone()) : null,
  };
}

async function isOutcome(answer: Response): Promise<boolean> {
  const body = parseBody(await readBody(answer, LARGEST_REFUSAL), null, DEEPEST);
  return body.ok && operationOutcomeSchema.safeParse(body.value).success;
}
