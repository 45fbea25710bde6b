// @vitest-environment happy-dom

import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import type { View } from '../../../utils/view/view.ts';
import { onPage, REED } from '../../sandbox/stories/people.ts';
import { WAITED_A_SECOND } from '../../sandbox/stories/story.ts';
import { type Drawn, drawStory, part, press, seen, storyOf } from './draw.tsx';

type ReasonView = Extract<View, { kind: 'reasonNeeded' }>;

/** What somebody sees who is asked for a reason; `redraw` sends the same view on, with something else in it. */
function asked(): Drawn & { readonly becomes: (more: Partial<ReasonView>) => void } {
  const { view } = storyOf('reason-needed');
  if (view.kind !== 'reasonNeeded') throw new Error('No reason is asked for');
  const drawn = drawStory('reason-needed');
  return { ...drawn, becomes: (more) => drawn.redraw({ ...view, ...more }) };
}

function radios(article: Element): readonly HTMLInputElement[] {
  return [...article.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
}

function note(article: Element): HTMLTextAreaElement {
  const found = article.querySelector('textarea');
  if (!found) throw new Error('There is no note');
  return found;
}

function write(article: Element, words: string): void {
  act(() => {
    note(article).value = words;
    note(article).dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function button(article: Element): HTMLButtonElement {
  const found = article.querySelector<HTMLButtonElement>('[data-command="giveReason"]');
  if (!found) throw new Error('There is no button');
  return found;
}

function choose(article: Element, reason: string): void {
  press(article, `#reason-${reason}`);
}

function send(article: Element): void {
  act(() => button(article).click());
}

function describing(article: Element, element: Element | null): string {
  const ids = element?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => seen(article.querySelector(`#${id}`))).join(' | ');
}

test('the answer is held back, and neither promises nor denies a plan', () => {
  const { article } = asked();
  expect(part(article, 'verdict')).toBe('A reason is needed first');
  expect(part(article, 'order')).toBe(
    'Example Plan Service asks for a reason before it shows anything about this person.',
  );
  expect(part(article, 'about')).toBe('This says nothing about whether there is a plan.');
  expect(article.querySelector<HTMLElement>('[data-part="answer"]')?.dataset.kind).toBe('held-back');
});

test('five reasons in one named group, each with its label and hint, none of them chosen', () => {
  const { article } = asked();
  const group = article.querySelector('fieldset');
  expect(seen(group?.querySelector('legend'))).toBe('Why do you need to see it?');
  expect(radios(article).map(({ name, checked, required }) => [name, checked, required])).toEqual(
    Array(5).fill(['reason', false, true]),
  );
  expect(radios(article).map((radio) => [radio.value, seen(radio.labels?.[0]), describing(article, radio)])).toEqual([
    ['permission', 'The person has agreed', 'Or somebody who may decide for them'],
    ['emergency', 'Emergency', 'They cannot be asked, and waiting could harm them'],
    ['publicInterest', 'Public interest', ''],
    ['statute', 'The law requires it', ''],
    ['courtOrder', 'Court order', ''],
  ]);
});

test.each([
  ['permission', 'Add a note, if there is more to say', 'Do not write clinical details.', null],
  ['emergency', 'Add a note', 'What has happened, and why they cannot be askedDo not write clinical details.', 'true'],
  ['publicInterest', 'Add a note', 'Which one, and whyDo not write clinical details.', 'true'],
  ['statute', 'Add a note', 'Which one, and whyDo not write clinical details.', 'true'],
  ['courtOrder', 'Add a note', 'Which one, and whyDo not write clinical details.', 'true'],
])('%s: what to write, and whether it must be', (reason, label, hint, required) => {
  const { article } = asked();
  expect(seen(note(article).labels?.[0])).toBe('Add a note');
  choose(article, reason);
  expect(seen(note(article).labels?.[0])).toBe(label);
  expect(describing(article, note(article))).toBe(hint);
  expect(note(article).getAttribute('aria-required')).toBe(required);
});

test('sent without a reason: said beside the group, nothing sent, and the focus goes there', () => {
  const { article, commands } = asked();
  write(article, 'found unconscious');
  send(article);
  expect(commands).toEqual([]);
  expect(part(article, 'error')).toBe('Choose a reason.');
  const group = article.querySelector('fieldset');
  expect(group?.getAttribute('aria-invalid')).toBe('true');
  expect(describing(article, group)).toBe('Choose a reason.');
  expect(describing(article, radios(article)[0] ?? null)).toBe(
    'Choose a reason. | Or somebody who may decide for them',
  );
  expect(document.activeElement).toBe(radios(article)[0]);
  expect(note(article).value).toBe('found unconscious');
});

test('sent without a note that is needed: said beside it, and gone with a reason that needs none', () => {
  const { article, commands } = asked();
  choose(article, 'courtOrder');
  send(article);
  expect(commands).toEqual([]);
  expect(part(article, 'error')).toBe('Add a note: it goes to whoever checks this access.');
  expect(note(article).getAttribute('aria-invalid')).toBe('true');
  expect(describing(article, note(article))).toMatch(/^Add a note: it goes to whoever checks this access\. \| Which/);
  expect(document.activeElement).toBe(note(article));
  choose(article, 'permission');
  expect(article.querySelector('[data-part="error"], [aria-invalid]')).toBeNull();
  send(article);
  expect(commands).toEqual([{ do: 'giveReason', reason: 'permission', words: 'The person has agreed' }]);
});

test('a note that is too long is not cut', () => {
  const { article, commands } = asked();
  choose(article, 'emergency');
  write(article, 'x'.repeat(612));
  send(article);
  expect(commands).toEqual([]);
  expect(part(article, 'error')).toBe('Shorten the note to 500 characters. It has 612.');
  expect(note(article).value).toHaveLength(612);
  expect(note(article).hasAttribute('maxlength')).toBe(false);
});

test('an emergency says who is told before the button, which is red there and nowhere else', () => {
  const { article, commands } = asked();
  expect(button(article).dataset.danger).toBeUndefined();
  expect(button(article).dataset.main).toBe('');
  expect(seen(button(article))).toBe('Send reason and show the plan');
  expect(article.querySelector('[data-part="told-at-once"]')).toBeNull();
  choose(article, 'emergency');
  const told =
    'The privacy officer of Example Lane Surgery is told at onceOpens this person’s plan only, and only until another patient is opened.';
  expect(part(article, 'told-at-once')).toBe(told);
  expect(describing(article, button(article))).toBe(told);
  const box = article.querySelector('[data-part="told-at-once"]');
  expect(box && box.compareDocumentPosition(button(article)) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(button(article).dataset.danger).toBe('');
  expect(button(article).dataset.main).toBeUndefined();
  expect(seen(button(article))).toBe('Show the plan and alert');
  write(article, ' Found unconscious, alone. ');
  send(article);
  expect(commands).toEqual([{ do: 'giveReason', reason: 'emergency', words: 'Found unconscious, alone.' }]);
  choose(article, 'statute');
  expect(article.querySelector('[data-part="told-at-once"], [data-danger]')).toBeNull();
});

test('a service that does not say whom it tells tells the privacy officer', () => {
  expect(part(drawStory('reason-emergency-nobody-named').article, 'told-at-once')).toMatch(
    /^The privacy officer is told at once/,
  );
});

test('on its way: said, not sent twice, and the focus stays', () => {
  const { article, commands, becomes } = asked();
  choose(article, 'emergency');
  write(article, 'Found unconscious.');
  button(article).focus();
  becomes({ sending: WAITED_A_SECOND });
  expect(button(article).getAttribute('aria-disabled')).toBe('true');
  expect(button(article).disabled).toBe(false);
  expect(document.activeElement).toBe(button(article));
  expect(part(article, 'status')).toBe('Sending your reason to Example Plan Service…');
  expect(part(article, 'doing')).toBe('Sending your reason to Example Plan Service…');
  send(article);
  expect(commands).toEqual([]);
});

test('not confirmed: said, nothing is shown, nothing typed is lost, and it can be sent again', () => {
  const { article, commands, becomes } = asked();
  choose(article, 'emergency');
  write(article, 'Found unconscious.');
  send(article);
  becomes({ sending: WAITED_A_SECOND });
  becomes({ sending: { failed: 'AUD-LATER' } });
  const says = 'Example Plan Service has not confirmed your reason, so nothing is shown.';
  expect(part(article, 'error')).toBe(says);
  expect(part(article, 'alert')).toBe(says);
  expect(part(article, 'helpdesk-code')).toBe('For the helpdesk: AUD-LATER');
  expect(button(article).hasAttribute('aria-disabled')).toBe(false);
  expect(seen(button(article))).toBe('Show the plan and alert');
  send(article);
  expect(commands).toEqual(Array(2).fill({ do: 'giveReason', reason: 'emergency', words: 'Found unconscious.' }));
});

test('another patient starts with nothing chosen and nothing typed', () => {
  const { article, becomes } = asked();
  choose(article, 'emergency');
  write(article, 'Found unconscious.');
  becomes({});
  expect(note(article).value).toBe('Found unconscious.');
  becomes({ page: onPage(REED) });
  expect(note(article).value).toBe('');
  expect(radios(article).some(({ checked }) => checked)).toBe(false);
});

test('it ends with the plan: what was typed is not in it', () => {
  const { article, redraw } = asked();
  choose(article, 'emergency');
  write(article, 'Found unconscious.');
  redraw(storyOf('plan-emergency-access').view);
  expect(article.querySelector('form, textarea')).toBeNull();
  expect(article.textContent).not.toContain('Found unconscious');
});
