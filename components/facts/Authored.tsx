import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Plan } from '../../utils/plan/plan.ts';

/** The language the document says it is in (BCP 47); empty: it does not say, and none is claimed. */
export const DocumentLanguage = createContext('');

/** The one language of several plans; empty where they differ, or one does not say. */
export function languageOfAll(plans: readonly Pick<Plan, 'language'>[]): string {
  const [language = '', ...others] = new Set(plans.map((plan) => plan.language ?? ''));
  return others.length === 0 ? language : '';
}

/** Marks an element as somebody else’s words: never translated, and in their language, not in ours. */
export function useAuthored(): { readonly lang: string; readonly translate: false } {
  return { lang: useContext(DocumentLanguage), translate: false };
}

/** Words, names and places as they were sent, kept apart from the sentence they stand in. */
export function Authored({ children }: { children: string }): JSX.Element {
  return <bdi {...useAuthored()}>{children}</bdi>;
}
