// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { FIRST_PLACE } from '../../../utils/page/place.ts';
import { draw, drawStory, part, press, seen, storyOf } from './draw.tsx';

test('no plan found names the service and the time, and denies “for CPR”', () => {
  const { article } = drawStory('no-plan');
  expect(part(article, 'verdict')).toBe('No plan found');
  expect(part(article, 'order')).toBe('Example Plan Service was asked at 14:32 and holds no plan for this person.');
  expect(part(article, 'about')).toBe('This does not mean “for CPR”. A plan may be on paper or in another service.');
  expect(part(article, 'name')).toBe('BAKER, Thomas');
});

test.each([
  ['offline', 'This computer is offline since 14:32.'],
  ['serviceDown', 'Example Plan Service is not working. Last tried at 14:32.'],
  ['timedOut', 'Example Plan Service did not answer in time. Tried once, at 14:32.'],
  ['timedOut-3', 'Example Plan Service did not answer in time. Tried 3 times, last at 14:32.'],
  ['serviceDown-3', 'Example Plan Service is not working. Tried 3 times, last at 14:32.'],
  ['tooMany-3', 'Example Plan Service is too busy to answer. Tried 3 times, last at 14:32.'],
  ['notFhir', 'Example Plan Service could not be reached: something on the network answered with a web page instead.'],
  ['cutShort', 'The answer of Example Plan Service was cut short at 14:32.'],
  ['tooLarge', 'Example Plan Service sent more than a plan can be, so Planside stopped reading.'],
  ['redirected', 'Example Plan Service tried to send Planside to another address, so Planside stopped.'],
  ['wrongPatient', 'Example Plan Service sent a plan for another person, so it is not shown.'],
  ['replacedNumber', 'This NHS number has been replaced. The page still shows the old one.'],
  ['notAudited', 'That you looked could not be put on record, so nothing is shown.'],
])('could not check, %s: the cause, the warning, a code, a next step', (cause, says) => {
  const { article, commands } = drawStory(`could-not-check-${cause}`);
  expect(part(article, 'verdict')).toBe('Could not check for a plan');
  expect(part(article, 'order')).toBe(says);
  expect(part(article, 'about')).toBe('There may be a plan. Do not read this as “no plan”.');
  expect(part(article, 'helpdesk-code')).toMatch(/^For the helpdesk: (PLN|AUD)-[A-Z0-9-]+$/);
  press(article, '[data-command="retry"]');
  expect(commands).toEqual([{ do: 'retry' }]);
});

test.each(['could-not-check-offline', 'signed-out-insecure', 'unreadable-pageChanged', 'not-configured'])(
  '%s: from the code there is a way to what the helpdesk wants to know',
  (id) => {
    const { article, commands } = drawStory(id);
    const { nextElementSibling: button } = article.querySelector('[data-part="helpdesk-code"]') as HTMLElement;
    expect(seen(button as HTMLElement)).toBe('Open the health check');
    (button as HTMLElement).click();
    expect(commands).toEqual([{ do: 'health' }]);
  },
);

test.each([
  ['notFhir', 'Check whether the network wants you to log in, then try again.'],
  ['tooLarge', 'Ring the helpdesk and read out the code.'],
  ['redirected', 'Ring the helpdesk and read out the code.'],
  ['notAudited', 'Try again. If it stays, read out the code to the helpdesk.'],
])('could not check, %s: what to do', (cause, next) => {
  expect(part(drawStory(`could-not-check-${cause}`).article, 'next-step')).toBe(next);
});

test('page and plan disagree: the item is named, marked, and both values stand side by side', () => {
  const { article, commands } = drawStory('disagree-birth-date');
  expect(part(article, 'heading')).toBe('The date of birth differs, so no plan is shown');
  const marked = article.querySelectorAll('tr[data-differs]');
  expect([...marked].map(seen)).toEqual(['Borndiffers04-Feb-195002-Apr-1950']);
  press(article, '[data-command="retry"]');
  expect(commands).toEqual([{ do: 'retry' }]);
});

test('several items that disagree are all named', () => {
  const { article } = drawStory('disagree-everything');
  expect(part(article, 'heading')).toBe('The NHS number, date of birth and family name differ, so no plan is shown');
  expect(article.querySelectorAll('tr[data-differs]')).toHaveLength(3);
});

test('a refusal says nothing about whether there is a plan', () => {
  for (const id of ['access-refused-role', 'access-refused-patient', 'reason-needed']) {
    expect(part(drawStory(id).article, 'about'), id).toContain('nothing about whether there is');
  }
});

test.each([
  ['signed-out', null],
  ['signed-out-cancelled', 'The window was closed before you were signed in.'],
  ['signed-out-insecure', 'The way to Example Plan Service is not safe, so Planside stopped.'],
])('%s offers to sign in', (id, error) => {
  const { article, commands } = drawStory(id);
  expect(article.querySelector('[data-part="error"]') && part(article, 'error')).toBe(error);
  expect(part(article, 'signed-in-as')).toBe('Nobody is signed in');
  press(article, '[data-command="signIn"]');
  expect(commands).toEqual([{ do: 'signIn' }]);
});

test('whoever is signed in can sign out', () => {
  const { article, commands } = drawStory('looking');
  expect(part(article, 'signed-in-as')).toBe('Sam Patel, GP, Example Lane Surgery');
  press(article, '[data-command="signOut"]');
  expect(commands).toEqual([{ do: 'signOut' }]);
});

test('the fold button is there only where folding is possible', () => {
  const { view, now } = storyOf('no-patient');
  expect(draw(view, now).article.querySelector('[data-command="fold"]')).toBeNull();
  const overlay = { place: FIRST_PLACE, arrange: vi.fn(), drawEdge: vi.fn() };
  press(draw(view, now, { overlay }).article, '[data-command="fold"]');
  expect(overlay.arrange).toHaveBeenCalledExactlyOnceWith({ ...FIRST_PLACE, folded: true });
});

test('the live regions stay the same elements when the view changes', () => {
  const { article, redraw } = drawStory('looking');
  const status = article.querySelector('[role="status"]');
  redraw(storyOf('plan').view);
  expect(article.querySelector('[role="status"]')).toBe(status);
  expect(status?.textContent).toMatch(/^Plan for REED/);
  expect(article.textContent).not.toContain('BAKER');
});

test('a section that was opened stays open when the same plan is drawn again', () => {
  const { article, redraw } = drawStory('plan');
  const contacts = article.querySelector<HTMLDetailsElement>('[data-section="contacts"]');
  if (contacts) contacts.open = true;
  redraw({ ...storyOf('plan').view });
  expect(article.querySelector<HTMLDetailsElement>('[data-section="contacts"]')?.open).toBe(true);
});
