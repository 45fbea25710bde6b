// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Plan } from '../../../utils/plan/plan.ts';
import { readDocument } from '../../../utils/plan/reader/read-document.ts';
import { generatePeople } from '../../sandbox/people/generate-people.ts';
import { generatePlans } from '../../sandbox/plans/generate-plans.ts';
import type { PlanIntent } from '../../sandbox/plans/plan-intent.ts';
import { showing } from '../../sandbox/stories/plan-stories.ts';
import { NOW } from '../../sandbox/stories/story.ts';
import { draw } from './draw.tsx';

const TODAY = '2026-11-22';
/** All are read by other tests; drawing every so many-th shows each state of a plan several times. */
const EVERY = 4;

const people = generatePeople(1, TODAY);
const { plans } = generatePlans(people, 1, TODAY);
const numberOf = new Map(people.persons.map(({ patientId, nhsNumber }) => [patientId, nhsNumber]));

type Read = { readonly intent: PlanIntent; readonly plan: Plan };

const read: readonly Read[] = plans
  .filter((_, at) => at % EVERY === 0)
  .flatMap(({ patientId, intent, document }) => {
    const answer = readDocument(document, numberOf.get(patientId) ?? '');
    return answer.ok ? [{ intent, plan: answer.plan }] : [];
  });

/** Every text of these parts of what an author meant; codes and dates are drawn in words of their own. */
function texts(meant: unknown): readonly string[] {
  if (typeof meant === 'string') return [meant];
  if (typeof meant !== 'object' || meant === null) return [];
  return Object.entries(meant).flatMap(([name, part]) =>
    /^(code|date|issued|since|kind|status|says)$/.test(name) ? [] : texts(part),
  );
}

/** Some of it is stored in pieces, and white space is not the author’s. */
function folded(text: string): string {
  return text.replace(/[\s:;,]+/g, ' ');
}

function meantToBeSeen(intent: PlanIntent): readonly string[] {
  const { cpr, recommendations, symptoms, anticipatoryMedicines, contacts, placeOfCare, placeOfDeath } = intent;
  const { whatMatters, adrt, proxy, capacity, involved, allergies, medicines, conditions, prognosis } = intent;
  const { alerts, access, otherDocuments, author } = intent;
  const stated = [symptoms, anticipatoryMedicines, allergies, medicines].filter((item) => item !== 'none');
  const words = [recommendations, placeOfCare, placeOfDeath, whatMatters, adrt, proxy, capacity, involved];
  return texts([cpr.map((one) => one.words), contacts, stated, words, conditions, prognosis, alerts, access]).concat(
    texts([otherDocuments, author.name]),
  );
}

test('S11: every plan of the sandbox is drawn, and nothing its author wrote is lost on the way to the screen', () => {
  const whole = read.filter(({ plan, intent }) => !plan.patient.restricted && intent.damaged.length === 0);
  expect(whole.length).toBeGreaterThan(100);
  for (const { plan, intent } of whole) {
    const { article } = draw(showing(plan), NOW);
    const text = folded(article.textContent ?? '');
    const lost = meantToBeSeen(intent).filter((words) => !text.includes(folded(words).trim()));
    expect(lost, plan.patient.nhsNumber).toEqual([]);
  }
});

test('no plan of the sandbox is drawn with a hole in it', () => {
  for (const { plan } of read) {
    const { article } = draw(showing(plan), NOW);
    expect(article.textContent, plan.patient.nhsNumber).not.toMatch(/undefined|\bnull\b|NaN|\[object/);
    for (const empty of article.querySelectorAll('dd, blockquote, li, [data-part="closed-line"]')) {
      expect(empty.textContent?.trim(), empty.outerHTML).not.toBe('');
    }
  }
});
