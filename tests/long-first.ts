import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files of browser tests that take minutes, the longest first: begun last, one of them would end alone. */
const LONG = ['corpus', 'in-sight', 'pixels', 'overlay-on-pages', 'teach-corpus', 'fhircast-trouble', 'late-frames'];

/** Begins with the files that take longest; the others keep vitest's own order. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((name) => moduleId.endsWith(`/tests/browser/${name}.test.ts`));
  return at < 0 ? LONG.length : at;
}
