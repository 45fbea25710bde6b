import type { FoundBrowser } from '../commands/find-browser.ts';

/** Which cases of a class are to be played. */
export type Cases = {
  readonly seed: number;
  /** The number of the first case; 0 unless one is played again. */
  readonly first: number;
  readonly cases: number;
  /** One line for whoever watches. */
  readonly say: (line: string) => void;
};

/** What a run of one class in a browser is given. */
export type FaultRun = Cases & {
  readonly found: FoundBrowser;
  /** The unpacked build that campaigns watch, for this browser. */
  readonly extensionDir: string;
};

/** What came of it: how many cases there were, and each that did not hold, in a sentence without a patient in it. */
export type FaultResult = {
  readonly cases: number;
  readonly broken: readonly string[];
  /** What else was counted: faults that were played, by name. */
  readonly counted: Readonly<Record<string, number>>;
};

type ClassOfCases = {
  readonly name: string;
  /** Cases of a run of which nothing else is said; what the long campaign plays. */
  readonly usual: number;
  /** Cases of a slice of every class, always the same; 0: for the long campaign only. */
  readonly slice: number;
};

/** One kind of fault, played against the real extension in a real browser with the real sandbox. */
export type BrowserClass = ClassOfCases & {
  readonly inBrowser?: true;
  readonly run: (run: FaultRun) => Promise<FaultResult>;
};

/** One kind of fault of which no browser is a part, played once in this process. */
export type ProcessClass = ClassOfCases & {
  readonly inBrowser: false;
  readonly run: (run: Cases) => Promise<FaultResult>;
};

export type FaultClass = BrowserClass | ProcessClass;

/** Whether a class is played in each browser. */
export const isInBrowser = (one: FaultClass): one is BrowserClass => one.inBrowser !== false;
