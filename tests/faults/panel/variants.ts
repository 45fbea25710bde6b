import type { BrowserFamily } from '../../commands/find-browser.ts';

/** What a page does to the sidebar, and how it stops. Both run in the page’s own world; `host` is our one element. */
export type Variant = {
  readonly name: string;
  readonly start: string;
  readonly stop: string;
  /** Where nothing sees it, and docs/safety.md says so. */
  readonly unseenIn?: readonly BrowserFamily[];
  /** It stands there by right at first, so that the page has to go on for so long (milliseconds). */
  readonly goesOnMs?: number;
  /** Of the page nothing works any more afterwards. */
  readonly breaksPage?: true;
};

/** A style of an element, set and taken back. */
const styled = (name: string, element: string, style: Readonly<Record<string, string>>): Variant => ({
  name,
  start: Object.entries(style)
    .map(([property, value]) => `${element}.style.setProperty('${property}', '${value}', 'important');`)
    .join(''),
  stop: Object.keys(style)
    .map((property) => `${element}.style.removeProperty('${property}');`)
    .join(''),
});
const ofRoot = (name: string, style: Readonly<Record<string, string>>) => styled(`root: ${name}`, 'root', style);
const ofHost = (name: string, style: Readonly<Record<string, string>>) => styled(`host: ${name}`, 'host', style);

/** An element of the page’s own, put somewhere and taken out. */
const added = (name: string, make: string, show = ''): Variant => ({
  name,
  start: `const one = window.played = ${make}; body.append(one); ${show}`,
  stop: 'window.played.remove();',
});
/** Styled by the script: a page’s own policy may forbid styles in attributes. */
const element = (name: string, style: string, also = '') =>
  `((one) => { one.style.cssText = '${style}'; ${also} return one; })(document.createElement('${name}'))`;
const div = (style: string, popover = '') => element('div', style, popover && `one.popover = 'manual';`);

const RED = 'background:#b00;';
/** Over all of the sidebar or a part of it, and over little else: a page that covers its own banner claims nobody. */
const over = (top: string, height: string) =>
  `position:fixed;inset:${top} 0 auto auto;width:400px;height:${height};max-width:none;max-height:none;margin:0;border:0;padding:0;z-index:2147483647;`;
const ALL = over('0', '100%');
const shown = (name: string, make: string) => added(`cover: ${name}`, make, 'one.showPopover();');
/** Shown anew all the time, so that whoever rises above it is covered again. */
const shownAgain = (name: string, make: string): Variant => ({
  name: `cover: ${name}, again and again`,
  start: `const one = window.played = ${make}; body.append(one);
    window.playing = setInterval(() => { one.hidePopover(); one.showPopover(); }, 150);`,
  stop: 'clearInterval(window.playing); window.played.remove();',
});

const HIDE: readonly Variant[] = [
  ofRoot('display none', { display: 'none' }),
  ofRoot('visibility hidden', { visibility: 'hidden' }),
  ofRoot('opacity 0', { opacity: '0' }),
  ofRoot('opacity 0.01', { opacity: '.01' }),
  ofRoot('opacity 0.3', { opacity: '.3' }),
  ofRoot('content-visibility hidden', { 'content-visibility': 'hidden' }),
  ofHost('display none', { display: 'none' }),
  ofHost('visibility hidden', { visibility: 'hidden' }),
  ofHost('opacity 0', { opacity: '0' }),
  ofHost('content-visibility hidden', { 'content-visibility': 'hidden' }),
  { name: 'host: hidden', start: 'host.hidden = true;', stop: 'host.hidden = false;' },
  { name: 'host: inert', start: 'host.inert = true;', stop: 'host.inert = false;' },
  { name: 'host: style taken out', start: `host.removeAttribute('style');`, stop: '' },
  ofHost('clip that leaves nothing', { clip: 'rect(0, 0, 0, 0)' }),
  ofHost('far down in the page', { position: 'absolute', top: '3000px', bottom: 'auto' }),
  {
    name: 'host: display none, again and again',
    start: `window.playing = setInterval(() => host.style.setProperty('display', 'none', 'important'), 50);`,
    stop: 'clearInterval(window.playing);',
  },
  {
    name: 'host: out of the top layer, under a cover',
    start: `const one = window.played = ${div(`${ALL}${RED}`)}; root.append(one); host.removeAttribute('popover');`,
    stop: 'window.played.remove();',
  },
];

const COVER: readonly Variant[] = [
  shown('popover', div(`${ALL}${RED}`, 'popover')),
  shownAgain('popover', div(`${ALL}${RED}`, 'popover')),
  shown('strip of 40 px over the answer', div(`${over('30%', '40px')}${RED}`, 'popover')),
  shownAgain('strip of 40 px over the answer', div(`${over('30%', '40px')}${RED}`, 'popover')),
  shown('popover that lets the pointer through', div(`${ALL}${RED}pointer-events:none;`, 'popover')),
  shownAgain('popover that lets the pointer through', div(`${ALL}${RED}pointer-events:none;`, 'popover')),
  {
    ...shown('popover in a shadow root', ''),
    start: `const at = window.played = document.createElement('div'); body.append(at);
      const one = ${div(`${ALL}${RED}`, 'popover')}; at.attachShadow({ mode: 'closed' }).append(one); one.showPopover();`,
  },
  {
    ...shown('popover in a shadow root that lets the pointer through', ''),
    start: `const at = window.played = document.createElement('div'); body.append(at);
      const one = ${div(`${ALL}${RED}pointer-events:none;`, 'popover')};
      at.attachShadow({ mode: 'closed' }).append(one); one.showPopover();`,
    unseenIn: ['firefox'],
  },
  added('cover: fixed, highest z-index', div(`${ALL}${RED}`)),
  shownAgain('frame', element('iframe', `${ALL}${RED}`, `one.popover = 'manual';`)),
  shownAgain('canvas', element('canvas', `${ALL}${RED}`, `one.popover = 'manual';`)),
  added('cover: dialog that is not modal', element('dialog', `${ALL}${RED}`), 'one.show();'),
  {
    name: 'cover: one thing in full screen',
    start: `const one = window.played = document.querySelector('.patient-banner, #patient-banner, header') ?? body;
      one.requestFullscreen();`,
    stop: 'document.exitFullscreen();',
    goesOnMs: 36_000,
  },
  shownAgain('glass that blurs what is behind it', div(`${ALL}background:none;backdrop-filter:blur(20px);`, 'popover')),
];

