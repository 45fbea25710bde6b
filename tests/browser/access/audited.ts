import type { AuditEvent } from 'fhir/r4';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { lookUntil } from '../harness/look-until.ts';

/** What the service was told, in the words of the extension: who did what, of whom, under which reason. */
export type Told = {
  readonly what: string;
  readonly action: string | undefined;
  readonly nhsNumber: string | undefined;
  readonly by: string | undefined;
  readonly as: string | undefined;
  readonly purpose: string | undefined;
  readonly words: string | undefined;
  /** How the patient was opened; left out: a page showed them. */
  readonly openedBy?: string | undefined;
  /** What was copied or printed by a button. */
  readonly of?: string | undefined;
};

function told({ type, subtype, action, agent, entity = [], purposeOfEvent }: AuditEvent): Told {
  const actor = agent.find(({ requestor }) => requestor);
  const patient = entity.find(({ what }) => what?.identifier?.system?.endsWith('/nhs-number'));
  const [purpose] = purposeOfEvent ?? [];
  const detailOf = (...names: readonly string[]) => patient?.detail?.find(({ type: name }) => names.includes(name));
  const openedBy = detailOf('opened by')?.valueString;
  const of = detailOf('copied', 'printed')?.valueString;
  return {
    what: [type.code, subtype?.[0]?.code].filter((code) => code !== undefined).join('/'),
    action,
    nhsNumber: patient?.what?.identifier?.value,
    by: actor?.who?.display,
    as: actor?.role?.[0]?.text,
    purpose: purpose?.coding?.[0]?.code,
    words: purpose?.text,
    ...(openedBy ? { openedBy } : {}),
    ...(of ? { of } : {}),
  };
}

/** Everything the service has been told so far, oldest first. */
export function allTold({ auditEvents }: Pick<Sandbox, 'auditEvents'>): readonly Told[] {
  return auditEvents().map(({ resource }) => told(resource));
}

/** Waits until the service has been told what is asked for; fails with what it was told. */
export async function untilTold(
  sandbox: Pick<Sandbox, 'auditEvents'>,
  what: string,
  is: (all: readonly Told[]) => boolean,
): Promise<readonly Told[]> {
  const looked = await lookUntil(() => allTold(sandbox), is);
  if (looked.is) return looked.last;
  throw new Error(`The service was never told ${what}. It was told ${JSON.stringify(allTold(sandbox))}`);
}
