import type { Launched } from './launch.ts';
import { soon } from './soon.ts';
import { until } from './until.ts';

/**
 * Runs an expression in the extension's background in Chromium, as soon as one is there: the one before may have been
 * ended a moment ago.
 */
export async function inWorker({ browser }: Launched, expression: string): Promise<void> {
  await until('the background runs', async () => {
    const target = browser.targets().find((one) => one.type() === 'service_worker');
    const worker = target && (await soon(() => target.worker(), null));
    const isThere = worker && (await soon(() => worker.evaluate('true'), false));
    if (isThere) await worker.evaluate(expression);
    return Boolean(isThere);
  });
}
