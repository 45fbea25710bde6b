import type { DateOrder } from '../patient/birth-date.ts';

/**
 * How one clinical system shows a patient: data, never code. Checked with zod in the background
 * (`adapter-schema.ts`) and handed to the page as it is.
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
  /**
   * A selector that is visible on every screen of an open record. Where it is and the region is not, the page has
   * changed and is not read.
   */
  readonly expects?: string;
  /** Only frames whose path begins so are read; the others of this system say nothing. Default: all. */
  readonly framePaths?: readonly string[];
};

/** Where one value stands: an element inside the region, its text or one of its attributes. */
export type FieldSource = {
  readonly selector: string;
  /** Read this attribute instead of the text. */
  readonly attribute?: string;
  /** A regular expression with one group; the group is the value. Read on at most 300 characters. */
  readonly pattern?: string;
};

/** The name in one field, or family and given names in two. */
export type NameSource =
  | { readonly whole: FieldSource }
  | { readonly family: FieldSource; readonly given: FieldSource };
