import type { Account, Role } from '../accounts.ts';

/** Claims beside `sub`, all of them in the id token. */
export const CLAIMS = ['name', 'role', 'organisation', 'ods_code', 'nhsid_nrbac_roles'] as const;

/** One member of NHS CIS2's claim `nhsid_nrbac_roles`; `org_name` is ours. */
function nrbacRole({ id, role, organisation, odsCode }: Role) {
  return { person_roleid: id, role_name: role, org_code: odsCode, org_name: organisation };
}

/**
 * Who somebody is, as the id token says it: every role in `nhsid_nrbac_roles`, and where there is one only, that one in
 * `role`, `organisation` and `ods_code` too.
 */
export function claimsOf({ name, roles }: Account) {
  const [{ role, organisation, odsCode }, ...others] = roles;
  const only = others.length === 0 ? { role, organisation, ods_code: odsCode } : {};
  return { name, ...only, nhsid_nrbac_roles: roles.map(nrbacRole) };
}
