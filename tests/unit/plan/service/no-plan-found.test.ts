import { expect, test } from 'vitest';
import { type EmptyAnswer, judgeSearchset } from '../../../../utils/plan/service/judge-searchset.ts';
import { noPlanFound } from '../../../../utils/plan/service/no-plan-found.ts';
import { searchsetOf } from '../documents.ts';
import { answered } from './asking.ts';

test('S4: “no plan found” is made from the service’s own validated word', () => {
  const judged = judgeSearchset(answered(200, searchsetOf([])));
  if (!judged.ok || !judged.value.empty) throw new Error('This answer is empty');
  expect(noPlanFound(judged.value.empty, null, 7)).toEqual({ kind: 'noPlanFound', elsewhere: null, askedAt: 7 });
});

test('S4: nobody can make one up (the types say so: `npm run types`)', () => {
  const forge = Symbol('validated');
  const forged = () => {
    // @ts-expect-error an object with nothing in it is no proof
    noPlanFound({}, null);
    // @ts-expect-error nor is one with a name of the same spelling
    noPlanFound({ [forge]: true }, null);
    // @ts-expect-error nor a text
    noPlanFound('validated', null);
    // @ts-expect-error nor nothing
    noPlanFound(null, null);
    // @ts-expect-error nor what was not there
    noPlanFound(undefined, null);
    // @ts-expect-error nor a list without results
    noPlanFound([], null);
    const judged = judgeSearchset(answered(200, searchsetOf([])));
    // @ts-expect-error nor an answer that nobody has looked into
    if (judged.ok) noPlanFound(judged.value.empty, null);
    // @ts-expect-error nor may anybody else write the type down
    const written: EmptyAnswer = { validated: true };
    return written;
  };
  expect(forged).toBeTypeOf('function');
});
