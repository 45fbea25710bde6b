/**
 * A sidebar read from top to bottom, everything that is text in it and nothing twice: one line for each block, each
 * with where it stands (`places > dd: Own home`). What a line says besides its words is marked in it:
 *
 * - `{2026-06-03|03-Jun-2026|3 June 2026}` a date: for machines, for the eye, for the ear
 * - `[notRecorded|Not recorded]` one of the kinds of having no fact
 * - `<tel:01632960123|01632 960123>` a link
 * - `«…»` the author's words within a line; blocks of them are `quote`
 */

const KINDS: Readonly<Record<string, string>> = {
  H1: 'h1',
  H2: 'h2',
  H3: 'h3',
  LI: 'li',
  DT: 'dt',
  DD: 'dd',
  BLOCKQUOTE: 'quote',
  FIGCAPTION: 'figcaption',
  BUTTON: 'button',
  P: '',
};
const BLOCKS = new Set([
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'DIV',
  'SECTION',
  'DETAILS',
  'SUMMARY',
  'FIGURE',
  'DL',
  'OL',
  'UL',
]);

/** Where a line stands: in which sections, at which hook, in what kind of block. */
type Place = { readonly scopes: readonly string[]; readonly part: string; readonly kind: string };

type Lines = { readonly all: string[]; begun: string };

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function end(lines: Lines, { scopes, part, kind }: Place): void {
  const text = lines.begun.trim();
  lines.begun = '';
  if (text !== '') lines.all.push(`${[...scopes, part, kind].filter(Boolean).join(' > ')}: ${text}`);
}

function isSmall(element: Element): boolean {
  return element.tagName === 'SMALL' && !element.classList.contains('inline');
}

function isBlock(element: Element, place: Place): boolean {
  const { tagName } = element;
  const isHeading = tagName === 'B' && place.part.startsWith('notice');
  const isOwn = element.hasAttribute('data-part') || element.classList.contains('line');
  return isHeading || isOwn || isSmall(element) || BLOCKS.has(tagName) || tagName in KINDS;
}

function placeIn(element: Element, { scopes, part, kind }: Place): Place {
  const own = element.getAttribute('data-part');
  const notice = element.getAttribute('data-notice');
  const scope = element.getAttribute('data-section') ?? (own === 'another-plan' ? own : null);
  if (scope !== null) return { scopes: [...scopes, scope], part: '', kind: '' };
  const isHeading = element.tagName === 'B' && part.startsWith('notice');
  return {
    scopes,
    part: own === null ? part : notice === null ? own : `notice ${notice}`,
    kind: isHeading ? 'heading' : (KINDS[element.tagName] ?? kind),
  };
}

/** What an element says by being there. */
function silently(element: Element): string {
  const said = [
    element.tagName === 'ARTICLE' ? element.getAttribute('data-view') : null,
    element.tagName === 'DETAILS' ? (element.hasAttribute('open') ? 'open' : 'closed') : null,
    element.getAttribute('data-part') === 'answer' ? element.getAttribute('data-kind') : null,
    element.getAttribute('data-state'),
    element.getAttribute('data-tone'),
    element.hasAttribute('data-died') ? 'died' : null,
    /--at: *\d+/.exec(element.getAttribute('style') ?? '')?.[0].replace(/\D+/, 'dot at ') ?? null,
  ].filter((one) => one !== null);
  return said.length > 0 ? `(${said.join(', ')})` : '';
}

/** How an element wraps what it says. */
function wrapped(element: Element): readonly [string, string] {
  const fact = element.getAttribute('data-fact');
  if (fact !== null) return [`[${fact}|`, ']'];
  if (element.tagName === 'A') return [`<${element.getAttribute('href')}|`, '>'];
  if (element.tagName === 'Q') return ['«', '»'];
  if (element.getAttribute('aria-current') === 'true') return ['→ ', ''];
  if (element.hasAttribute('hidden') || element.classList.contains('unseen')) return ['(unseen) ', ''];
  const isUnheard = element.getAttribute('aria-hidden') === 'true' && element.textContent !== '';
  return isUnheard ? ['(unheard) ', ''] : ['', ''];
}

function dateIn(time: Element): string {
  const [eye, ear, ...others] = [...time.children];
  const isPlain = others.length === 0 && eye?.getAttribute('aria-hidden') === 'true' && ear?.className === 'unseen';
  if (!isPlain) return `{${time.outerHTML}}`;
  return `{${time.getAttribute('datetime')}|${eye.textContent}|${ear.textContent}}`;
}

function read(node: Node, place: Place, lines: Lines): void {
  if (!isElement(node)) {
    if (node.nodeType === 3) lines.begun += node.textContent ?? '';
    return;
  }
  const { tagName } = node;
  if (tagName.toLowerCase() === 'svg') return;
  // Ways to what stands there anyway; that they name each part rightly is in `call/in-the-call.test.tsx`.
  if (node.getAttribute('data-part') === 'plan-tools') return;
  if (tagName === 'TIME' && !node.hasAttribute('data-part')) {
    lines.begun += dateIn(node);
    return;
  }
  const block = isBlock(node, place);
  const inner = block ? placeIn(node, place) : place;
  if (block) end(lines, place);
  const silent = silently(node);
  if (silent !== '') {
    lines.begun += silent;
    end(lines, inner);
  }
  const [before, after] = wrapped(node);
  lines.begun += before;
  for (const child of node.childNodes) read(child, inner, lines);
  lines.begun += after;
  if (block) end(lines, inner);
}

/** Everything that stands in a sidebar, line by line. */
export function shownIn(article: Element): readonly string[] {
  const lines: Lines = { all: [], begun: '' };
  read(article, { scopes: [], part: '', kind: '' }, lines);
  return lines.all;
}
