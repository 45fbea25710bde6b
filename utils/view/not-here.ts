/** Why nothing of a plan stands beside a page; a host is not of a patient, and nothing else of an address is told. */
export type NotHere =
  /** Browsers tell of a page what it is once somebody has pressed the button of Planside on it. */
  | { readonly is: 'unknown' }
  | {
      readonly is: 'notEnabled';
      readonly host: string;
      readonly origin: string;
      /** Match patterns the browser has to be asked for, of the plan service too. */
      readonly asks: readonly string[];
    }
  /** The organisation lists the systems, and this is none of them. */
  | { readonly is: 'notListed'; readonly host: string }
  | { readonly is: 'notHttps'; readonly host: string }
  /** A page of the browser's own, or a file: no extension reads it. */
  | { readonly is: 'browserPage' }
  /** The page covers the sidebar, or takes it out of sight. */
  | { readonly is: 'covered' }
  /** The same where the organisation has plans shown in the page alone, so that no panel shows it either. */
  | { readonly is: 'coveredAlone' }
  /** The organisation has plans shown in the page, and not here. */
  | { readonly is: 'pageOnly' };
