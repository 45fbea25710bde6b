// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { stories } from '../../sandbox/stories/stories.ts';
import { draw, drawStory, part, press, seen, storyOf } from './draw.tsx';

const NOT_LOOKED = 'Planside has not looked for a plan, so this says nothing about whether there is one.';

function says(article: Element): readonly string[] {
  return [...article.querySelectorAll('[data-part="says"]')].map(seen);
}

test.each([
  ['idle', 'Nobody used this computer for some time.'],
  ['asleep', 'This computer was asleep.'],
  ['computerLocked', 'This computer was locked.'],
  ['shiftOver', 'You have been signed in for 12 hours.'],
  ['clockSetBack', 'The clock of this computer was set back.'],
  ['asked', null],
])('locked, %s: why, that nothing was looked for, and the way in', (cause, why) => {
  const { article, commands } = drawStory(`locked-${cause}`);
  expect(part(article, 'link')).toBe('Not looking at this page');
  expect(part(article, 'link-cause')).toBe('Planside is locked');
  expect(part(article, 'heading')).toBe('Planside is locked');
  expect(says(article)).toEqual(why === null ? [NOT_LOOKED] : [why, NOT_LOOKED]);
  expect(part(article, 'signed-in-as')).toBe('Nobody is signed in');
  press(article, '[data-command="signIn"]');
  expect(commands).toEqual([{ do: 'signIn' }]);
});

test.each(['locked', 'signed-out'])('%s: a sign-in that failed says why, with its own code', (kind) => {
  const { article } = drawStory(kind === 'locked' ? 'locked-failed' : 'signed-out-refused');
  expect(part(article, 'error')).toBe('Example Plan Service did not let you in.');
  expect(part(article, 'helpdesk-code')).toBe('For the helpdesk: SIGN-IN-DENIED');
});

test('a window that was closed needs no helpdesk', () => {
  expect(drawStory('signed-out-cancelled').article.querySelector('[data-part="helpdesk-code"]')).toBeNull();
});

test('several roles: each is a button with its organisation, none is chosen, and each asks for its own', () => {
  const { article, commands } = drawStory('role-needed');
  expect(part(article, 'heading')).toBe('Choose your role');
  expect(says(article)).toEqual(['You are signed in as Nora Quinn.', NOT_LOOKED]);
  const buttons = [...article.querySelectorAll<HTMLButtonElement>('[data-command="chooseRole"]')];
  expect(buttons.map(seen)).toEqual(['NurseWillow House', 'Out-of-hours clinicianExample Urgent Care']);
  expect(article.querySelector('[data-main], [aria-pressed], [aria-current], :checked')).toBeNull();
  expect(seen(article.querySelector('.hint'))).toBe('You can switch at any time, at the foot of Planside.');
  buttons.toReversed().forEach((button) => {
    button.click();
  });
  expect(commands).toEqual([
    { do: 'chooseRole', index: 1 },
    { do: 'chooseRole', index: 0 },
  ]);
});

test('somebody without a role is signed in all the same, and can lock and sign out', () => {
  const { article, commands } = drawStory('role-needed');
  expect(part(article, 'signed-in-as')).toBe('Nora Quinn, no role chosen');
  expect(part(article, 'link')).toBe('Not looking at this page');
  expect(part(article, 'link-cause')).toBe('No role chosen');
  press(article, '.foot [data-command="lock"]');
  press(article, '.foot [data-command="signOut"]');
  expect(commands).toEqual([{ do: 'lock' }, { do: 'signOut' }]);
});

test('a role or an organisation without a name is still a choice', () => {
  const { article } = drawStory('role-needed-unnamed');
  const buttons = [...article.querySelectorAll('[data-command="chooseRole"]')];
  expect(buttons.map(seen)).toEqual(['Nurse', 'Role without a nameX26']);
  const { view, now } = storyOf('no-patient');
  const unnamed = { ...view, signedInAs: { name: 'Nora Quinn', role: '', organisation: '' } } as typeof view;
  expect(part(draw(unnamed, now).article, 'signed-in-as')).toBe('Nora Quinn');
});

test('the foot: who, as what, where; switch only where there is something to switch to', () => {
  const { article, commands } = drawStory('role-switch');
  expect(part(article, 'signed-in-as')).toBe('Nora Quinn, Nurse, Willow House');
  expect([...article.querySelectorAll('.foot button')].map(seen)).toEqual([
    'Find',
    'Hide now',
    'Switch role',
    'Lock',
    'Sign out',
  ]);
  for (const button of article.querySelectorAll<HTMLElement>('.foot button')) button.click();
  expect(commands).toEqual([
    { do: 'find' },
    { do: 'hideNow' },
    { do: 'switchRole' },
    { do: 'lock' },
    { do: 'signOut' },
  ]);
  expect([...drawStory('plan').article.querySelectorAll('.foot button')].map(seen)).toEqual([
    'Find',
    'Hide now',
    'Lock',
    'Sign out',
  ]);
  const found = drawStory('found-by-search').article;
  expect([...found.querySelectorAll('.foot button')].map(seen)).toEqual(['Hide now', 'Lock', 'Sign out']);
});

test('whoever is signed in is named in every state that knows them, with role and organisation', () => {
  for (const { id, view, now } of stories) {
    if (!('signedInAs' in view) || !view.signedInAs) continue;
    const { name, role, organisation } = view.signedInAs;
    const { article } = draw(view, now);
    expect(part(article, 'signed-in-as'), id).toBe(`${name}, ${role}, ${organisation}`);
    expect(article.querySelectorAll('.foot :is([data-command="lock"], [data-command="signOut"])'), id).toHaveLength(2);
  }
});

test.each([
  ['locks-soon', 'Move the mouse or press a key to stay signed in.'],
  ['locks-soon-shift-over', 'You have been signed in for 12 hours. Sign in again to go on.'],
  ['locks-soon-no-patient', 'Move the mouse or press a key to stay signed in.'],
  ['locks-soon-could-not-check', 'Move the mouse or press a key to stay signed in.'],
])('%s: said directly under the link bar, and what was there stays', (id, body) => {
  const { article } = drawStory(id);
  expect(part(article, 'locks-soon')).toBe(`Locks in 60 seconds${body}`);
  expect(article.querySelector('.link')?.nextElementSibling?.getAttribute('data-part')).toBe('locks-soon');
  expect(part(article, 'alert')).toMatch(/^Locks in 60 seconds\./);
});

test('in every state, and only while it is so', () => {
  for (const { id, view, now } of stories) {
    const { article, redraw } = draw({ ...view, locksSoon: { at: now + 60_000, cause: 'idle' } }, now);
    expect(article.querySelector('.link + [data-part="locks-soon"]'), id).not.toBeNull();
    expect(part(article, 'alert'), id).toMatch(/^Locks in 60 seconds\./);
    const { locksSoon: _, ...rested } = view;
    redraw(rested as typeof view);
    expect(article.querySelector('[data-part="locks-soon"]'), id).toBeNull();
    expect(part(article, 'alert'), id).not.toContain('Locks');
  }
});

test('it does not count down', () => {
  const { view } = storyOf('locks-soon');
  const at = (now: number): string => part(draw(view, now).article, 'locks-soon');
  const { now } = storyOf('locks-soon');
  expect(at(now + 41_000)).toBe(at(now));
});
