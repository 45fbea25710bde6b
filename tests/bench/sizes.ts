import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** Kilobytes of an unpacked extension, and of what it is as a package. */
export type Sizes = { readonly unpacked: number; readonly zipped: number };

/** What a package adds for each file (ZIP, APPNOTE.TXT 4.3: local header and central directory), besides its name twice. */
const ZIP_HEADERS = 76;

/** How large an extension is; packed as stores pack it, near enough. */
export function sizesOf(extensionDir: string): Sizes {
  let [unpacked, zipped] = [0, 0];
  for (const entry of readdirSync(extensionDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const name = path.relative(extensionDir, file);
    unpacked += bytes.length;
    zipped += Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length) + ZIP_HEADERS + 2 * name.length;
  }
  return { unpacked: unpacked / 1024, zipped: zipped / 1024 };
}
