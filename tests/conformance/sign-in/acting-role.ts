import * as z from 'zod/mini';
import type { Wanted } from '../wanted.ts';

/** In which role, and for which organisation, the run asks; empty: that is not said. */
export type ActingRole = { readonly roleId: string; readonly odsCode: string };

/** One role of the claim `nhsid_nrbac_roles`, as far as it is used here. */
type ListedRole = z.infer<typeof rolesSchema>[number];

// As Planside reads it (utils/session/tokens.ts), which signs nobody in where one of them is otherwise.
const rolesSchema = z.array(
  z.object({
    person_roleid: z.string().check(z.minLength(1)),
    role_name: z.string(),
    org_code: z.string(),
    org_name: z.optional(z.string()),
  }),
);

type Claims = Readonly<Record<string, unknown>>;

/** The roles that an id token lists; `null`: the list cannot be read. */
export function rolesIn({ nhsid_nrbac_roles: listed = [] }: Claims): readonly ListedRole[] | null {
  const roles = rolesSchema.safeParse(listed);
  return roles.success ? roles.data : null;
}

/** What the command line says of it. */
export function roleWanted({ roleId, odsCode }: Pick<Wanted, 'roleId' | 'odsCode'>): ActingRole {
  return { roleId: roleId ?? '', odsCode: odsCode ?? '' };
}

/** The role that was asked for, or at the organisation that was asked for, or else the first that the id token lists. */
export function roleToAct(claims: Claims, wanted: Pick<Wanted, 'roleId' | 'odsCode'>): ActingRole {
  const { roleId, odsCode } = wanted;
  const fitting = (rolesIn(claims) ?? []).find(
    ({ person_roleid, org_code }) => [null, person_roleid].includes(roleId) && [null, org_code].includes(odsCode),
  );
  const only = typeof claims.ods_code === 'string' ? claims.ods_code : '';
  return {
    roleId: roleId ?? fitting?.person_roleid ?? '',
    odsCode: odsCode ?? fitting?.org_code ?? only,
  };
}
