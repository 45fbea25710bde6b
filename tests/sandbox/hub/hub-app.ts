import { Hono } from 'hono';
import type { HubNow } from './played.ts';

/** What stands behind the answers. */
export type Behind = {
  readonly topic: string;
  readonly is: () => HubNow['is'];
  readonly context: () => object;
  readonly newEndpoint: () => string;
  readonly renewed: (endpoint: string) => void;
  readonly left: (endpoint: string) => void;
  readonly refused: (event: object) => void;
};

/** What a hub answers over HTTP: without a token, nothing. */
export function hubApp({ topic, is, context, newEndpoint, renewed, left, refused }: Behind): Hono {
  const app = new Hono();
  const guarded = new Hono();
  guarded.use(async (asked, next) => {
    if (is() === 'down') return asked.text('', 503);
    if (!/^Bearer \S+$/.test(asked.req.header('authorization') ?? '')) return asked.text('', 401);
    return next();
  });
  guarded.get('/:topic', (asked) => (asked.req.param('topic') === topic ? asked.json(context()) : asked.text('', 404)));
  guarded.post('/', async (asked) => {
    if (asked.req.header('content-type')?.includes('json')) {
      refused(await asked.req.json());
      return asked.text('', 202);
    }
    if (is() === 'denying') return asked.text('', 403);
    const form = await asked.req.parseBody();
    const endpoint = form['hub.channel.endpoint'];
    if (form['hub.channel.type'] !== 'websocket' || form['hub.topic'] !== topic) return asked.text('', 400);
    if (typeof endpoint !== 'string') return asked.json({ 'hub.channel.endpoint': newEndpoint() }, 202);
    if (form['hub.mode'] === 'unsubscribe') left(endpoint);
    else renewed(endpoint);
    return asked.json({ 'hub.channel.endpoint': endpoint }, 202);
  });
  return app.route('/hub', guarded);
}
