import type { AccessReason } from '../reasons.ts';

/** Who did it: whoever was signed in when it happened. */
export type Actor = {
  /** Issuer and subject of the id token. */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly role: string;
  /** Id of the role, where the sign-in service names one; else empty. */
  readonly roleId: string;
  readonly odsCode: string;
};

/** What happened. */
export type AuditFact =
  | {
      readonly kind: 'view';
      readonly plans: readonly { readonly planId: string; readonly version: string }[];
      /** Drawn from a copy, because the service could not be asked. */
      readonly savedCopy: boolean;
      /** Under which reason, where the service had asked for one. */
      readonly reason: AccessReason | null;
      /** By hand or by a hub, and beside no record; left out: a page showed this patient. */
      readonly openedBy?: 'search' | 'residents' | 'hub';
    }
  /** `words`: the person's own; the name of the reason where none were needed and none were given. */
  | { readonly kind: 'reason'; readonly reason: AccessReason; readonly words: string }
  /** The person at the screen said when this patient was born, because the page does not. */
  | { readonly kind: 'confirmIdentity' }
  /** The list of a home's residents, with so many people in it, in place of any one of them. */
  | { readonly kind: 'residents'; readonly count: number }
  /** `of`: by a button, for the notes or to be dialled; left out: something that was selected. */
  | { readonly kind: 'copy'; readonly of?: 'summary' | 'number' }
  /** `of`: the hand-over sheet; left out: the sidebar as it stood. */
  | { readonly kind: 'print'; readonly of?: 'sheet' };

/** An audit event before it is sealed. Holds identifiers: it is in memory only. */
export type AuditDraft = {
  /** UUID, the id of the event at the service; the same for the same event, however often it is kept. */
  readonly id: string;
  /** When it happened, milliseconds since 1970. */
  readonly at: number;
  readonly fact: AuditFact;
  readonly actor: Actor;
  /** `null`: it is about nobody alone, but a list. */
  readonly nhsNumber: string | null;
  /** Of the visit it happened in. */
  readonly correlationId: string;
};
