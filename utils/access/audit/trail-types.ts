/** Where an event stands in the trail of one installation. */
export type ChainLink = {
  /** Random UUID. One that has lost both its mark and its events begins again, as another. */
  readonly installation: string;
  /** Counts up by one from event to event, from 1. */
  readonly sequence: number;
  /** SHA-256 of the sealed event before it, in hexadecimal digits; empty for the first. */
  readonly previous: string;
};

/** What a gap event tells of. */
export type Gap = {
  /** Sequences of events that were kept and never acknowledged, and are no longer there. */
  readonly missing: readonly number[];
  /** Random UUID of a mark that stands in for one that could not be read; `null`: none does. */
  readonly markLost: string | null;
};

/** An event as it lies in the store. Nothing in it says whom it is about: that is in `jwe` alone. */
export type StoredEvent = {
  readonly sequence: number;
  readonly installation: string;
  /** Id of the audit event, a random UUID. */
  readonly id: string;
  /** The sealed event; `null` once the service has acknowledged it. */
  readonly jwe: string | null;
  /** SHA-256 of the sealed event, in hexadecimal digits. */
  readonly hash: string;
  readonly previous: string;
  /** Random UUID of the visit it happened in: goes with the request that delivers it. */
  readonly correlationId: string;
  /** What it tells of, where it is a gap event. */
  readonly gap: Gap | null;
};
