import type { Random } from '../../sandbox/people/random.ts';
import { banner, type Named, withWrongCheck } from './identities.ts';

/** What else stands in a page: somebody who is not open there. */
export type Decoy = {
  readonly kind: string;
  /** How many people it needs. */
  readonly people: number;
  /** With it nobody may be claimed, whoever is open. */
  readonly nobody?: true;
  /** Only beside somebody who is open: alone it would be the head of a record. */
  readonly besideOnly?: true;
  readonly html: (people: readonly Named[], random: Random) => string;
};

/** Every way in which something can be in a page and not be seen. */
const HIDDEN: Readonly<Record<string, (inner: string) => string>> = {
  'display none': (inner) => `<div style="display:none">${inner}</div>`,
  'hidden attribute': (inner) => `<div hidden>${inner}</div>`,
  'visibility hidden': (inner) => `<div style="visibility:hidden">${inner}</div>`,
  transparent: (inner) => `<div style="opacity:0">${inner}</div>`,
  'transparent by a filter': (inner) => `<div style="filter:opacity(0)">${inner}</div>`,
  'clipped away': (inner) => `<div style="position:absolute;clip:rect(0 0 0 0)">${inner}</div>`,
  'clipped by a path': (inner) => `<div style="clip-path:inset(50%)">${inner}</div>`,
  'off the screen': (inner) => `<div style="position:absolute;left:-9999px;top:0;width:600px">${inner}</div>`,
  covered: (inner) =>
    `<div style="position:relative">${inner}<div style="position:absolute;inset:0;background:#eee"></div></div>`,
  'aria-hidden': (inner) => `<div aria-hidden="true">${inner}</div>`,
  inert: (inner) => `<div inert>${inner}</div>`,
  'white on white': (inner) => `<div style="color:#fff;background:#fff">${inner}</div>`,
  'no size': (inner) => `<div style="width:0;height:0;overflow:hidden">${inner}</div>`,
  'no letters': (inner) => `<div style="font-size:0">${inner}</div>`,
  closed: (inner) => `<details><summary>Previous patient</summary>${inner}</details>`,
  'a template': (inner) => `<template>${inner}</template>`,
  'a hidden frame': (inner) => `<iframe style="display:none" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`,
};

const first = ([one]: readonly Named[]): Named => {
  if (!one) throw new Error('A decoy of nobody');
  return one;
};

const row = ({ name, born, number }: Named) =>
  `<tr><td>${name}</td><td>${born}</td><td>${number}</td><td><a href="#">Open</a></td></tr>`;
const RELATIONS = ['Next of kin', 'Mother', 'Carer', 'Emergency contact'];

/** Every kind of decoy. */
export const DECOYS: readonly Decoy[] = [
  ...Object.entries(HIDDEN).map(
    ([kind, hide]): Decoy => ({ kind, people: 1, html: (people, random) => hide(banner(first(people), random)) }),
  ),
  {
    kind: 'search results',
    people: 5,
    html: (people) => `<h2>Search results</h2><table><thead><tr><th>Name</th><th>Date of birth</th><th>NHS number</th>
      <th></th></tr></thead><tbody>${people.map(row).join('')}</tbody></table>`,
  },
  {
    kind: 'a virtualised list',
    people: 8,
    html: (people) =>
      `<div role="list" style="position:relative;height:240px;overflow:auto">${people
        .map(
          ({ name, born, number }, at) => `<div role="listitem" style="position:absolute;top:${at * 30}px;height:30px">
        <b>${name}</b> <i>${born}</i> <span>NHS No.</span> <u>${number}</u></div>`,
        )
        .join('')}</div>`,
  },
  {
    kind: 'a relative',
    people: 1,
    html: (people, random) => {
      const { name, born, number } = first(people);
      return `<section><h3>${random.pick(RELATIONS)}</h3><dl><dt>Name</dt><dd>${name}</dd><dt>Date of birth</dt>
        <dd>${born}</dd><dt>NHS number</dt><dd>${number}</dd></dl></section>`;
    },
  },
  {
    kind: 'a hint',
    people: 1,
    html: (people) => `<form><label>NHS number <input placeholder="${first(people).number}"></label>
      <p>For example ${first(people).number}</p></form>`,
  },
  {
    kind: 'a mention',
    people: 1,
    html: (people) => `<p>Letter about ${first(people).name} filed in error, NHS number ${first(people).number}.</p>`,
  },
  { kind: 'a wrong check digit', people: 1, html: (people, random) => banner(withWrongCheck(first(people)), random) },
  {
    kind: 'a dialog that asks',
    people: 1,
    besideOnly: true,
    html: (people, random) => `<div role="dialog" aria-modal="true" style="position:fixed;inset:20%;background:#fff">
      <h2>Is this the right patient?</h2>${banner(first(people), random)}<button>Yes</button></div>`,
  },
  {
    kind: 'a sidebar of the page’s own',
    people: 1,
    besideOnly: true,
    html: (people, random) => `<aside title="Planside" style="position:fixed;right:0;top:0;width:380px;background:#fff">
      <h1>Planside</h1>${banner(first(people), random)}<p>For CPR</p></aside>`,
  },
  {
    kind: 'somebody else as well',
    people: 1,
    nobody: true,
    besideOnly: true,
    html: (people, random) => banner(first(people), random),
  },
];
