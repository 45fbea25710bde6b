import { browser } from '../browser.ts';

const KEY = 'doubtEvent';

/**
 * The name of the event by which frames of one origin raise a doubt above them: one nobody can guess, the same for the
 * life of the browser, so that frames old and new understand each other, and the same for frames that ask at once.
 */
export function doubtEventName(): () => Promise<string> {
  let known: Promise<string> | null = null;
  return () => {
    known ??= findOrMake().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

async function findOrMake(): Promise<string> {
  const stored = (await browser.storage.session.get(KEY))[KEY];
  if (typeof stored === 'string') return stored;
  const name = crypto.randomUUID();
  await browser.storage.session.set({ [KEY]: name });
  return name;
}
