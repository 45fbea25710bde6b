import { parseSettings, type Settings } from '../settings.ts';

/** The settings as the text of a file that `readSettingsFile` takes back. */
export function settingsFile(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/**
 * Reads settings from the text of a file.
 *
 * @returns the settings, or a sentence that says what is wrong with the file
 */
export function readSettingsFile(text: string): { readonly settings: Settings } | { readonly wrong: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { wrong: 'This file holds no JSON. Choose a file that was exported from Planside.' };
  }
  // parseSettings takes null for "nothing set yet"; a file that says so was not exported from here.
  const parsed = parseSettings(raw === null ? 'null' : raw);
  if (parsed.ok) return parsed;
  return { wrong: `This file was not used, because of what it says here: ${placesOf(parsed.faults)}.` };
}

function placesOf(faults: readonly string[]): string {
  const places = faults.map((fault) => fault.replace(/: .*$/s, '').replace(/^settings$/, 'its top level'));
  return [...new Set(places)].join(', ');
}
