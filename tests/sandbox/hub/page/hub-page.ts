import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Settings } from '../../../../utils/settings/settings.ts';
import type { Person } from '../../people/person.ts';
import { serveAssets } from '../../systems/shared/assets.ts';
import { type Markup, STRICT_POLICY } from '../../systems/shared/markup.ts';
import { formText } from '../../systems/shared/sign-in.ts';
import { cuiDate } from '../../systems/shared/wording.ts';
import type { Hub } from '../hub.ts';
import type { OpenInHub } from '../hub-messages.ts';

/** Somebody who can be opened, and what there is to see about them. */
export type HubRow = { readonly person: Person; readonly says: string };

export type HubPageOptions = {
  readonly hub: Hub;
  readonly rows: readonly HubRow[];
  /** Where the launch page is served. */
  readonly launchPage: string;
  /** What Planside is set up with. */
  readonly settings: Settings;
};

/** A page at the hub's own address, from which somebody plays the desktop system that tells the hub who is open. */
export function hubPage(options: HubPageOptions): Hono {
  const { hub, rows, settings } = options;
  const policy = { fhircast: { hub: hub.address, topic: hub.topic } };
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', STRICT_POLICY);
    context.header('Cache-Control', 'no-store');
  });
  serveAssets(app, new URL('browser/', import.meta.url), ['hub-page.js', 'hub-page.css']);
  app.get('/', (context) => context.html(pageOf(options)));
  app.get('/set-up', (context) => context.json({ settings, policy }));
  app.get('/heard', (context) => context.json(heardBy(hub)));
  app.post('/', async (context) => {
    await obey(hub, rows, context);
    return context.redirect('/', 303);
  });
  return app;
}

/** What the hub hears of whoever follows it; nothing of a patient is in it. */
function heardBy({ subscribers, answers, syncErrors, renewals }: Hub): object {
  const last = answers.at(-1)?.status ?? null;
  return {
    subscribers: subscribers(),
    answers: answers.length,
    last,
    syncErrors: syncErrors.length,
    renewals: renewals(),
  };
}

async function obey(hub: Hub, rows: readonly HubRow[], context: Context): Promise<void> {
  const named = await formText(context, 'person');
  const person = rows.find((row) => row.person.nhsNumber === named)?.person ?? (named === 'unnamed' ? named : null);
  const does = await formText(context, 'do');
  if (does === 'open' && person) hub.open(person);
  if (does === 'stale' && person) hub.sendStale(person);
  if (does === 'close') hub.close();
  if (does === 'drop') hub.drop();
  if (does === 'away') hub.away(true);
  if (does === 'silence') hub.silence();
  if (does === 'deny') hub.deny(true);
  if (does === 'mend') hub.away(false);
  if (does === 'garble') hub.sendText('{"timestamp":');
}

const STANDS: Readonly<Record<ReturnType<Hub['now']>['is'], string>> = {
  well: 'The hub is well.',
  down: 'The hub is away: it answers nothing.',
  silent: 'The hub is silent: connections stay, and nothing comes over them.',
  denying: 'The hub refuses everybody.',
};

const TROUBLES = [
  ['drop', 'Cut every connection'],
  ['garble', 'Send half a message'],
  ['silence', 'Fall silent'],
  ['deny', 'Refuse everybody'],
  ['away', 'Go away'],
] as const;

function pageOf(options: HubPageOptions): Markup {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox hub</title>
<link rel="stylesheet" href="/assets/hub-page.css">
<script type="module" src="/assets/hub-page.js"></script>
</head>
<body>
<header>
<h1>Context hub of the sandbox</h1>
<p>A desktop record system tells a FHIRcast hub who is open, and Planside’s own panel follows the hub. Here you are that system.</p>
</header>
<main>
<section aria-labelledby="follow">
<h2 id="follow">1. Have Planside follow</h2>
<p>Press “Follow this hub”, then Planside’s button in the browser’s bar: the panel opens beside this page. Sign in there.</p>
<p class="buttons"><button type="button" data-follow="on" disabled>Follow this hub</button> <button type="button" data-follow="off" disabled>Follow no hub</button></p>
<p id="followed" role="status"></p>
</section>
${whoToOpen(options)}
${trouble(options.hub)}
<section aria-labelledby="heard">
<h2 id="heard">What the hub hears</h2>
<p id="heard-says"></p>
</section>
</main>
</body>
</html>`;
}

function whoToOpen({ hub, rows, launchPage }: HubPageOptions): Markup {
  const { open } = hub.now();
  return html`<section aria-labelledby="open">
<h2 id="open">2. Open somebody</h2>
<p>A late event is one of an hour ago: it changes nothing. The launch page is the other way from a desktop system to Planside.</p>
${openNow(open)}
<ul class="people">${rows.map((row) => personRow(row, { launchPage, isOpen: row.person === open }))}
<li><div><strong>Somebody without an NHS number</strong><span>refused, and said</span></div>${command('open', 'Open', 'unnamed', 'somebody without an NHS number')}</li></ul>
</section>`;
}

function trouble(hub: Hub): Markup {
  return html`<section aria-labelledby="trouble">
<h2 id="trouble">3. Make trouble</h2>
<p>${STANDS[hub.now().is]}</p>
<div class="buttons">${TROUBLES.map(([does, says]) => command(does, says))}${command('mend', 'Be well again')}</div>
</section>`;
}

function openNow(open: OpenInHub | null): Markup {
  if (open === null) return html`<p class="banner" data-open="nobody"><strong>Nobody is open</strong></p>`;
  if (open === 'unnamed') {
    return html`<div class="banner" data-open="unnamed"><strong>Open: somebody without an NHS number</strong>${command('close', 'Close')}</div>`;
  }
  return html`<div class="banner" data-open="${open.nhsNumber}"><strong>Open: ${nameOf(open)}</strong><span>${aboutOf(open)}</span>${command('close', 'Close')}</div>`;
}

function personRow(
  { person, says }: HubRow,
  { launchPage, isOpen }: { readonly launchPage: string; readonly isOpen: boolean },
): Markup {
  const { nhsNumber, familyName, givenNames, birthDate } = person;
  const who = { 'nhs-number': nhsNumber, family: familyName, given: givenNames.join(' '), 'birth-date': birthDate };
  return html`<li${isOpen ? html` aria-current="true"` : ''}>
<div><strong>${nameOf(person)}</strong><span>${aboutOf(person)}</span><span>${says}</span></div>
${command('open', 'Open', nhsNumber, nameOf(person))}
${command('stale', 'Late event', nhsNumber, nameOf(person))}
<a href="${launchPage}#${new URLSearchParams(who)}" target="planside-launch" rel="noreferrer">Launch page<span class="unseen"> for ${nameOf(person)}</span></a>
</li>`;
}

function command(does: string, says: string, person = '', whose = ''): Markup {
  const unseen = whose && html`<span class="unseen"> ${whose}</span>`;
  return html`<form method="post" action="/"><input type="hidden" name="person" value="${person}"><button name="do" value="${does}">${says}${unseen}</button></form>`;
}

function nameOf({ familyName, givenNames }: Exclude<OpenInHub, 'unnamed'>): string {
  return `${familyName.toUpperCase()}, ${givenNames.join(' ')}`;
}

function aboutOf({ birthDate, nhsNumber }: Exclude<OpenInHub, 'unnamed'>): string {
  return `Born ${cuiDate(birthDate)}, NHS No. ${nhsNumber.replace(/^(...)(...)(....)$/, '$1 $2 $3')}`;
}
