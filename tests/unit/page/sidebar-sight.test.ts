// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stance } from '../../../utils/page/sidebar-host.ts';
import { sightOf } from '../../../utils/page/sidebar-sight.ts';
import { pretendLayout } from './layout.ts';

type Style = Readonly<Record<string, string>>;
type Happens = readonly [string, () => unknown];

const PLAIN: Style = {
  opacity: '1',
  filter: 'none',
  clipPath: 'none',
  clip: 'auto',
  maskImage: 'none',
  contentVisibility: 'visible',
  pointerEvents: 'auto',
  backgroundColor: 'rgba(0, 0, 0, 0)',
  backgroundImage: 'none',
  backdropFilter: 'none',
};
const RIGHT = '920 0 360 720';

let host: HTMLElement;
let styles: Map<Element | string, Style>;
let modals: Element[];
/** What stands above the page, the last on top; a press meets it unless it lets the pointer through. */
let above: HTMLElement[];
let stance: Stance;
let isOpen: boolean;

beforeEach(() => {
  document.documentElement.innerHTML = '<head></head><body></body>';
  pretendLayout(window as never);
  host = document.createElement('div');
  host.dataset.box = RIGHT;
  document.documentElement.append(host);
  [styles, modals, above, isOpen] = [new Map(), [], [], true];
  const place = { side: 'right', width: 360, covers: false, folded: false } as const;
  stance = { place, edge: null, tab: { width: 44, height: 320 } };
  vi.stubGlobal('getComputedStyle', (one: Element, part?: string) => ({ ...PLAIN, ...styles.get(part ?? one) }));
  Object.defineProperty(Element.prototype, 'matches', {
    configurable: true,
    value(this: Element, selector: string) {
      if (!selector.includes(':popover-open')) return false;
      return this === host ? isOpen : above.some((one) => one === this);
    },
  });
  Document.prototype.querySelectorAll = (() => modals) as never;
  Document.prototype.elementFromPoint = (x, y) => above.findLast((one) => isAt(one, x, y)) ?? host;
  document.documentElement.dataset.box = '0 0 1280 720';
});

function isAt(one: Element, x: number, y: number): boolean {
  const { left, top, width, height } = one.getBoundingClientRect();
  return styles.get(one)?.pointerEvents !== 'none' && left <= x && x <= left + width && top <= y && y <= top + height;
}

/** A popover of the page's own above the sidebar. */
function cover(box: string, kind: 'manual' | 'auto' = 'manual', style: Style = {}): HTMLElement {
  const one = document.createElement('div');
  one.dataset.box = box;
  one.popover = kind;
  document.body.append(one);
  styles.set(one, style);
  above.push(one);
  return one;
}

const look = (opened: Iterable<Element> = above) => sightOf(document, { element: host, stance: () => stance }, opened);

describe('whether the sidebar can be seen', () => {
  it('H14: in sight where nothing is before it', () => expect(look()).toBe('inSight'));

  it.each([
    ['taken out of the top layer', () => (isOpen = false)],
    ['put into the page', () => document.body.append(host)],
    ['not drawn', () => host.setAttribute('hidden', '')],
    ['narrow', () => (host.dataset.box = '1180 0 100 720')],
    ['low', () => (host.dataset.box = '920 0 360 300')],
    ['half out of the window', () => (host.dataset.box = '1100 0 360 720')],
    ['above the window', () => (host.dataset.box = '920 -200 360 720')],
    ['covered', () => cover(RIGHT)],
    ['covered by a strip of 40 px over its head', () => cover('920 200 360 40')],
    [
      'covered by what lets the pointer through',
      () => cover(RIGHT, 'manual', { pointerEvents: 'none', backgroundColor: 'rgb(187, 0, 0)' }),
    ],
    ['behind glass', () => cover(RIGHT, 'manual', { pointerEvents: 'none', backdropFilter: 'blur(20px)' })],
  ] satisfies Happens[])('H14: hidden when it is %s', (_, happens) => {
    happens();
    expect(look()).toBe('hidden');
  });

  it.each(['host', 'root'] as const)('H14: hidden by the style of the %s alone', (which) => {
    const at = which === 'host' ? host : document.documentElement;
    const looks = [
      { opacity: '0.3' },
      { filter: 'blur(12px)' },
      { filter: 'brightness(0)' },
      { clipPath: 'inset(0px 0px 66%)' },
      { clip: 'rect(0px, 0px, 0px, 0px)' },
      { maskImage: 'linear-gradient(black, transparent)' },
      { contentVisibility: 'hidden' },
    ].map((style: Style) => {
      styles.set(at, style);
      return look();
    });
    expect(new Set(looks)).toEqual(new Set(['hidden']));
  });

  it.each([
    ['a filter that changes nothing', () => styles.set(document.documentElement, { filter: 'blur(0px)' })],
    ['a page that is drawn a fifth smaller', () => (host.dataset.box = '992 0 288 720')],
    ['a clear layer that lets the pointer through', () => cover(RIGHT, 'manual', { pointerEvents: 'none' })],
    ['an edge that is being drawn', () => ([stance, host.dataset.box] = [{ ...stance, edge: 440 }, '840 0 440 720'])],
    [
      'a folded tab',
      () => ([stance, host.dataset.box] = [{ ...stance, place: { ...stance.place, folded: true } }, '1236 200 44 320']),
    ],
    ['a window narrower than it', () => ([host.dataset.box] = ['0 0 1280 720'])],
  ] satisfies Happens[])('S12: in sight with %s', (_, happens) => {
    happens();
    expect(look()).toBe('inSight');
  });

  it.each([
    ['a menu, which closes by itself', () => cover(RIGHT, 'auto')],
    ['a short message at its foot', () => cover('920 640 360 60')],
    ['a dialog over it that the page waits for', () => modal('600 100 500 400')],
    ['a dialog beside it whose veil lets nothing be read', () => modal('100 100 300 400', 'rgb(0, 0, 0)')],
  ] satisfies Happens[])('S12: behind, and not hidden, under %s', (_, happens) => {
    happens();
    expect(look()).toBe('behind');
  });

  it.each(['rgba(0, 0, 0, 0.1)', 'oklab(0 0 0 / 0.5)', 'transparent'])(
    'S12: dimmed, and legible, beside a dialog whose veil is %s',
    (veil) => {
      modal('100 100 300 400', veil);
      expect(look()).toBe('dimmed');
    },
  );

  function modal(box: string, veil = 'rgba(0, 0, 0, 0.1)'): void {
    const one = document.createElement('dialog');
    one.dataset.box = box;
    document.body.append(one);
    modals.push(one);
    styles.set('::backdrop', { backgroundColor: veil });
  }
});
