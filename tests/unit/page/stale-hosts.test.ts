import { Window } from 'happy-dom';
import { beforeEach, expect, test } from 'vitest';
import { removeStaleHosts } from '../../../utils/page/stale-hosts.ts';

let page: Document;
let roots: Map<HTMLElement, ShadowRoot>;

beforeEach(() => {
  const window = new Window({ url: 'https://record.example/' }) as unknown as typeof globalThis & {
    document: Document;
  };
  Object.assign(globalThis, { HTMLElement: window.HTMLElement, Document: window.Document });
  page = window.document;
  roots = new Map();
});

/** A host like ours, or nearly. */
function host(frame: { title?: string; src?: string } = {}): HTMLElement {
  const { title = 'Planside', src = 'moz-extension://5c1f3c52-7f0e-4a53-9d0b-1c6f0f8e9a26/sidebar.html' } = frame;
  const element = page.documentElement.appendChild(page.createElement('div'));
  const root = element.attachShadow({ mode: 'closed' });
  const inner = root.appendChild(page.createElement('iframe'));
  inner.title = title;
  inner.setAttribute('src', src);
  roots.set(element, root);
  return element;
}

const remove = () => removeStaleHosts(page, (element) => roots.get(element));

test('H26: takes out the host of an earlier version, and its margin', () => {
  page.documentElement.style.setProperty('margin-right', '360px', 'important');
  const [one, other] = [host(), host({ src: 'chrome-extension://abcdef/sidebar.html' })];
  remove();
  expect([one.isConnected, other.isConnected]).toEqual([false, false]);
  expect(page.documentElement.hasAttribute('style')).toBe(false);
});

test.each([
  ['another extension’s frame', { title: 'Dictionary' }],
  ['another page of an extension', { src: 'moz-extension://5c1f3c52/panel.html' }],
  ['a page of the web', { src: 'https://record.example/sidebar.html' }],
])('S12: leaves %s and the page’s margin alone', (_name, frame) => {
  page.documentElement.style.setProperty('margin-right', '12px');
  const other = host(frame);
  remove();
  expect(other.isConnected).toBe(true);
  expect(page.documentElement.style.getPropertyValue('margin-right')).toBe('12px');
});

test('S12: does nothing to a page that has nothing of ours', () => {
  page.documentElement.style.setProperty('margin-right', '12px');
  const before = page.documentElement.outerHTML;
  remove();
  expect(page.documentElement.outerHTML).toBe(before);
});
