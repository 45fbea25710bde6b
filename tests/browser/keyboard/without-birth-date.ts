import { Hono } from 'hono';
import type { Person } from '../../sandbox/people/person.ts';
import { bannerPage } from '../../sandbox/systems/elsewhere.ts';

/** Records whose banner says no birth date; `/next` is somebody else's. */
export function withoutBirthDate(one: () => Person, next: () => Person): Hono {
  const page = (person: Person) => bannerPage(person).replace(/<span>Born.*\n/, '');
  return new Hono()
    .get('/', (context) => context.html(page(one())))
    .get('/next', (context) => context.html(page(next())));
}
