import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  adapterPackSchema,
  fhircastSchema,
  managedSchema,
  organisationSchema,
  packKeySchema,
  supportSchema,
} from '../../../utils/settings/policy-schema.ts';
import { clinicalSystemSchema, planServiceSchema } from '../../../utils/settings/settings-schema.ts';

const { type, properties, ...others } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));
const keys = (of: object) => Object.keys(of).sort();

/** Chromium drops what its schema does not name, without a word. */
it('the schema for Chromium names every key that is read, and no other', () => {
  expect(keys(properties)).toEqual(keys(managedSchema.shape));
  expect(keys(properties.planService.properties)).toEqual(keys(planServiceSchema.shape));
  expect(keys(properties.clinicalSystems.items.properties)).toEqual(keys(clinicalSystemSchema.shape));
  for (const [key, schema] of Object.entries({
    organisation: organisationSchema,
    adapterPack: adapterPackSchema,
    fhircast: fhircastSchema,
    support: supportSchema,
  })) {
    expect(keys(properties[key].properties)).toEqual(keys(schema.shape));
  }
  const packKey = new Set(packKeySchema.def.options.flatMap(({ shape }) => keys(shape)));
  expect(keys(properties.adapterPack.properties.keys.items.properties)).toEqual([...packKey].sort());
});

/** A schema that Chromium does not understand keeps the whole extension from loading. */
it('is of the words that Chromium knows', () => {
  expect({ type, others }).toEqual({ type: 'object', others: {} });
  const check = (schema: Record<string, unknown>): void => {
    const { title: _, type, properties, items, ...unknown } = schema;
    expect(unknown).toEqual({});
    expect(['object', 'array', 'string', 'integer', 'boolean']).toContain(type);
    expect([typeof properties, typeof items]).toEqual([
      type === 'object' ? 'object' : 'undefined',
      type === 'array' ? 'object' : 'undefined',
    ]);
    for (const each of Object.values((properties ?? {}) as object)) check(each);
    if (items) check(items as Record<string, unknown>);
  };
  check({ type, properties });
});
