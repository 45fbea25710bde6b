// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import type { Story } from '../../sandbox/stories/stories.ts';
import { stories } from '../../sandbox/stories/stories.ts';
import { drawStory } from './draw.tsx';

/** An element in one story: its state, its drawing without colours, and its words. */
type Seen = { readonly state: string; readonly shape: string; readonly says: string; readonly ofPlan: boolean };

const links: Seen[] = [];
const answers: Seen[] = [];

/** One story of each kind of view, and of each decision. */
const told = [...Map.groupBy(stories, kindOf).values()].flatMap(([first]) => first ?? []);

function kindOf({ view }: Story): string {
  return view.kind === 'plan' ? `plan ${view.plan.cprDecision.state} ${view.alsoCurrent.length}` : view.kind;
}

function shapeOf(icon: Element | null): string {
  return (icon?.innerHTML ?? '').replaceAll(/(?:fill|stroke)="(?!none)[^"]*"/g, '');
}

function look(one: Element | null, state: string | undefined, words: string, ofPlan: boolean): Seen[] {
  if (!one) return [];
  const says = one.querySelector(`[data-part="${words}"]`)?.textContent ?? '';
  return [{ state: state ?? '', shape: shapeOf(one.querySelector('svg')), says, ofPlan }];
}

beforeAll(() => {
  for (const { id, view } of told) {
    const { article } = drawStory(id);
    const [link, answer] = ['.link', '.answer'].map((name) =>
      article.querySelector<HTMLElement>(name),
    ) as HTMLElement[];
    links.push(...look(link ?? null, link?.dataset.state, 'link', view.kind === 'plan'));
    answers.push(...look(answer ?? null, answer?.dataset.kind, 'verdict', view.kind === 'plan'));
  }
});

/** What is the same in elements of different states. */
function shared(all: readonly Seen[], by: 'shape' | 'says'): string[] {
  const alike = [...Map.groupBy(all, (one) => one[by])];
  return alike.filter(([, same]) => new Set(same.map(({ state }) => state)).size > 1).map(([what]) => what);
}

test('there is something to look at, and each has a drawing and words', () => {
  expect(new Set(links.map(({ state }) => state)).size).toBe(6);
  expect(new Set(answers.map(({ state }) => state)).size).toBe(8);
  expect([...links, ...answers].filter(({ shape, says }) => shape === '' || says === '')).toEqual([]);
});

test('H17: whether it is the patient of the page is told by a drawing and by words of its own', () => {
  expect([shared(links, 'shape'), shared(links, 'says')]).toEqual([[], []]);
});

test('H17: every answer is told by words of its own, and every decision by a drawing besides', () => {
  expect(shared(answers, 'says')).toEqual([]);
  expect(
    shared(
      answers.filter(({ ofPlan }) => ofPlan),
      'shape',
    ),
  ).toEqual([]);
});
