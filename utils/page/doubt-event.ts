/**
 * How a frame below the top one tells it of a doubt in the same task, where both have one origin: by an event on the
 * top document whose name the background has made up for this tab. Anybody who forges one can only take the sidebar
 * away. Frames of other origins report through the background.
 */
export type DoubtEvent = {
  readonly frame: string;
  readonly sequence: number | 'left';
  /** Whether the frame now claims anything; one that does not need not be heard of twice. */
  readonly claims: boolean;
};

/** Raises a doubt in the top frame, before anything else happens. */
export function raiseAbove(window: Pick<Window, 'top'>, name: string, doubt: DoubtEvent): void {
  try {
    window.top?.document.dispatchEvent(
      new CustomEvent(name, { detail: `${doubt.frame} ${doubt.sequence} ${doubt.claims}` }),
    );
  } catch {
    // Another origin.
  }
}

/** Hears the doubts of the frames below. */
export function onRaisedBelow(
  document: Document,
  name: string,
  signal: AbortSignal,
  hear: (doubt: DoubtEvent) => void,
): void {
  const listener = (event: Event) => {
    // Not `instanceof CustomEvent`: the event comes from another frame, whose CustomEvent is not this one's.
    const [frame, sequence, claims] = 'detail' in event ? String(event.detail).split(' ') : [];
    if (frame && sequence) {
      hear({ frame, sequence: sequence === 'left' ? 'left' : Number(sequence), claims: claims !== 'false' });
    }
  };
  document.addEventListener(name, listener, { signal });
}

/**
 * What a frame tells the one right above it: that it and all frames in it have said what they show, or that this is no
 * longer so, since it leaves or a frame has come into it.
 */
export type Told = 'spoken' | 'silent';

/** Tells the frame right above, where both have one origin, by an event on the element of this one. */
export function tellAbove(window: Pick<Window, 'frameElement'>, name: string, what: Told): void {
  try {
    window.frameElement?.dispatchEvent(
      new CustomEvent(toldName(name), { detail: what, bubbles: true, composed: true }),
    );
  } catch {
    // Another origin.
  }
}

/** Hears what the frames right below tell, also those in open shadow roots. */
export function onToldBelow(
  document: Document,
  name: string,
  signal: AbortSignal,
  hear: (frame: Element, what: Told) => void,
): void {
  const listener = (event: Event) => {
    const what = 'detail' in event ? event.detail : null;
    const [frame] = event.composedPath();
    if (frame && (what === 'spoken' || what === 'silent')) hear(frame as Element, what);
  };
  document.addEventListener(toldName(name), listener, { signal });
}

/** Asks the frames below, of the same origin, to look at themselves: something around them has changed. */
export function askBelow(frames: readonly Element[], name: string): void {
  for (const frame of frames) {
    try {
      (frame as HTMLIFrameElement).contentDocument?.dispatchEvent(new CustomEvent(askName(name)));
    } catch {
      // Another origin.
    }
  }
}

/** Hears that the frame above asks for a look. */
export function onAskedAbove(document: Document, name: string, signal: AbortSignal, look: () => void): void {
  document.addEventListener(askName(name), look, { signal });
}

function toldName(name: string): string {
  return `${name}-told`;
}

function askName(name: string): string {
  return `${name}-look`;
}
