import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

const personSchema = z.object({
  nhsNumber: z.string().regex(/^\d{10}$/),
  name: z.string().optional(),
  familyName: z.string().optional(),
  givenName: z.string().optional(),
  dob: z.iso.date().optional(),
});

const answerSchema = {
  expected: personSchema.nullable(),
  acceptable: z.array(personSchema.nullable()).optional(),
  why: z.string().optional(),
};

const labelSchema = z.object({
  kind: z.string(),
  ...answerSchema,
  steps: z.array(z.object({ do: z.string(), ...answerSchema })).optional(),
});

/** Somebody a page shows, as its label writes them (tests/pages/README.md). */
export type LabelledPerson = z.infer<typeof personSchema>;

/** What may be claimed at one moment: `expected`, or one of `acceptable`. */
export type Answer = {
  readonly expected: LabelledPerson | null;
  readonly acceptable: readonly (LabelledPerson | null)[];
  readonly why: string;
};

export type Step = Answer & { readonly do: string };

/** A labelled page: judged once it is loaded, then after each of its steps. */
export type Case = {
  /** Folder below the corpus, with `/`. */
  readonly name: string;
  readonly kind: string;
  readonly loaded: Answer;
  readonly steps: readonly Step[];
};

/**
 * Every case below a folder, in the order of their names.
 *
 * @throws when a `label.json` is missing or malformed, naming the case
 */
export async function readCases(folder: string): Promise<Case[]> {
  const files = await readdir(folder, { recursive: true });
  const names = files
    .filter((file) => path.basename(file) === 'page.html')
    .map((file) => path.dirname(file).split(path.sep).join('/'))
    .sort();
  return Promise.all(names.map((name) => readCase(folder, name)));
}

async function readCase(folder: string, name: string): Promise<Case> {
  const text = await readFile(path.join(folder, name, 'label.json'), 'utf8');
  try {
    const { kind, steps = [], ...loaded } = labelSchema.parse(JSON.parse(text));
    return { name, kind, loaded: answer(loaded), steps: steps.map((step) => ({ do: step.do, ...answer(step) })) };
  } catch (error) {
    throw new Error(`${name}/label.json: ${error instanceof Error ? error.message : error}`);
  }
}

function answer(label: z.infer<z.ZodObject<typeof answerSchema>>): Answer {
  return { expected: label.expected, acceptable: label.acceptable ?? [], why: label.why ?? '' };
}
