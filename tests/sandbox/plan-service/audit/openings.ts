import type { DatabaseSync } from 'node:sqlite';

/** For how long a reason opens a patient, in milliseconds. */
export const OPEN_FOR_MS = 12 * 60 * 60 * 1000;

/** A patient is open to one account in one role. */
export type Opening = {
  readonly username: string;
  readonly roleId: string;
  readonly patientId: string;
  /** `X-Correlation-ID` of the only requests it is for; `null`: it is for all of them. */
  readonly correlationId: string | null;
  /** When it began, milliseconds since 1970. */
  readonly at: number;
};

/** A request that needs a patient to be open. */
export type OpeningAsked = Omit<Opening, 'correlationId'> & {
  /** Empty where the request names none. */
  readonly correlationId: string;
};

/** To whom reasons have opened which patients. */
export function openings(database: DatabaseSync) {
  const add = database.prepare('INSERT INTO openings VALUES (?, ?, ?, ?, ?)');
  const found = database.prepare(
    `SELECT 1 FROM openings WHERE username = ? AND role_id = ? AND patient_id = ?
     AND (correlation_id IS NULL OR correlation_id = ?) AND opened_at > ? LIMIT 1`,
  );
  return {
    open: ({ username, roleId, patientId, correlationId, at }: Opening) => {
      add.run(username, roleId, patientId, correlationId, at);
    },
    isOpened: ({ username, roleId, patientId, correlationId, at }: OpeningAsked) =>
      found.get(username, roleId, patientId, correlationId, at - OPEN_FOR_MS) !== undefined,
  };
}
