import type { DateOrder } from '../patient/birth-date.ts';

/**
 * How one clinical system shows a patient: data, never code. Checked with zod in the background
 * (`adapter-schema.ts`) and handed to the page as it is. Described field by field in docs/clinical-systems.md.
 */
export type Adapter = {
  /** Names the adapter to the helpdesk, e.g. `meadow-gp-record`. */
  readonly id: string;
  /** Where the identity of the open record stands. Exactly one visible element may match. */
  readonly region: string;
  /** Read inside the region. */
  readonly fields: {
    readonly nhsNumber: FieldSource;
    readonly birthDate: FieldSource & { readonly order?: DateOrder };
    readonly name: NameSource;
  };
  /** Selectors that must be visible before a claim is made: what proves that one record is open. */
  readonly proves: readonly string[];
  /** Selectors of which none may be visible: lists, search results, confirm steps, log-in, merged notices. */
  readonly forbids: readonly string[];
  /** Only frames whose path begins so are read; the others of this system say nothing. Default: all. */
  readonly framePaths?: readonly string[];
  /**
   * On these screens you should see this. Where one does not hold, the system has changed since the adapter was
   * written, and the page is not read.
   */
  readonly selfTest?: readonly Screen[];
  /**
   * Whatever makes the standard reading claim nobody (lists, steps before a record opens, other people) makes this
   * adapter claim nobody too. Set in every adapter that was taught and not written by somebody who knows the system.
   */
  readonly careful?: true;
};

/** One screen of a system, known by what is visible on it. */
export type Screen = {
  /** In words, for the helpdesk: “Summary of an open record”. */
  readonly screen: string;
  /** A selector that is visible on this screen and no other. */
  readonly shows: string;
  /** Whether the identity region must be there, or nobody may be. */
  readonly sees: 'patient' | 'nobody';
};

/** Where one value stands inside the region: an element, or what follows a label. */
export type FieldSource = (
  | {
      readonly selector: string;
      /** `text` (what is assumed), `value` of a field, or the attribute to read instead. */
      readonly from?: 'text' | 'value' | { readonly attribute: string };
    }
  /** The visible text beside or below this label, e.g. `NHS No.` */
  | { readonly label: string }
) & {
  /** A regular expression with one group; the group is the value. Read on at most 200 characters. */
  readonly pattern?: string;
};

/** The name in one field, or family and given names in two. */
export type NameSource =
  | { readonly whole: FieldSource }
  | { readonly family: FieldSource; readonly given: FieldSource };
