import type { Language } from '../../../utils/view/language.ts';

/** The language of these sentences. */
export const LANGUAGE: Language = 'en';
