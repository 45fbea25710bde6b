// Packs of adapters (docs/adapter-packs.md): makes keys, signs what lies in a folder, says what a pack holds.
// npm run pack -- keys DIR [--alg ES256|EdDSA]
// npm run pack -- sign DIR --key FILE --id ID --sequence N --out FILE
// npm run pack -- verify FILE --key FILE…; exit 1 if it is no good pack, 2 on wrong usage.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { verifyPack } from '../../utils/pack/verify-pack.ts';
import type { PackKey } from '../../utils/settings/policy-schema.ts';
import { packFromFolder } from '../sandbox/packs/pack-from-folder.ts';
import { makePackKeys, type PackKeys, signPack } from '../sandbox/packs/sign-pack.ts';

const USAGE = [
  'npm run pack -- keys DIR [--alg ES256|EdDSA]     private-key.json and public-key.json into DIR',
  'npm run pack -- sign DIR --key private-key.json --id ID --sequence N --out FILE',
  'npm run pack -- verify FILE --key public-key.json [--key …]',
];

type Choices = {
  readonly alg: string;
  readonly key: readonly string[];
  readonly id: string;
  readonly sequence: string;
  readonly out: string;
};

/** Whoever called it wrongly is told how. */
class WrongUsage extends Error {}

async function main(words: readonly string[]): Promise<number> {
  const { what, where, choices } = usageFrom(words);
  switch (what) {
    case 'keys':
      return makeKeys(where, choices);
    case 'sign':
      return sign(where, choices);
    case 'verify':
      return verify(where, choices);
    default:
      throw new WrongUsage(`There is no "${what ?? ''}".`);
  }
}

function usageFrom(words: readonly string[]) {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        alg: { type: 'string', default: 'ES256' },
        key: { type: 'string', multiple: true, default: [] },
        id: { type: 'string', default: '' },
        sequence: { type: 'string', default: '' },
        out: { type: 'string', default: '' },
      },
    });
    const [what, where] = positionals;
    if (where === undefined) throw new WrongUsage('A folder or a file is missing.');
    return { what, where, choices: values };
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : '');
  }
}

async function makeKeys(folder: string, { alg }: Choices): Promise<number> {
  if (alg !== 'ES256' && alg !== 'EdDSA') throw new WrongUsage('--alg is ES256 or EdDSA.');
  const { publicKey, privateKey } = await makePackKeys(alg);
  await mkdir(folder, { recursive: true });
  // Never over one that is there: packs that it has signed may be out.
  await writeFile(path.join(folder, 'private-key.json'), text(privateKey), { mode: 0o600, flag: 'wx' });
  await writeFile(path.join(folder, 'public-key.json'), text(publicKey), { flag: 'wx' });
  console.log(`${publicKey.kid}: public-key.json goes into the policy, private-key.json to nobody.`);
  return 0;
}

async function sign(folder: string, { key, id, sequence, out }: Choices): Promise<number> {
  const [secret] = key;
  if (secret === undefined || id === '' || sequence === '' || out === '') {
    throw new WrongUsage('--key, --id, --sequence and --out are needed.');
  }
  const head = { id, sequence: Number(sequence), issuedAt: new Date().toISOString() };
  const pack = await packFromFolder(folder, head);
  const privateKey: PackKeys['privateKey'] = JSON.parse(await readFile(secret, 'utf8'));
  await writeFile(out, await signPack(pack, { privateKey }));
  console.log(`${out}: ${id}, number ${sequence}`);
  return 0;
}

async function verify(file: string, { key }: Choices): Promise<number> {
  if (key.length === 0) throw new WrongUsage('--key is needed.');
  const keys = await Promise.all(key.map(async (one): Promise<PackKey> => JSON.parse(await readFile(one, 'utf8'))));
  const verified = await verifyPack(await readFile(file, 'utf8'), keys);
  if (!verified.ok) {
    console.error(verified.code);
    return 1;
  }
  const { id, sequence, issuedAt, entries } = verified.pack;
  console.log(`${id}, number ${sequence}, of ${issuedAt}`);
  for (const entry of entries) {
    console.log(`${entry.system}: ${'adapter' in entry ? `adapter ${entry.adapter.id}` : 'switched off'}`);
  }
  return 0;
}

function text(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof WrongUsage;
  console.error([error instanceof Error ? error.message : String(error), ...(isUsage ? USAGE : [])].join('\n'));
  return isUsage ? 2 : 1;
});
