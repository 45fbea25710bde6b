import type { PlantedBug } from './planted-bug.ts';

/** In what an organisation sets, packs of adapters, and the hub that is followed. */
export const SETTINGS_BUGS: readonly PlantedBug[] = [
  {
    name: 'An event of the hub that is older than one before is followed',
    rule: 'S3',
    file: 'utils/fhircast/context-events.ts',
    find: 'const isNewest = event.at !== null && event.at > newest;',
    replace: 'const isNewest = event.at !== null && event.at > newest - 1e12;',
    caughtBy: ['tests/unit/fhircast/follow-hub-model.test.ts'],
  },
  {
    name: 'A policy that is malformed is taken as it is',
    rule: 'S6',
    file: 'utils/settings/policy.ts',
    find: "if (!parsed.success) return { kind: 'broken', code: 'POLICY-BROKEN', places: placesOf(faultsOf(parsed.error)) };",
    replace: "if (!parsed.success) return { kind: 'set', managed: raw as Managed };",
    caughtBy: ['tests/unit/settings/policy.test.ts'],
  },
  {
    name: 'An older pack of adapters takes the place of a newer one',
    rule: 'S6',
    file: 'utils/pack/judge-pack.ts',
    find: "if (held && pack.id === held.pack.id && !isLater(pack, held.pack) && content !== held.content) return 'PACK-OLDER';",
    replace: '',
    caughtBy: ['tests/unit/pack/judge-pack.test.ts'],
  },
  {
    name: 'A pack that nobody the policy names has signed is used',
    rule: 'S6',
    file: 'utils/pack/verify-pack.ts',
    find: 'const payload = isCanonical(signature) ? await payloadOf(jws, keys) : null;',
    replace: 'const payload = (await payloadOf(jws, keys)) ?? new TextDecoder().decode(decode(content));',
    caughtBy: ['tests/unit/pack/verify-pack.test.ts'],
  },
  {
    name: 'While the policy has not come, what was set here is in force',
    rule: 'S9',
    file: 'utils/settings/policy.ts',
    find: 'return { clinicalSystems: [], ...(own.language ? { language: own.language } : {}) };',
    replace: 'return own;',
    caughtBy: ['tests/unit/settings/policy.test.ts'],
  },
];
