import type { CopyOwner } from '../offline/sealed-copy.ts';
import { actingRole, readSession } from '../session/session.ts';
import type { Settings } from '../settings/settings.ts';

/** Whose copies may be kept and read; `null`: nobody's. */
export async function copyOwner(settings: Promise<Settings>): Promise<CopyOwner | null> {
  const { planService, offlineCopies = false } = await settings;
  const session = await readSession();
  const role = session && actingRole(session);
  if (!planService || !offlineCopies || !session || !role) return null;
  const { issuer, subject } = session;
  return { fhirBase: planService.fhirBase, issuer, subject, roleId: role.id };
}
