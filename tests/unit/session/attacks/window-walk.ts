import type { PlanService } from '../../../sandbox/plan-service/plan-service.ts';
import { browseTo, CookieJar } from '../../sandbox/plan-service/sign-in-by-http.ts';
import { accountOf } from '../../sandbox/plan-service/test-bed.ts';

/**
 * What a person does in the sign-in window.
 *
 * @param address the authorization request
 * @param jar cookies of the browser; one that nobody used before, unless given
 * @returns where the browser was sent in the end
 * @throws if the service shows a page nobody can go on from, which a person closes
 */
export async function walkThrough(
  service: PlanService,
  address: string,
  as = 'gp',
  jar = new CookieJar(),
): Promise<string> {
  const start = new URL(address);
  const first = await browseTo(jar, start);
  if (first.url.origin !== start.origin) return first.url.href;
  if (first.answer.status !== 200) throw new Error('The window was closed');
  const { username, password } = accountOf(service, as);
  const last = await browseTo(jar, first.url, { username, password });
  if (last.url.origin === start.origin) throw new Error('The window was closed');
  return last.url.href;
}
