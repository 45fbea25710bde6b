/** As of the plan service (docs/plan-service.md): more than this, unpacked, is not read. In bytes. */
const LARGEST_BODY = 5_000_000;

/**
 * `didNotCome`: no answer, one that broke off, or one that only says “not now” (408, 429, 5xx). `redirected`: sent
 * elsewhere, which is never followed. `tooLong`: more than anybody needs to sign somebody in. `notJson`: JSON was asked
 * for, and something else came.
 */
export type AnswerFault = 'didNotCome' | 'redirected' | 'tooLong' | 'notJson';

/** Says that an answer of the sign-in service cannot be judged; holds nothing of it. */
export class UnusableAnswer extends Error {
  readonly fault: AnswerFault;

  constructor(fault: AnswerFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What oauth4webapi hands to a `fetch` of its caller's; names of headers in small letters. */
export type Asked = {
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | string | undefined;
  readonly signal?: AbortSignal;
};

/**
 * `fetch` for the sign-in service: no cookies, no cache, no redirects, and never more than 5 MB.
 *
 * @returns the answer with its whole body, whatever its status but those of `didNotCome` and `redirected`
 * @throws UnusableAnswer
 */
export async function boundedFetch(
  address: string,
  { method = 'GET', headers: asked, body, signal }: Asked,
): Promise<Response> {
  const answer = await fetch(address, {
    method,
    headers: asked,
    body: body ?? null,
    signal: signal ?? null,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
  }).catch(() => giveUp('didNotCome'));
  const { status, headers } = answer;
  const fault = faultIn(answer);
  if (fault) {
    void answer.body?.cancel().catch(() => undefined);
    return giveUp(fault);
  }
  const text = await textOf(answer);
  if (status === 200 && asked.accept?.includes('json') && !isJson(text)) return giveUp('notJson');
  return new Response(text === '' ? null : text, { status, headers });
}

function giveUp(fault: AnswerFault): never {
  throw new UnusableAnswer(fault);
}

function faultIn({ type, status, headers }: Response): AnswerFault | null {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirected';
  if (status === 408 || status === 429 || status >= 500) return 'didNotCome';
  return Number(headers.get('content-length')) > LARGEST_BODY ? 'tooLong' : null;
}

/** Piece by piece, so that no more of it than the limit is ever in memory, however small it was packed. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.body) return '';
  const pieces = answer.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await pieces.read().catch(() => giveUp('didNotCome'));
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > LARGEST_BODY) {
      void pieces.cancel().catch(() => undefined);
      return giveUp('tooLong');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
