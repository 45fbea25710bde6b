import type { Words } from '../words.ts';

export const LANGUAGE: Words['LANGUAGE'] = 'cy';
