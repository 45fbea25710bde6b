import { type Plan, SECTION_TITLES, type SectionKey } from './plan.ts';

/**
 * What a plan said when it was looked at, without saying it: digests that only somebody who can fetch the plan again
 * could compare. Nothing of a patient and nothing clinical can be read from them (S7, S8).
 */
export type PlanTrace = {
  /** Which plan, and who looked at it. */
  readonly key: string;
  readonly version: string;
  /** What each section says, as a digest, by a digest of its title: a stranger's title may hold a name. */
  readonly sections: Readonly<Record<string, string>>;
};

/** A trace while its plan is at hand, with the titles of its sections; these are never stored. */
export type NamedTrace = PlanTrace & { readonly titles: Readonly<Record<string, string>> };

/** A section of which only the digest is left. */
const GONE = 'A section that is no longer there';

/** Dates and authors change with every version; what was said is what counts. */
const NOT_CONTENT: ReadonlySet<string> = new Set(['source']);

/**
 * The trace of one plan for one person at the screen.
 *
 * @param looker issuer and subject of who is signed in
 */
export async function traceOf(plan: Plan, looker: string): Promise<NamedTrace> {
  const salt = saltOf(plan.provenance, looker);
  const sections = await Promise.all(
    contentsOf(plan).map(async ([title, content], at, all) => ({
      title,
      // Two sections may have one title.
      id: await digest([salt, title, String(all.slice(0, at).filter(([other]) => other === title).length)]),
      content: await digest([salt, title, content]),
    })),
  );
  return {
    ...(await versionTrace(plan.provenance, looker)),
    sections: Object.fromEntries(sections.map(({ id, content }) => [id, content])),
    titles: Object.fromEntries(sections.map(({ id, title }) => [id, title])),
  };
}

/** What names a version of a plan. */
export type NamedVersion = Pick<Plan['provenance'], 'planId' | 'version' | 'lastUpdated'>;

/** The part of a trace that a plan leaves without its document being read. */
export async function versionTrace(named: NamedVersion, looker: string): Promise<Pick<PlanTrace, 'key' | 'version'>> {
  const salt = saltOf(named, looker);
  const { version = '', lastUpdated = '' } = named;
  return { key: await digest([salt]), version: await digest([salt, version, lastUpdated]) };
}

function saltOf({ planId }: NamedVersion, looker: string): string {
  return JSON.stringify([looker, planId]);
}

/** The titles of the sections that differ between two traces of one plan; a section only one of them has differs. */
export function changedSections(before: PlanTrace, now: NamedTrace): readonly string[] {
  const all = new Set([...Object.keys(now.sections), ...Object.keys(before.sections)]);
  const changed = [...all].filter((id) => before.sections[id] !== now.sections[id]);
  return [...new Set(changed.map((id) => now.titles[id] ?? GONE))];
}

/** What each section says, without who said it. */
function contentsOf(plan: Plan): readonly (readonly [string, string])[] {
  const { cprDecision, treatmentLevel, emergencyTreatment, narratives, otherSections, provenance } = plan;
  const said: Readonly<Record<SectionKey, unknown>> = {
    ...plan,
    cpr: cprDecision,
    treatment: [treatmentLevel, emergencyTreatment],
  };
  const keys = Object.keys(SECTION_TITLES).filter((key): key is SectionKey => key in SECTION_TITLES);
  const { reviewed, reviewDue, expires, approval } = provenance;
  return [
    ...keys.map((key) => [SECTION_TITLES[key], written([said[key], narratives[key]])] as const),
    ...otherSections.map((section) => [section.title, written(section)] as const),
    ['Review and approval', written([reviewed?.date, reviewDue, expires, approval])],
  ];
}

function written(content: unknown): string {
  return JSON.stringify(content, (key, value) => (NOT_CONTENT.has(key) ? undefined : value)) ?? '';
}

/** SHA-256, shortened to 128 bits: enough to notice a change. */
async function digest(parts: readonly string[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return [...new Uint8Array(bytes).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
