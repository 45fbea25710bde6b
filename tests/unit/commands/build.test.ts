import { expect, it } from 'vitest';
import { buildEnvironment, targets, targetsNamed } from '../../commands/build.ts';

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

it('makes the builds that somebody names in one order, and all of them where nobody names any', () => {
  expect(targetsNamed([])).toEqual(targets);
  expect(targetsNamed(['firefox', 'chrome'])).toEqual(['chrome', 'firefox']);
  expect(() => targetsNamed(['chrome', 'opera'])).toThrow('There is no build "opera"');
});
