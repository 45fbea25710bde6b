import type { Launched } from '../../browser/harness/launch.ts';

/**
 * Makes the extension's disk full, or as large as it was.
 *
 * @param bytes quota from now on; `null`: the browser's own
 * @returns whether this browser can be told so (Firefox cannot)
 */
export async function overrideQuota(
  { browser, family, extensionOrigin }: Launched,
  bytes: number | null,
): Promise<boolean> {
  if (family === 'firefox') return false;
  const [page] = await browser.pages();
  const session = await page?.createCDPSession();
  await session?.send('Storage.overrideQuotaForOrigin', {
    origin: `${extensionOrigin}/`,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
  await session?.detach();
  return true;
}
