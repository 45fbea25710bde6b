import { expect, it } from 'vitest';
import { buildEnvironment } from '../../commands/build.ts';

const surroundings = {
  PATH: '/usr/bin',
  NODE_ENV: 'test',
  VITEST: 'true',
  VITEST_POOL_ID: '1',
  PLANSIDE_BUILD: 'sandbox',
};

it('builds the product whatever a test runner or the shell has set', () => {
  expect(buildEnvironment(surroundings, undefined)).toEqual({ PATH: '/usr/bin', NODE_ENV: 'production' });
});

it('builds the variant that was asked for', () => {
  expect(buildEnvironment(surroundings, 'reused-frame').PLANSIDE_BUILD).toBe('reused-frame');
});