const CLIP: readonly Variant[] = [
  ofRoot('clip-path that leaves a third', { 'clip-path': 'inset(0 0 66% 0)' }),
  ofRoot('overflow clip, no height', { overflow: 'clip', height: '40px' }),
  ofRoot('overflow hidden, no height', { overflow: 'hidden', height: '40px' }),
  ofHost('overflow hidden, half as high', { overflow: 'hidden', 'max-height': '300px' }),
  ofRoot('contain strict, little height', { contain: 'strict', height: '200px' }),
  ofRoot('mask', { mask: 'linear-gradient(black 30%, transparent 40%)' }),
  ofHost('clip-path', { 'clip-path': 'inset(0 0 90% 0)' }),
];

const SHRINK: readonly Variant[] = [
  ofHost('40 px wide', { width: '40px' }),
  ofHost('40 px high', { height: '40px' }),
  ofRoot('zoom .3', { zoom: '.3' }),
  ofHost('zoom .2', { zoom: '.2' }),
  ofRoot('scale .2', { transform: 'scale(.2)' }),
  ofRoot('moved out', { transform: 'translateX(3000px)' }),
  ofHost('scale .2', { transform: 'scale(.2)' }),
  ofHost('moved out', { translate: '3000px 0' }),
];

const FILTER: readonly Variant[] = [
  ofRoot('blur', { filter: 'blur(12px)' }),
  ofRoot('brightness 0', { filter: 'brightness(0)' }),
  ofRoot('invert', { filter: 'invert(1)' }),
  ofRoot('mix-blend-mode', { 'mix-blend-mode': 'difference', background: 'white' }),
  ofHost('blur', { filter: 'blur(12px)' }),
];

const REMOVE: readonly Variant[] = [
  { name: 'host taken out', start: 'host.remove();', stop: '' },
  { name: 'host moved into the page', start: 'body.append(host);', stop: '' },
  { name: 'host taken out and put back', start: 'host.remove(); root.append(host);', stop: '' },
  {
    // It comes back at once at first, and later each time.
    goesOnMs: 10_000,
    name: 'host taken out again and again',
    start: `window.playing = setInterval(() => [...root.children].findLast(({ localName }) => localName === 'div')?.remove(), 400);`,
    stop: 'clearInterval(window.playing);',
  },
  {
    name: 'host taken into another document',
    start: `const one = window.played = document.createElement('iframe'); body.append(one); one.contentDocument.body.append(host);`,
    stop: 'window.played.remove();',
  },
  {
    name: 'page written anew without it',
    start: `const copy = root.cloneNode(true);
      for (const one of copy.querySelectorAll('script, :scope > div')) one.remove();
      document.open(); document.write(copy.outerHTML); document.close();`,
    stop: '',
    breaksPage: true,
  },
  { name: 'root replaced by its copy', start: 'root.replaceWith(root.cloneNode(true));', stop: '' },
];

const imitation = (style: string, also = '') =>
  element('aside', `${style}background:#fff;`, `one.append('AXWELL, John', ' For CPR'); ${also}`);
/**
 * The page knows the address of our own document, and can frame it; nobody gives that one a ticket. It is half clear, by
 * which the harness knows it from ours.
 */
const copy = (style: string) =>
  element('iframe', style, `one.popover = 'manual'; one.style.opacity = '.5'; one.src = window.copyAddress;`);
const IMITATE: readonly Variant[] = [
  added(
    'a copy of the sidebar beside ours',
    copy('position:fixed;inset:0 auto auto 0;width:150px;height:60px;'),
    'one.showPopover();',
  ),
  shownAgain('a copy of the sidebar over ours', copy(ALL)),
  added('a panel of the page’s own beside ours', imitation('position:fixed;inset:0 400px 0 auto;width:200px;')),
  shownAgain('a panel of the page’s own over ours', imitation(ALL, `one.popover = 'manual';`)),
];

const ALL_OF_THEM = [...HIDE, ...COVER, ...CLIP, ...SHRINK, ...FILTER, ...REMOVE, ...IMITATE];
/** What a slice plays: one that only detection answers in each way of looking, and one that is put right. */
const FIRST = ['root: opacity 0.3', 'cover: popover, again and again', 'host: opacity 0'];

/** Every variant; in each browser the same. */
export const VARIANTS: readonly Variant[] = [
  ...ALL_OF_THEM.filter(({ name }) => FIRST.includes(name)),
  ...ALL_OF_THEM.filter(({ name }) => !FIRST.includes(name)),
];
