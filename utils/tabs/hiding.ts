import { browser } from '../browser.ts';

const KEY = 'hidden';

/** Whether somebody has hidden everything, for the life of the browser and across lives of the background. */
export type Hiding = {
  /** Hidden until it is known. */
  readonly isHidden: () => boolean;
  readonly ready: Promise<void>;
  /** In force when this returns; what is written for later lives follows. */
  readonly set: (hidden: boolean) => void;
};

/**
 * Tells a page of ours that the background does not draw whether everything is hidden, now and whenever that changes.
 * Until it is known, it is.
 */
export function onHiding(tell: (hidden: boolean) => void): void {
  const { session, onChanged } = browser.storage;
  let heard = false;
  onChanged.addListener((changes, area) => {
    if (area !== 'session' || !(KEY in changes)) return;
    heard = true;
    tell(changes[KEY]?.newValue === true);
  });
  // Somebody may have hidden everything while this was read.
  void session.get(KEY).then(
    (stored) => heard || tell(stored[KEY] === true),
    () => heard || tell(false),
  );
}

/** Begins to keep it, in this life of the background. */
export function keepHiding(): Hiding {
  let hidden: boolean | null = null;

  async function read(): Promise<void> {
    const stored = (await browser.storage.session.get(KEY))[KEY] === true;
    // Somebody may have hidden everything while this was read.
    hidden ??= stored;
  }

  return {
    isHidden: () => hidden ?? true,
    // What cannot be read hides nothing for ever: somebody can ask for it.
    ready: read().catch(() => undefined),
    set(is) {
      hidden = is;
      const { session } = browser.storage;
      void (is ? session.set({ [KEY]: true }) : session.remove(KEY)).catch(() => undefined);
    },
  };
}
