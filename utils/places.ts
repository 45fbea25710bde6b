import * as z from 'zod/mini';
import { browser } from './browser.ts';
import { FIRST_PLACE, type Place } from './page/place.ts';
import { placeSchema } from './page/place-schema.ts';

const KEY = 'places';

/** What was written before is waited for, so that two systems do not lose each other's places. */
let writing: Promise<void> = Promise.resolve();

/** Where the sidebar stands in the pages of this clinical system. */
export async function placeIn(systemId: string): Promise<Place> {
  await writing;
  const places = await storedPlaces().catch(() => new Map<string, Place>());
  return places.get(systemId) ?? FIRST_PLACE;
}

/** Remembers where somebody has put the sidebar, for all pages of this clinical system. */
export function rememberPlace(systemId: string, place: Place): Promise<void> {
  writing = writing
    .then(async () => {
      const places = (await storedPlaces()).set(systemId, place);
      await browser.storage.local.set({ [KEY]: Object.fromEntries(places) });
    })
    // A full disk: next time the sidebar stands where it stood before.
    .catch(() => undefined);
  return writing;
}

/** By the id of the system. An entry that is none is left out. */
async function storedPlaces(): Promise<Map<string, Place>> {
  const stored = z.record(z.string(), z.unknown()).safeParse((await browser.storage.local.get(KEY))[KEY]);
  const places = new Map<string, Place>();
  for (const [systemId, raw] of Object.entries(stored.data ?? {})) {
    const place = placeSchema.safeParse(raw);
    if (place.success) places.set(systemId, place.data);
  }
  return places;
}
