import { Hono } from 'hono';
import type { Person } from '../../sandbox/people/person.ts';

/** A system from abroad: months come first, names stand apart, and nothing of it is known to Planside. */
export const FOREIGN = { id: 'elsewhere', name: 'Foreign chart', origins: ['http://elsewhere.localhost/*'] };

/** What it serves besides its records: what somebody has exported, and records that come late only after this. */
export type Served = { exported: string; late: Promise<void> };

/** Its pages: `/record/N`, `/late/N`, `/kin/N`, `/twice/N` of somebody, `/waiting` and `/endless` of nobody, and `/exported`. */
export function foreignSystem(people: () => readonly Person[], served: Served): Hono {
  const at = (place: string): Person => {
    const person = people()[Number(place)];
    if (!person) throw new Error(`Nobody stands at ${place}.`);
    return person;
  };
  const next = (place: string): Person => at(String((Number(place) + 1) % people().length));
  return new Hono()
    .get('/record/:at', (context) => context.html(page(strip(at(context.req.param('at'))))))
    .get('/late/:at', async (context) => {
      await served.late;
      return context.html(page(strip(at(context.req.param('at')))));
    })
    .get('/kin/:at', (context) => {
      const { nhsNumber } = next(context.req.param('at'));
      return context.html(page(strip(at(context.req.param('at')), `<span class="kin">Daughter ${nhsNumber}</span>`)));
    })
    .get('/twice/:at', (context) => {
      const place = context.req.param('at');
      return context.html(page(`${strip(at(place))}${strip(next(place))}`));
    })
    .get('/endless', (context) => context.body(endless(), 200, { 'content-type': 'text/html' }))
    .get('/waiting', (context) => context.html(page(waiting(people()))))
    .get('/exported', (context) => context.html(served.exported));
}

function page(main: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foreign chart</title></head>
<body><header class="bar">Foreign chart</header><main>${main}</main></body></html>`;
}

/** A page that begins and never ends. */
function endless(): ReadableStream {
  return new ReadableStream({
    start: (end) => end.enqueue(new TextEncoder().encode('<!doctype html><title>Endless</title><p>To be continued')),
  });
}

function strip({ familyName, givenNames, birthDate, nhsNumber }: Person, more = ''): string {
  const [year, month, day] = birthDate.split('-');
  return `<section class="chart"><div class="who">
<b class="surname">${familyName}</b> <b class="forename">${givenNames.join(' ')}</b>
<p>NHS number <i class="num">${nhsNumber}</i></p> <p>Born <i class="dob">${month}/${day}/${year}</i></p> ${more}
</div><p class="note">Seen on the ward.</p></section>`;
}

function waiting(people: readonly Person[]): string {
  const rows = people.map(({ familyName, nhsNumber }) => `<li>${familyName} ${nhsNumber}</li>`).join('');
  return `<section class="waiting"><h2>Waiting room</h2><ul id="queue">${rows}</ul></section>`;
}
