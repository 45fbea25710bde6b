import type { CDPSession, Frame } from 'puppeteer';

/** How the driver speaks with the process of one frame of a page (Chromium), which it shows nobody. */
export function sessionOfFrame(frame: Frame): CDPSession {
  const session: unknown = Reflect.get(frame, 'client');
  if (!isSession(session)) throw new Error('This version of Puppeteer keeps the session of a frame somewhere else.');
  return session;
}

function isSession(value: unknown): value is CDPSession {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'send') === 'function';
}
