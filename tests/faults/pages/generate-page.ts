import type { Person } from '../../sandbox/people/person.ts';
import type { Random } from '../../sandbox/people/random.ts';
import { DECOYS, type Decoy } from './decoys.ts';
import { banner, type Named, named } from './identities.ts';

/** Where the head of the record stands. */
const PLACES = ['in the page', 'in a shadow root', 'in a frame', 'in a form of clobbering names'] as const;
/** How the page before becomes this one. */
const CHANGES = ['at once', 'emptied first', 'field by field'] as const;
const STORMS = ['none', 'none', 'text', 'attributes', 'hidden people'] as const;
const POLLUTIONS = ['none', 'none', 'none', 'objects', 'lists', 'elements', 'observers'] as const;

/** One page: what it holds, what it does, and whom it shows. */
export type GeneratedPage = {
  readonly html: string;
  /** The NHS number of whoever is open; '': nobody may be claimed. */
  readonly truth: string;
  readonly place: (typeof PLACES)[number];
  readonly change: (typeof CHANGES)[number];
  readonly storm: (typeof STORMS)[number];
  readonly pollution: (typeof POLLUTIONS)[number];
  readonly decoys: readonly string[];
  /** Animation frames in which it is watched. */
  readonly frames: number;
};

const CLOBBERS = ['body', 'documentElement', 'querySelectorAll', 'visibilityState', 'defaultView', 'elementsFromPoint'];
const FIELDS = ['parentNode', 'children', 'getAttribute', 'textContent', 'ownerDocument', 'getRootNode', 'shadowRoot'];

/** Makes a page of parts drawn by `random`; of the people some have plans and may be open. */
export function generatePage(open: readonly Person[], all: readonly Person[], random: Random): GeneratedPage {
  const person = random.chance(0.7) ? random.pick(open) : null;
  const decoys = random.sample(DECOYS, random.integer(0, 4)).filter(({ besideOnly }) => person || !besideOnly);
  const others = all.filter(({ nhsNumber }) => nhsNumber !== person?.nhsNumber);
  const around = decoys.map((decoy) => written(decoy, others, random));
  const place = random.pick(PLACES);
  const head = person ? placed(`<div data-head>${banner(named(person, random), random)}</div>`, place) : '';
  const parts = random.sample([head, '<main><h1>Record</h1><p id="log">Consultations</p></main>', ...around], 20);
  return {
    html: parts.join('\n'),
    truth: person && !decoys.some(({ nobody }) => nobody) ? person.nhsNumber : '',
    place,
    change: random.pick(CHANGES),
    storm: random.pick(STORMS),
    pollution: random.pick(POLLUTIONS),
    decoys: decoys.map(({ kind }) => kind),
    frames: random.integer(12, 45),
  };
}

function written({ people, html }: Decoy, others: readonly Person[], random: Random): string {
  const those: readonly Named[] = random.sample(others, people).map((one) => named(one, random));
  return html(those, random);
}

/** The page turns `data-shadow` into a shadow root once it stands there. */
function placed(head: string, place: GeneratedPage['place']): string {
  switch (place) {
    case 'in the page':
      return head;
    case 'in a shadow root':
      return `<patient-head data-shadow>${head}</patient-head>`;
    case 'in a frame':
      return `<iframe width="900" height="160" srcdoc="${head.replaceAll('"', '&quot;')}"></iframe>`;
    case 'in a form of clobbering names':
      return `${CLOBBERS.map((name) => `<img alt="" name="${name}">`).join('')}<form>${FIELDS.map(
        (name) => `<input type="hidden" name="${name}">`,
      ).join('')}${head}</form>`;
  }
}
