import axe from 'axe-core';
import type { Page } from 'puppeteer';

/** What axe finds wrong with a page as it stands, each as `rule: where`. */
export async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await Reflect.get(globalThis, 'axe').run(document);
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { target: string[] }[] }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}
