import { browser } from '../browser.ts';
import type { Sign } from '../view/sign-of.ts';

/** The words of each sign: at most four characters on the button, and a sentence for whoever rests on it. */
export type SignWords = Readonly<Record<Sign, { readonly text: string; readonly title: string }>>;

/** Neither green nor red: on a plan those say something of CPR. */
const QUIET = { ground: '#4c6272', ink: '#ffffff' };
const COLOURS: Readonly<Record<Sign, { readonly ground: string; readonly ink: string }>> = {
  nothing: QUIET,
  notHere: QUIET,
  inPanel: { ground: '#005eb8', ink: '#ffffff' },
  looking: QUIET,
  plan: { ground: '#005eb8', ink: '#ffffff' },
  noPlan: QUIET,
  attention: { ground: '#ffb81c', ink: '#212b32' },
  covered: { ground: '#ffb81c', ink: '#212b32' },
  coveredAlone: { ground: '#ffb81c', ink: '#212b32' },
  off: QUIET,
};

/** Puts a sign on the browser's own button, for one tab; a tab that has gone needs none. */
export async function drawSign(tabId: number, sign: Sign, words: SignWords): Promise<void> {
  const { text, title } = words[sign];
  const { ground, ink } = COLOURS[sign];
  const { action } = browser;
  await Promise.allSettled([
    action.setBadgeText({ tabId, text }),
    action.setTitle({ tabId, title }),
    action.setBadgeBackgroundColor({ tabId, color: ground }),
    action.setBadgeTextColor({ tabId, color: ink }),
  ]);
}
