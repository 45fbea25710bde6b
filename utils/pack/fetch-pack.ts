import { readBody } from '../plan/service/read-body.ts';
import type { PackCode } from './pack.ts';

/** What came of one fetch. */
export type Fetched =
  | { readonly kind: 'pack'; readonly text: string; readonly etag: string | null }
  /** What is held is what is published. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly code: PackCode };

/** More than this, unpacked, is not read. In bytes. */
const LARGEST_PACK = 1_000_000;
const TIME_OUT_MS = 20_000;
/** Sent back as it came: visible characters, and not many of them (RFC 9110 §8.8.3). */
const ETAG = /^(W\/)?"[\x21\x23-\x7e]{0,200}"$/;

/**
 * Fetches what is published: no cookies, no cache, no redirects, at most 1 MB, and nothing that is not a compact JWS by
 * its content type (RFC 7515 §9.2.1).
 *
 * @param etag of the pack that is held, if it came from this address
 */
export async function fetchPack(url: string, etag: string | null, timeOutMs = TIME_OUT_MS): Promise<Fetched> {
  const answer = await fetch(url, {
    headers: { accept: 'application/jose', ...(etag === null ? {} : { 'if-none-match': etag }) },
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(timeOutMs),
  }).catch(() => null);
  if (!answer) return refused('PACK-UNREACHABLE');
  if (answer.status === 304 && etag !== null) return { kind: 'unchanged' };
  const fault = faultIn(answer);
  if (fault) {
    void answer.body?.cancel().catch(() => undefined);
    return refused(fault);
  }
  return textOf(answer);
}

function faultIn({ type, status, headers }: Response): PackCode | null {
  if (type === 'opaqueredirect' || (status > 300 && status < 400 && status !== 304)) return 'PACK-REDIRECT';
  if (status !== 200) return 'PACK-UNREACHABLE';
  if (!/^application\/jose\s*(;|$)/i.test(headers.get('content-type') ?? '')) return 'PACK-TYPE';
  return Number(headers.get('content-length')) > LARGEST_PACK ? 'PACK-TOO-BIG' : null;
}

async function textOf(answer: Response): Promise<Fetched> {
  const body = await readBody(answer, LARGEST_PACK);
  switch (body.kind) {
    case 'text': {
      const etag = answer.headers.get('etag') ?? '';
      return { kind: 'pack', text: body.text, etag: ETAG.test(etag) ? etag : null };
    }
    case 'tooLarge':
      return refused('PACK-TOO-BIG');
    case 'otherCharset':
      return refused('PACK-UNREADABLE');
    case 'brokenOff':
      return refused('PACK-UNREACHABLE');
  }
}

function refused(code: PackCode): Fetched {
  return { kind: 'refused', code };
}
