import type { InForce } from '../settings/settings.ts';
import type { Role, Session } from './session.ts';

/**
 * Somebody who has just signed in, on a computer of this organisation: a role that names no organisation is one of this
 * organisation, and of several roles the one that its hints mean acts first. They still see it, and can switch.
 */
export function forOrganisation(
  session: Session,
  { organisation, roleHints = [] }: Pick<InForce, 'organisation' | 'roleHints'>,
): Session {
  const roles = session.roles.map((role) =>
    organisation && role.odsCode === ''
      ? { ...role, odsCode: organisation.odsCode, organisation: role.organisation || organisation.name }
      : role,
  );
  return { ...session, roles, acting: session.acting ?? hintedRole(roles, roleHints) };
}

/**
 * The one role that the first hint means which means any at all; `null`: none does, or that hint means several, and the
 * person says which.
 */
export function hintedRole(roles: readonly Role[], hints: readonly string[]): number | null {
  for (const hint of hints) {
    const meant = roles.flatMap((role, index) => (isMeant(role, hint) ? [index] : []));
    if (meant.length > 0) return meant.length === 1 ? (meant[0] ?? null) : null;
  }
  return null;
}

/** A hint is the code or the id of a role, or whole words of its name. */
function isMeant({ id, code, role }: Role, hint: string): boolean {
  const wanted = wordsOf(hint);
  if (wanted === '') return false;
  const codes = [id, code ?? '', ...(code?.split(':') ?? [])].map(wordsOf);
  return codes.includes(wanted) || ` ${wordsOf(role)} `.includes(` ${wanted} `);
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
