import { expect, it } from 'vitest';
import { policyOfLaunchPage } from '../../docs/launch-page.ts';

it('the launch page may run its own script and nothing else', async () => {
  const { says, needs } = await policyOfLaunchPage();
  expect(says).toBe(needs);
});
