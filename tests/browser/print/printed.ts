import { constants, inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer';

/** What came out of a printer, as far as tests can read it: how many pages, and whether anything is written on them. */
export type Printed = { readonly pages: number; readonly hasText: boolean };

/** Prints a page as the person at the screen would, on A4. */
export async function printed(page: Page, pageRanges = ''): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, format: 'a4', pageRanges });
  const parts = unpacked(Buffer.from(pdf));
  return {
    pages: parts.flatMap((part) => part.match(/\/Type\s*\/Page\b/g) ?? []).length,
    hasText: parts.some((part) => /\bBT\b[\s\S]*[>)\]]\s*T[jJ]\b[\s\S]*\bET\b/.test(part)),
  };
}

/** The file as it is, and each of its packed streams. */
function unpacked(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\bstream\r?\n([\s\S]*?)\bendstream\b/g)].flatMap(([, packed = '']) => {
    try {
      const inflated = inflateSync(Buffer.from(packed, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH });
      return [inflated.toString('latin1')];
    } catch {
      // Not packed, or a picture.
      return [];
    }
  });
  return [text.replace(/\bstream\r?\n[\s\S]*?\bendstream\b/g, ''), ...streams];
}
