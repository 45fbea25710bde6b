/**
 * Why somebody may look at a plan whose service asks for a reason: a legitimate relationship they claim themselves, or
 * an emergency. The grounds and codes are those of NHS England's Summary Care Record API (`SCR-AlertType`,
 * `SCR-AlertReason`).
 */
export const ACCESS_REASONS = ['permission', 'emergency', 'publicInterest', 'statute', 'courtOrder'] as const;

export type AccessReason = (typeof ACCESS_REASONS)[number];

/** A reason as somebody gave it. */
export type GivenReason = { readonly reason: AccessReason; readonly words: string };

type Coded = {
  /** Code of `SCR-AlertType`: `1` creates a legitimate relationship, `2` is an alert. */
  readonly alertType: '1' | '2';
  /** Code of `SCR-AlertReason`. */
  readonly alertReason: '1' | '2' | '3' | '5' | '6';
  /** Code of HL7's v3-ActReason. */
  readonly purpose: 'TREAT' | 'ETREAT';
  /** Whether the reason counts only with the person's own words. */
  readonly needsWords: boolean;
};

/** How each reason travels. */
export const REASON_CODES: Readonly<Record<AccessReason, Coded>> = {
  permission: { alertType: '1', alertReason: '6', purpose: 'TREAT', needsWords: false },
  emergency: { alertType: '2', alertReason: '5', purpose: 'ETREAT', needsWords: true },
  publicInterest: { alertType: '1', alertReason: '1', purpose: 'TREAT', needsWords: true },
  statute: { alertType: '1', alertReason: '2', purpose: 'TREAT', needsWords: true },
  courtOrder: { alertType: '1', alertReason: '3', purpose: 'TREAT', needsWords: true },
};

/** Longest words of a reason, in characters. */
export const MOST_WORDS = 500;
