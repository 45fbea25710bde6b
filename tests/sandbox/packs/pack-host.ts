import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Pack } from '../../../utils/pack/pack.ts';
import type { AdapterPack } from '../../../utils/settings/policy-schema.ts';
import { makePackKeys, signPack } from './sign-pack.ts';

/** How the address of the pack can go wrong, and by which code that is named; what is published stays what it is. */
export const PACK_FAULTS = [
  /** Signed by somebody else, under the name of the right key. */
  ['signature', 'PACK-SIGNATURE'],
  /** The pack before the last one, as it was signed then. */
  ['older', 'PACK-OLDER'],
  /** A later pack with an adapter for one more host. */
  ['origins', 'PACK-ORIGINS'],
  ['tooBig', 'PACK-TOO-BIG'],
  /** As long, and nobody says so beforehand. */
  ['tooBigUntold', 'PACK-TOO-BIG'],
  ['type', 'PACK-TYPE'],
  ['unreadable', 'PACK-UNREADABLE'],
  ['redirect', 'PACK-REDIRECT'],
  ['down', 'PACK-UNREACHABLE'],
] as const;
/** `silent`: no answer at all. */
export type PackFault = (typeof PACK_FAULTS)[number][0] | 'silent';

/** How a request ended, and what it said it had already. */
export type PackRequest = { readonly status: number; readonly ifNoneMatch: string | null };

export type PackHost = {
  readonly app: Hono;
  /** What an organisation's policy says of it. */
  readonly policyFor: (origin: string) => AdapterPack;
  /** Signs and publishes the next pack. */
  readonly publish: (entries: Pack['entries']) => Promise<void>;
  /** How many have been published: the number of the last one. */
  readonly count: () => number;
  /** From now on, until told otherwise (`null`), requests are answered so. */
  readonly misbehave: (fault: PackFault | null) => void;
  /** In the order in which they came. */
  readonly requests: readonly PackRequest[];
};

const PATH = '/adapters.jws';
const TEN_MB = 10_000_000;
const JOSE = 'application/jose';

/** An organisation that publishes packs of adapters, the first of them empty. */
export async function packHost(): Promise<PackHost> {
  const [keys, stranger] = await Promise.all([makePackKeys(), makePackKeys()]);
  const published: string[] = [];
  const requests: PackRequest[] = [];
  let entries: Pack['entries'] = [];
  let fault: PackFault | null = null;

  const packOf = (more: Pack['entries'] = entries, sequence = published.length): Pack => ({
    format: 1,
    id: 'example-icb',
    sequence,
    issuedAt: new Date().toISOString(),
    entries: more,
  });

  async function publish(next: Pack['entries']): Promise<void> {
    entries = next;
    published.push(await signPack(packOf(next, published.length + 1), keys));
  }

  /** A later pack than any that was published. */
  async function wrong(kind: PackFault): Promise<string> {
    const later = packOf(entries, published.length + 100);
    if (kind === 'signature')
      return signPack(later, { privateKey: { ...stranger.privateKey, kid: keys.publicKey.kid } });
    if (kind === 'older') return published.at(-2) ?? '';
    if (kind === 'origins') return signPack({ ...later, entries: entries.map(widened) }, keys);
    return kind === 'unreadable' ? signPack({ ...later, format: 2 }, keys) : signPack(later, keys);
  }

  async function answer(context: Context): Promise<Response> {
    if (fault === 'silent') return new Promise(() => undefined);
    if (fault === 'down') return context.text('', 500);
    if (fault === 'redirect') return context.redirect('/elsewhere.jws', 302);
    if (fault === 'tooBig') return context.body('A'.repeat(TEN_MB), 200, { 'content-type': JOSE });
    if (fault === 'tooBigUntold') return new Response(endless(), { headers: { 'content-type': JOSE } });
    const text = fault ? await wrong(fault) : (published.at(-1) ?? '');
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
    if (context.req.header('if-none-match') === etag) return context.body(null, 304, { etag });
    return context.body(text, 200, { 'content-type': fault === 'type' ? 'text/plain' : JOSE, etag });
  }

  const app = new Hono();
  app.get(PATH, async (context) => {
    const answered = await answer(context);
    requests.push({ status: answered.status, ifNoneMatch: context.req.header('if-none-match') ?? null });
    return answered;
  });
  app.get('/elsewhere.jws', async (context) => context.body(await wrong('redirect'), 200, { 'content-type': JOSE }));
  await publish([]);
  return {
    app,
    policyFor: (origin) => ({ url: `${origin}${PATH}`, keys: [keys.publicKey] }),
    publish,
    count: () => published.length,
    misbehave: (next) => {
      fault = next;
    },
    requests,
  };
}

function widened(entry: Pack['entries'][number]): Pack['entries'][number] {
  return 'adapter' in entry ? { ...entry, origins: ['https://everywhere.example/*'] } : entry;
}

/** 10 MB, piece by piece. */
function endless(): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(100_000).fill(65);
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += piece.length;
      controller.enqueue(piece);
      if (sent >= TEN_MB) controller.close();
    },
  });
}
