import type { Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { browser } from '../browser.ts';

/** Who is at the other end of a line or a message, as the browser attributes it (S5); never by what it says. */
export type Sender = {
  readonly kind: 'page' | 'sidebar';
  readonly tabId: number;
  readonly isTop: boolean;
  readonly frameId: number;
  /** Names frame and document, for the life of the document. */
  readonly frame: string;
  readonly origin: string;
};

const senderSchema = z.object({
  id: z.string(),
  origin: z.string(),
  url: z.string(),
  frameId: z.int(),
  documentId: z.string(),
  tab: z.object({ id: z.int() }),
});

/**
 * Parses the browser's `sender`.
 *
 * @returns `null` for everybody we do not speak with: another extension, no tab, an opaque origin, a frame without
 *   a document, a page of ours that is not the sidebar in a page
 */
export function parseSender(raw: Runtime.MessageSender | undefined): Sender | null {
  const parsed = senderSchema.safeParse(raw);
  if (!parsed.success || parsed.data.id !== browser.runtime.id || parsed.data.origin === 'null') return null;
  const { origin, url, frameId, documentId, tab } = parsed.data;
  const ours = new URL(browser.runtime.getURL('/')).protocol;
  const address = new URL(url);
  const about = { tabId: tab.id, frameId, isTop: frameId === 0, frame: `${frameId}:${documentId}`, origin };
  if (!origin.startsWith(ours)) return { kind: 'page', ...about };
  return address.pathname === '/sidebar.html' && frameId !== 0 ? { kind: 'sidebar', ...about } : null;
}
