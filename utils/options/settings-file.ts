import { parseSettings, placesOf, type Settings } from '../settings/settings-schema.ts';

/** Why a file was not used: it is no JSON, or these places in it are wrong (empty: its top level). */
export type WrongFile = 'notJson' | { readonly places: readonly string[] };

/** The settings as the text of a file that `readSettingsFile` takes back. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/**
 * Reads settings from the text of a file.
 *
 * @returns the settings, or what is wrong with the file
 */
export function readSettingsFile(text: string): { readonly settings: Settings } | { readonly wrong: WrongFile } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { wrong: 'notJson' };
  }
  // parseSettings takes null for "nothing set yet"; a file that says so was not exported from here.
  const parsed = parseSettings(raw === null ? 'null' : raw);
  if (parsed.ok) return parsed;
  return { wrong: { places: placesOf(parsed.faults) } };
}
