import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { managedSchema } from '../../../utils/policy.ts';
import { clinicalSystemSchema, planServiceSchema } from '../../../utils/settings-schema.ts';

vi.mock('../../../utils/browser.ts', () => ({ browser: {} }));

const { properties } = JSON.parse(readFileSync('public/managed_schema.json', 'utf8'));

/** Chromium drops what its schema does not name, without a word. */
it('the schema for Chromium names every key that is read, and no other', () => {
  const keys = (of: object) => Object.keys(of).sort();
  expect(keys(properties)).toEqual(keys(managedSchema.shape));
  expect(keys(properties.planService.properties)).toEqual(keys(planServiceSchema.shape));
  expect(keys(properties.clinicalSystems.items.properties)).toEqual(keys(clinicalSystemSchema.shape));
});
