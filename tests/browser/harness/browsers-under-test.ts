import { type FoundBrowser, findBrowsers } from '../../commands/find-browser.ts';

/**
 * One browser of each family found on this machine, the best first.
 * PLANSIDE_BROWSERS ("chromium", "firefox", or both with a comma) narrows it; an unknown word there throws.
 */
export async function browsersUnderTest(env: NodeJS.ProcessEnv = process.env): Promise<FoundBrowser[]> {
  const wanted = (env.PLANSIDE_BROWSERS || 'chromium,firefox').split(',').map((word) => word.trim());
  const unknown = wanted.find((word) => word !== 'chromium' && word !== 'firefox');
  if (unknown !== undefined) throw new Error(`PLANSIDE_BROWSERS names "${unknown}"; it knows chromium and firefox.`);
  return oneOfEachFamily(await findBrowsers(env)).filter(({ family }) => wanted.includes(family));
}

/** The first browser of each family, in the order given. */
export function oneOfEachFamily(browsers: FoundBrowser[]): FoundBrowser[] {
  return browsers.filter(
    (browser, index) => browsers.findIndex((earlier) => earlier.family === browser.family) === index,
  );
}
