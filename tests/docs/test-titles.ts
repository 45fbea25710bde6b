import { parseSync } from 'vite';
import { sourceFiles } from '../architecture/source-files.ts';

export type TestTitle = {
  /** Where it stands, as documents name it: `unit/view/decide-view` for `tests/unit/view/decide-view.test.ts`. */
  readonly file: string;
  /** As it is written, with `…` for what only a run fills in. */
  readonly title: string;
};

type Node = { readonly type: string; readonly [key: string]: unknown };

const CALLED = ['describe', 'it', 'test'];
const NEVER_RUN = ['skip', 'todo'];
/** What `it.each` puts into a title: `%s`, `%j`, `$name`, `$a.b`; `%%` is a percent sign. */
const FILLED_IN = /%[sdifjo#$]|\$[a-zA-Z_][\w.]*/g;

/** The titles of all tests and groups of tests, whether or not they run in this project of vitest. */
export function allTestTitles(): TestTitle[] {
  return sourceFiles(['tests'], ['.test.ts', '.test.tsx']).flatMap(({ name, source }) =>
    titlesIn(source, name).map((title) => ({ file: name.replace(/^tests\/|\.test\.tsx?$/g, ''), title })),
  );
}

/** The titles in one file. Tests that never run have none, nor has a group without a test that does. */
export function titlesIn(source: string, name: string): string[] {
  return titlesBelow(parseSync(name, source).program as unknown as Node);
}

function titlesBelow(node: Node): string[] {
  const call = node.type === 'CallExpression' ? callOf(node.callee as Node) : [];
  if (!CALLED.includes(call[0] ?? '')) return childrenOf(node).flatMap(titlesBelow);
  if (call.some((word) => NEVER_RUN.includes(word))) return [];
  const [first, ...others] = node.arguments as Node[];
  const inner = others.flatMap(titlesBelow);
  const title = first === undefined ? undefined : titleOf(first);
  return title === undefined || (call[0] === 'describe' && inner.length === 0) ? inner : [title, ...inner];
}

/** `it.each(table)` as `['it', 'each']`: what is called, whatever it was called with before. */
function callOf(callee: Node): string[] {
  if (callee.type === 'Identifier') return [String(callee.name)];
  if (callee.type === 'CallExpression') return callOf(callee.callee as Node);
  if (callee.type === 'TaggedTemplateExpression') return callOf(callee.tag as Node);
  if (callee.type !== 'MemberExpression') return [];
  const [object, property] = [callOf(callee.object as Node), callee.property as Node];
  return object.length === 0 ? [] : [...object, String(property.name)];
}

function titleOf(node: Node): string | undefined {
  if (node.type === 'Literal') return withGaps(String(node.value));
  if (node.type !== 'TemplateLiteral') return undefined;
  const texts = (node.quasis as { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked);
  return withGaps(texts.join('…'));
}

function withGaps(title: string): string {
  return title.replaceAll(FILLED_IN, '…').replaceAll('%%', '%').replaceAll(/\s+/g, ' ').trim();
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
