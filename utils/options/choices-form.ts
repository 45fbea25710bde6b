import { parseSettings, type Settings } from '../settings/settings-schema.ts';
import type { Language } from '../view/language.ts';

/** What can be chosen on the settings page, as against what is set up there. */
export const CHOICES = ['lockAfterMinutes', 'offlineCopies', 'language'] as const satisfies readonly (keyof Settings)[];

/** The choices as they stand in the form. */
export type TypedChoices = {
  /** Empty: as long as Planside takes by itself. */
  readonly lockAfterMinutes: string;
  readonly offlineCopies: boolean;
  readonly language: Language | 'asBrowser';
};

/** The choices that are wrong: the others cannot be. */
export type WrongChoices = { readonly lockAfterMinutes?: true };

/** What the form shows of the settings. */
export function typedChoices({ lockAfterMinutes, offlineCopies, language }: Settings): TypedChoices {
  return {
    lockAfterMinutes: lockAfterMinutes?.toString() ?? '',
    offlineCopies: offlineCopies ?? false,
    language: language ?? 'asBrowser',
  };
}

/**
 * Reads the choices from the form. Those that somebody else has made (`managed`) stay as they were.
 *
 * @returns the settings with what was chosen, or what is wrong with it
 */
export function readChoicesForm(
  typed: TypedChoices,
  before: Settings,
  managed: ReadonlySet<string>,
): { readonly settings: Settings } | { readonly wrong: WrongChoices } {
  const minutes = typed.lockAfterMinutes.trim();
  const chosen: { readonly [choice in (typeof CHOICES)[number]]: unknown } = {
    lockAfterMinutes: minutes === '' ? undefined : /^\d{1,2}$/.test(minutes) ? Number(minutes) : minutes,
    offlineCopies: typed.offlineCopies || undefined,
    language: typed.language === 'asBrowser' ? undefined : typed.language,
  };
  const raw: Record<string, unknown> = { ...before };
  for (const choice of CHOICES.filter((each) => !managed.has(each))) {
    if (chosen[choice] === undefined) delete raw[choice];
    else raw[choice] = chosen[choice];
  }
  const parsed = parseSettings(raw);
  return parsed.ok ? parsed : { wrong: { lockAfterMinutes: true } };
}
