import { Hono } from 'hono';
import type { Person } from '../../sandbox/people/person.ts';
import { bannerOf } from '../../sandbox/systems/elsewhere.ts';
import { CHANGES } from './busy.ts';

/** What is measured on. */
export const PAGES = {
  /** A banner and a line. */
  light: '/light',
  /** The same with nobody open. */
  nobody: '/nobody',
  /** A record of some 20,000 elements, built by script as an application of one page does. */
  heavy: '/heavy',
  /** A banner, and ten documents one in another. */
  frames: '/frames',
  /** A list that changes a thousand times a second; its rows are laid out apart, so that what watches it is seen. */
  busy: '/busy?rows=500',
  busyAndLong: '/busy?rows=5000',
} as const;

export type PageName = keyof typeof PAGES;

const FRAMES = 10;
const PANELS = 105;

declare global {
  interface Window {
    /** Opens another of the people of the page, in one task. */
    openAnother: (at: number) => void;
  }
}

/** The pages, of which each shows the first of these people. */
export function benchPages(people: () => readonly Person[]): Hono {
  const banner = () => {
    const banners = people().map(bannerOf);
    return `<header id="patient-banner">${banners[0]}</header>
<script>
window.openAnother = (at) => {
  document.getElementById('patient-banner').innerHTML = ${JSON.stringify(banners).replaceAll('<', '\\u003c')}[at];
};
</script>`;
  };
  return new Hono()
    .get('/blank', (context) => context.html(page('<p>Nothing</p>')))
    .get('/nobody', (context) => context.html(page('<main><p>Light page</p></main>')))
    .get('/light', (context) => context.html(page(`${banner()}<main><p>Light page</p></main>`)))
    .get('/heavy', (context) => context.html(page(`${banner()}${table(500)}<div id="record"></div>`, RECORD)))
    .get('/frames', (context) => {
      const depth = Number(context.req.query('depth') ?? 0);
      const inner = `<p>Depth ${depth}</p>${table(10)}`;
      const below = `<iframe src="/frames?depth=${depth + 1}" style="width: 95%; height: 90%"></iframe>`;
      return context.html(page(`${depth === 0 ? banner() : ''}${inner}${depth < FRAMES ? below : ''}`));
    })
    .get('/busy', (context) => {
      const rows = Number(context.req.query('rows') ?? 500);
      return context.html(page(`${banner()}${ROW_STYLE}<div id="list">${list(rows)}</div>`, CHANGES));
    });
}

function page(body: string, script = ''): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Record</title></head>
<body>${body}<script>${script}</script></body>
</html>`;
}

/** A day's appointments. */
function table(rows: number): string {
  const row = (at: number) => `<tr>
<td>${8 + (at % 10)}:${String((at * 5) % 60).padStart(2, '0')}</td><td><a href="#a${at}">Appointment ${at}</a></td>
<td>Room ${at % 9}</td><td><span>Booked</span></td><td>Clinic ${at % 7}</td><td><button>Open</button></td></tr>`;
  return `<table><tbody>${Array.from({ length: rows }, (_, at) => row(at)).join('')}</tbody></table>`;
}

const ROW_STYLE = `<style>
#list { position: relative }
.row { position: absolute; left: 0; height: 20px; width: 900px; contain: strict }
.row > * { display: inline-block; width: 120px; height: 18px; overflow: hidden; contain: strict }
.hot { background: #ffd }
</style>`;

function list(rows: number): string {
  const row = (at: number) => `<div class="row" style="top: ${at * 20}px">
<span>${8 + (at % 10)}:00</span><a href="#a${at}">Appointment ${at}</a><span class="state">Booked</span>
<button>Open</button></div>`;
  return Array.from({ length: rows }, (_, at) => row(at)).join('');
}

/** Builds the record in pieces, and says on the root when it stands. */
const RECORD = `
const record = document.getElementById('record');
function panel(number) {
  const section = document.createElement('section');
  section.innerHTML = '<h3>Consultation ' + number + '</h3><form><label>Code <input></label>' +
    '<label>Note <textarea></textarea></label></form>';
  const problems = document.createElement('ul');
  for (let at = 0; at < 45; at += 1) {
    const problem = document.createElement('li');
    problem.innerHTML = '<b>Problem ' + at + '</b> <i>' + (2000 + (at % 25)) + '</i>';
    problems.append(problem);
  }
  section.append(problems);
  return section;
}
let built = 0;
(function build() {
  for (let one = 0; one < 10 && built < ${PANELS}; one += 1, built += 1) record.append(panel(built));
  if (built < ${PANELS}) setTimeout(build, 0);
  else document.documentElement.dataset.ready = '1';
})();`;
