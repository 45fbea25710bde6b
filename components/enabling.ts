import { createContext } from 'preact';

/**
 * Has the browser ask the person whether Planside may reach these match patterns, and switches it on for the pages of an
 * origin. `impossible`: the browser asks nobody for one of them.
 */
export type Enable = (origin: string, asks: readonly string[]) => Promise<'allowed' | 'refused' | 'impossible'>;

/** `null`: nothing can be switched on where this is drawn, and there is no button for it. */
export const Enabling = createContext<Enable | null>(null);
