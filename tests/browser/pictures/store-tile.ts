import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer';

const ICON = fileURLToPath(new URL('../../../docs/icon.svg', import.meta.url));

/** What stores show in their lists, 440 × 280: the mark, the name, and what it is for. */
export async function drawTile(page: Page, says: string): Promise<void> {
  await page.setViewport({ width: 440, height: 280 });
  await page.setContent('<main><div class="mark"></div><div><h1>Planside</h1><p></p></div></main>');
  await page.addStyleTag({ content: STYLE });
  const icon = await readFile(ICON, 'utf8');
  await page.evaluate(
    (svg, words) => {
      const mark = document.querySelector('.mark');
      mark?.append(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement);
      const line = document.querySelector('p');
      if (line) line.textContent = words;
    },
    icon,
    says,
  );
}

const STYLE = `
  body { margin: 0; background: #005eb8; color: #ffffff; font-family: Arial, sans-serif; }
  main { display: flex; align-items: center; gap: 30px; height: 280px; box-sizing: border-box; padding: 0 30px; }
  .mark { flex: none; width: 120px; height: 120px; }
  .mark svg { display: block; border-radius: 24px; outline: 3px solid #ffffff; outline-offset: 3px; }
  h1 { margin: 0 0 12px; font-size: 42px; line-height: 1; }
  p { margin: 0; font-size: 21px; line-height: 1.3; text-wrap: balance; }
`;
