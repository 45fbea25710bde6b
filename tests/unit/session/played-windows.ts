/**
 * As much of `browser.windows` as a log-out uses: each window closes once whoever is in it has done what it wants.
 *
 * @param walk what somebody does in it, from the address it opens at
 */
export function playedWindows(walk: (address: string) => Promise<unknown>) {
  const heard = new Set<(id: number) => void>();
  let opened = 0;
  const remove = async (id: number) => {
    for (const each of [...heard]) each(id);
  };
  return {
    create: async ({ url }: { readonly url: string }) => {
      opened += 1;
      const id = opened;
      void walk(url)
        .catch(() => undefined)
        .then(() => remove(id));
      return { id };
    },
    remove,
    onRemoved: {
      addListener: (listener: (id: number) => void) => void heard.add(listener),
      removeListener: (listener: (id: number) => void) => void heard.delete(listener),
    },
  };
}
