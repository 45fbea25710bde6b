import { SNOMED } from './codes.ts';
import type { Concept, HumanName } from './fhir-types.ts';

/** What a concept says in words: the author's own text, else a display. */
export function conceptText(concept: Concept | undefined): string | undefined {
  return concept?.text || concept?.coding?.find(({ display }) => display)?.display;
}

/** The display of a concept's code, and the author's text where it says something else. */
export function displayAndWords(
  concept: Concept | undefined,
  displays: Readonly<Record<string, string>> = {},
): { readonly display: string; readonly words?: string } | null {
  const coded = concept?.coding?.find(({ code, display }) => display || (code && displays[code]));
  const display = coded?.display || (coded?.code ? displays[coded.code] : undefined);
  const words = concept?.text;
  if (display) return words && words !== display ? { display, words } : { display };
  return words ? { display: words } : null;
}

/** The SNOMED CT codes of a concept. */
export function snomedCodes(concept: Concept): readonly string[] {
  return (concept.coding ?? []).flatMap(({ system, code }) => (system === SNOMED && code ? [code] : []));
}

/** A person's name as it is said: `Dr Anjali Rao`. */
export function spokenName(names: readonly HumanName[] | undefined): string | undefined {
  const name = names?.find(({ use }) => use === 'official' || use === 'usual') ?? names?.[0];
  if (!name) return undefined;
  return (
    name.text ?? ([...(name.prefix ?? []), ...(name.given ?? []), name.family ?? ''].join(' ').trim() || undefined)
  );
}
