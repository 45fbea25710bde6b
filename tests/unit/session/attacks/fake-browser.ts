import { REDIRECT_URI } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { playedWindows } from '../played-windows.ts';

/** `storage.session`, copied in and out as the browser does. */
export const stored = new Map<string, string>();

/** Names of what is kept there; an ending that is over leaves `null` behind, which is nothing. */
export function keptThere(): string[] {
  return [...stored].flatMap(([key, text]) => (text === 'null' ? [] : [key]));
}

/** What plays the window that `launchWebAuthFlow` opens: an address goes in, the address it ended at comes out. */
export type SignInWindow = (address: string) => Promise<string>;

let openWindow: SignInWindow = () => Promise.reject(new Error('No window'));

export function windowsAre(next: SignInWindow): void {
  openWindow = next;
}

/** As much of the extension API as signing in uses. */
export const browser = {
  storage: {
    session: {
      get: async (keys: string | readonly string[]) =>
        Object.fromEntries(
          [keys].flat().flatMap((key) => {
            const text = stored.get(key);
            return text === undefined ? [] : [[key, JSON.parse(text)]];
          }),
        ),
      set: async (items: Readonly<Record<string, unknown>>) => {
        for (const [key, value] of Object.entries(items)) stored.set(key, JSON.stringify(value));
      },
      remove: async (keys: string | readonly string[]) => {
        for (const key of [keys].flat()) stored.delete(key);
      },
    },
  },
  identity: {
    getRedirectURL: () => REDIRECT_URI,
    launchWebAuthFlow: async ({ url, interactive }: { readonly url: string; readonly interactive: boolean }) => {
      if (!interactive) throw new Error('User interaction required.');
      return openWindow(url);
    },
  },
  windows: playedWindows((address) => openWindow(address)),
};
