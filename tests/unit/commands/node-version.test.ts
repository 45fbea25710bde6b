import { expect, it } from 'vitest';
import { nodeTooOld } from '../../commands/node-version.ts';

it('is content with Node 26 and newer, and explains anything older', () => {
  expect(nodeTooOld('v26.0.0')).toBeNull();
  expect(nodeTooOld('v31.2.0')).toBeNull();
  expect(nodeTooOld('v25.9.0')).toContain('being run by v25.9.0');
  expect(nodeTooOld('nonsense')).not.toBeNull();
});
