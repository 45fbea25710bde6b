import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files of browser tests that take minutes: begun last, one of them would end alone. What opens several windows at once
 * in the one browser stands beside something calmer in the other.
 */
const LONG: Readonly<Record<string, readonly string[]>> = {
  chromium: ['corpus', 'in-sight', 'accessible', 'pixels', 'teach-corpus'],
  firefox: ['pixels', 'in-sight', 'teach-corpus', 'accessible', 'corpus'],
};

/** Begins with the files that take longest; the others keep vitest's own order. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId, project }: TestSpecification): number {
  const long = LONG[project.name] ?? [];
  const at = long.findIndex((name) => moduleId.endsWith(`/tests/browser/${name}.test.ts`));
  return at < 0 ? long.length : at;
}
