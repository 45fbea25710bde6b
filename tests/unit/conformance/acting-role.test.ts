import { describe, expect, it } from 'vitest';
import { rolesIn, roleToAct } from '../../conformance/sign-in/acting-role.ts';

const listed = (person_roleid: string, org_code: string) => ({ person_roleid, role_name: 'Nurse', org_code });
const TWO = { nhsid_nrbac_roles: [listed('1', 'ZZ1'), listed('2', 'ZZ2')] };
const ONE = { ods_code: 'ZZ9' };

describe('the role that acts', () => {
  it.each<[string, Record<string, unknown>, string | null, string | null, string, string]>([
    ['nothing is said', {}, null, null, '', ''],
    ['there is one, and no list', ONE, null, null, '', 'ZZ9'],
    ['there are several', TWO, null, null, '1', 'ZZ1'],
    ['one of several is asked for', TWO, '2', null, '2', 'ZZ2'],
    ['one of their organisations is asked for', TWO, null, 'ZZ2', '2', 'ZZ2'],
    ['one is asked for that is not listed', TWO, '3', null, '3', ''],
    ['an organisation is asked for that is not listed', TWO, null, 'X26', '', 'X26'],
    ['both are asked for, and do not fit', TWO, '1', 'X26', '1', 'X26'],
  ])('where %s', (_what, claims, roleId, odsCode, acting, at) => {
    expect(roleToAct(claims, { roleId, odsCode })).toEqual({ roleId: acting, odsCode: at });
  });

  it('is none of a list that cannot be read', () => {
    expect(rolesIn({})).toEqual([]);
    expect(rolesIn(TWO)).toHaveLength(2);
    for (const wrong of ['Nurse', [{ role_name: 'Nurse' }], [listed('', 'ZZ1')], [null]]) {
      expect(rolesIn({ nhsid_nrbac_roles: wrong })).toBe(null);
    }
  });
});
