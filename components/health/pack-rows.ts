import type { Health } from '../../utils/health/health.ts';
import type { HealthWords } from '../words/en/health.ts';
import type { Row } from './health-parts.ts';

/** How it is with the pack of adapters: which one holds, when it was last fetched, and why the last one was not taken. */
export function packRows({ pack: is }: Health, { pack }: HealthWords, moment: (at: number) => string): readonly Row[] {
  if (!is) return [{ label: '', value: pack.notNamed }];
  const { origin, holds, askedAt, goodAt, code } = is;
  return [
    { label: pack.address, value: origin },
    {
      label: pack.holds,
      value: holds ? pack.is(holds.id, holds.sequence, moment(Date.parse(holds.issuedAt))) : pack.none,
    },
    { label: pack.goodAt, value: goodAt === null ? pack.never : moment(goodAt) },
    { label: pack.askedAt, value: askedAt === null ? pack.never : moment(askedAt) },
    ...(code === null ? [] : [{ label: pack.refused, value: saidOf(code, pack.codes), isWrong: true }]),
  ];
}

function saidOf(code: string, codes: Readonly<Record<string, string>>): string {
  const says = codes[code];
  return says ? `${code}: ${says}` : code;
}
