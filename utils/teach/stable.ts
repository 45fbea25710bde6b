import { foldedWords } from '../patient/names.ts';
import type { PatientIdentity } from '../patient/patient-identity.ts';

/** What a framework writes anew with each build, and states that come and go. */
const GENERATED = /^(?:css|sc|jss|emotion|svelte|styled|makestyles|mui|chakra|_ng|ng|v|js|is|has|tw)-|^_/i;
const STATE =
  /^(?:active|selected|open|opened|closed|expanded|collapsed|current|hidden|visible|shown|show|hide|focus(?:ed)?|hover(?:ed)?|loading|loaded|disabled|enabled|dirty|pristine|touched|untouched|valid|invalid|odd|even|first|last|fade|in|out)$/i;
const LONGEST_TOKEN = 60;
const SHORTEST_NAME = 3;
/** A name of fewer letters is part of many words (`banner` holds an Ann), and is looked for as a whole word. */
const LONG_NAME = 5;
/** A part of a token this long that nobody could say is no word. */
const LONGEST_UNSPOKEN = 4;

/** Whether a token (a class, an id, a value of an attribute) may stand in a selector. */
export type IsStable = (token: string) => boolean;

/**
 * What may be relied on: tokens that somebody wrote. None with a digit, none that looks generated, none of a state that
 * passes, and none that holds a name of the patients of the lesson.
 */
export function stability(patients: readonly PatientIdentity[]): IsStable {
  const names = patients
    .flatMap(({ familyName, givenNames }) => foldedWords(`${familyName ?? ''} ${givenNames}`))
    .filter((word) => word.length >= SHORTEST_NAME);
  return (token) => {
    if (!/^[a-z][a-z_-]*$/i.test(token) || token.length > LONGEST_TOKEN) return false;
    if (GENERATED.test(token) || STATE.test(token) || !wordsOf(token).every(isSpoken)) return false;
    const folded = token.toLowerCase().replace(/[-_]/g, '');
    const words = wordsOf(token).map((word) => word.toLowerCase());
    return !names.some((name) => words.includes(name) || (name.length >= LONG_NAME && folded.includes(name)));
  };
}

function wordsOf(token: string): string[] {
  return token
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
}

/** `banner`, `nhs`, `pb`; not `bdVaJxqz`, and nothing that changes its case all the time. */
function isSpoken(word: string): boolean {
  if (word.length <= LONGEST_UNSPOKEN) return true;
  const isMixed = /[a-z]/.test(word) && /[A-Z]/.test(word.slice(1));
  return !isMixed && /[aeiouy]/i.test(word) && !/[^aeiouy]{5}/i.test(word);
}
