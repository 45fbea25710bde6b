import * as z from 'zod/mini';
import { browser } from '../browser.ts';
import type { SystemNow } from '../pack/with-pack.ts';

/** A document in a frame of a tab. */
type Place = {
  readonly tabId: number;
  readonly frameId: number;
  readonly isTop: boolean;
  /** Names frame and document, for the life of the document. */
  readonly frame: string;
};

/** The browser's own panel: our page, in no tab. */
export type OwnPanel = { readonly kind: 'ownPanel' };
/** A sidebar frame in the browser's own panel, in no tab either. By its ticket alone it is known which it is. */
export type PanelFrame = { readonly kind: 'panelFrame' };
/** Our sidebar in a frame of a tab. Whether it holds the ticket of that tab, only the tab's desk can say. */
export type OwnFrame = Place & { readonly kind: 'ownFrame' };
/** A content script of ours, on an origin of a system that is enabled. */
export type EnabledPage = Place & {
  readonly kind: 'enabledPage';
  readonly origin: string;
  readonly system: SystemNow;
};
/** A content script of ours anywhere else. */
export type OtherPage = Place & { readonly kind: 'otherPage'; readonly origin: string };
/** Our page in which a person is found by hand, at the top of a tab of its own. */
export type FindPage = Place & { readonly kind: 'findPage' };
/** Our page in which somebody teaches, at the top of a tab of its own. */
export type TeachPage = Place & { readonly kind: 'teachPage' };
/**
 * Nobody we hear: our own background, any other page of ours, or a stranger (another
 * extension, an opaque origin, a document without a name).
 */
export type Unheard = { readonly kind: 'background' | 'ownPage' | 'stranger' };

/** Who is at the other end of a line or a message, as the browser and the settings say (S5); never as it says itself. */
export type AnySender = OwnFrame | OwnPanel | PanelFrame | EnabledPage | OtherPage | FindPage | TeachPage | Unheard;
export type SenderKind = AnySender['kind'];
/** A document in a tab that speaks with us. */
export type Sender = OwnFrame | EnabledPage | OtherPage | FindPage | TeachPage;

/** The enabled system an origin belongs to, once settings are known; `null`: none. */
export type SystemAt = (origin: string) => Promise<SystemNow | null>;

/** Every kind there is, for counting. */
export const SENDER_KINDS = [
  'background',
  'ownPage',
  'ownFrame',
  'ownPanel',
  'panelFrame',
  'findPage',
  'teachPage',
  'enabledPage',
  'otherPage',
  'stranger',
] as const satisfies readonly SenderKind[];

const attributedSchema = z.object({ id: z.string(), origin: z.string() });
const placeSchema = z.object({
  frameId: z.int().check(z.nonnegative()),
  documentId: z.string().check(z.minLength(1)),
  tab: z.object({ id: z.int().check(z.nonnegative()) }),
});
const urlSchema = z.object({ url: z.string() });

/** Firefox makes a page for the background script; Chromium has only the script. */
const FIREFOX_BACKGROUND = '/_generated_background_page.html';

/** Whoever of ours speaks at our own origin. */
type OwnSender = OwnFrame | OwnPanel | PanelFrame | FindPage | TeachPage | Unheard;
type Page = Place & { readonly kind: 'page'; readonly origin: string };

/**
 * Parses the browser's `sender`, whatever it holds or lacks.
 *
 * @returns `page` for a content script, of which the settings say the rest (`senderOf`)
 */
export function parseSender(raw: unknown): OwnSender | Page {
  const attributed = attributedSchema.safeParse(raw);
  if (!attributed.success || attributed.data.id !== browser.runtime.id) return { kind: 'stranger' };
  const { origin } = attributed.data;
  const place = placeOf(raw);
  if (origin === ownOrigin()) return ownSender(raw, place);
  return place && isWebOrigin(origin) ? { kind: 'page', origin, ...place } : { kind: 'stranger' };
}

/** Who that is, once the settings are known. */
export async function senderOf(raw: unknown, systemAt: SystemAt): Promise<AnySender> {
  const sender = parseSender(raw);
  if (sender.kind !== 'page') return sender;
  const system = await systemAt(sender.origin);
  return system ? { ...sender, kind: 'enabledPage', system } : { ...sender, kind: 'otherPage' };
}

function ownSender(raw: unknown, place: Place | null): OwnSender {
  const path = ownPath(raw);
  if (isInNoTab(raw) && path === '/sidepanel.html') return { kind: 'ownPanel' };
  if (isInNoTab(raw) && path === '/sidebar.html') return { kind: 'panelFrame' };
  if (place && !place.isTop && path === '/sidebar.html') return { kind: 'ownFrame', ...place };
  if (place?.isTop && path === '/find.html') return { kind: 'findPage', ...place };
  if (place?.isTop && path === '/teach.html') return { kind: 'teachPage', ...place };
  const isPage = place !== null || (path?.endsWith('.html') && path !== FIREFOX_BACKGROUND);
  return { kind: isPage ? 'ownPage' : 'background' };
}

function placeOf(raw: unknown): Place | null {
  const place = placeSchema.safeParse(raw);
  if (!place.success) return null;
  const { frameId, documentId, tab } = place.data;
  return { tabId: tab.id, frameId, isTop: frameId === 0, frame: `${frameId}:${documentId}` };
}

/** A tab that cannot be read is a tab, all the same. */
function isInNoTab(raw: unknown): boolean {
  return z.object({ tab: z.optional(z.undefined()) }).safeParse(raw).success;
}

/** `chrome-extension://…` or `moz-extension://…`: the whole of it, since other extensions share its beginning. */
function ownOrigin(): string {
  return browser.runtime.getURL('/').replace(/\/$/, '');
}

/** The path of an address of ours; `null`: it is none. */
function ownPath(raw: unknown): string | null {
  const address = urlSchema.safeParse(raw);
  const own = ownOrigin();
  if (!address.success || !address.data.url.startsWith(`${own}/`)) return null;
  return URL.parse(address.data.url)?.pathname ?? null;
}

function isWebOrigin(origin: string): boolean {
  return /^https?:\/\//.test(origin) && URL.parse(origin)?.origin === origin;
}
