import { listen } from '../../../sandbox/listen.ts';

/** Somewhere settings do not allow: nothing of the product's may ever come here. */
export type ForeignHost = {
  readonly origin: string;
  /** Paths that were asked for. */
  readonly requests: string[];
  readonly stop: () => Promise<void>;
};

export async function startForeignHost(): Promise<ForeignHost> {
  const listening = await listen(0);
  const requests: string[] = [];
  listening.answerWith((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"keys":[]}');
  });
  return { origin: `http://127.0.0.1:${listening.port}`, requests, stop: listening.stop };
}
