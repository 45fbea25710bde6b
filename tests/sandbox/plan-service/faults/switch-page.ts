import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { type Html, page } from '../sign-in/pages.ts';
import { type Fault, faultSchema, STEPS, type SwitchBoard } from '../switches.ts';
import { FAULT_WORDS } from './describe.ts';

const step = z.enum(STEPS);
const fault = z.union([faultSchema, z.array(faultSchema).min(1)]);

/** What a script posts as JSON. */
const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), step, fault }),
  z.strictObject({ do: z.literal('next'), step, fault }),
  z.strictObject({ do: z.literal('clear') }),
]);

type Command = z.infer<typeof commandSchema>;

const KINDS = Object.keys(FAULT_WORDS);

/** The fields of the form below as a command; left to the schema to refuse what makes no sense. */
function commandFrom(form: Record<string, unknown>): unknown {
  if (form.do === 'clear') return { do: 'clear' };
  const { kind } = form;
  const takesMs = kind === 'slow' || ((kind === 'drip' || kind === 'clock') && form.ms);
  const chosen = {
    kind,
    ...(takesMs ? { ms: Number(form.ms) } : {}),
    ...(kind === 'status' ? { status: Number(form.status) } : {}),
    ...(kind === 'status' && form.retryAfter ? { retryAfter: form.retryAfter } : {}),
    ...(kind === 'status' && form.status === '200' ? { body: 'empty' } : {}),
  };
  return { do: form.do, step: form.step, fault: chosen };
}

function obey(switches: SwitchBoard, command: Command): void {
  if (command.do === 'clear') switches.clear();
  else switches[command.do](command.step, command.fault);
}

function listed(caption: string, rows: readonly (readonly [string, readonly Fault[]])[]): Html {
  if (rows.length === 0) return html`<p>${caption}: nothing.</p>`;
  const cells = rows.map(([name, faults]) => html`<tr><td>${name}</td><td>${JSON.stringify(faults)}</td></tr>`);
  return html`<table><caption>${caption}</caption><tbody>${cells}</tbody></table>`;
}

function switchPage(switches: SwitchBoard): Html {
  const { set, next } = switches.state();
  const options = (values: readonly string[]) => values.map((value) => html`<option>${value}</option>`);
  const kinds = Object.entries(FAULT_WORDS).map(([kind, words]) => html`<tr><td>${kind}</td><td>${words}</td></tr>`);
  return page(
    'Switches of the plan service',
    html`${listed('Broken until mended', set)}
${listed('Broken once', next)}
<form method="post" action="/switches">
<label for="step">What to break</label><select id="step" name="step">${options(STEPS)}</select>
<label for="kind">How</label><select id="kind" name="kind">${options(KINDS)}</select>
<label for="ms">For <i>slow</i>, <i>drip</i>, <i>clock</i>: milliseconds</label><input id="ms" name="ms" value="3000">
<label for="status">For <i>status</i>: the status</label><input id="status" name="status" inputmode="numeric" value="503">
<label for="retryAfter">For <i>status</i>: Retry-After</label><input id="retryAfter" name="retryAfter">
<button name="do" value="set">Break until mended</button>
<button name="do" value="next">Break the next request</button>
<button name="do" value="clear">Mend everything</button>
</form>
<table><caption>What they do</caption><tbody>${kinds}</tbody></table>`,
  );
}

/** `GET /switches` for people, `POST /switches` for their form and, as JSON, for scripts. */
export function switchApp(switches: SwitchBoard): Hono {
  const app = new Hono();
  app.get('/switches', (c) => c.html(switchPage(switches)));
  app.post('/switches', async (c) => {
    const isJson = (c.req.header('content-type') ?? '').startsWith('application/json');
    const sent = isJson ? await c.req.json().catch(() => undefined) : commandFrom(await c.req.parseBody());
    const command = commandSchema.safeParse(sent);
    if (!command.success) return c.json({ wrong: z.prettifyError(command.error) }, 400);
    obey(switches, command.data);
    return isJson ? c.json(switches.state()) : c.redirect('/switches', 303);
  });
  return app;
}
