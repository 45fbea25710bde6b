// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { lookAt, viewOf } from './oracle/draw-current.tsx';
import { isMeant } from './oracle/meant/marks.ts';
import { meantText } from './oracle/meant/meant-text.ts';
import { CLOCK, everybodyWithPlans, TODAY } from './oracle/sandbox-plans.ts';
import { shownIn } from './oracle/shown-text.ts';

const SERVICE = 'Example Plan Service';
const NOW = Date.parse(`${TODAY}T${CLOCK}Z`);

const everybody = everybodyWithPlans();
const shown = everybody.filter(({ current }) => current.length > 0);
const meant = shown.map((plans) => meantText(plans, { service: SERVICE, clock: CLOCK, today: TODAY }));

test(`S11`, () => {
  const diffs = shown.flatMap((plans, at) => {
    const lines = lookAt(viewOf(plans, SERVICE, NOW), NOW, shownIn);
    const want = meant[at] ?? [];
    const out: string[] = [];
    for (let i = 0; i < Math.max(lines.length, want.length); i++) if (!isMeant(lines[i], want[i])) { out.push(`${plans.person.nhsNumber} ${plans.current[0]?.state} line ${i}\n   meant ${want[i]}\n   shown ${lines[i]}`); break; }
    return out;
  });
  console.log(diffs.length, meant.flat().length);
  console.log(diffs.slice(0, 40).join('\n'));
  expect(diffs.length).toBe(0);
});
