import { daysBefore } from '../../people/dates.ts';
import { ADVANCE_DECISIONS, PLACES_OF_DEATH, PROGNOSES } from '../codes.ts';
import type { PlanIntent } from '../plan-intent.ts';
import * as background from '../wording/background-wording.ts';
import * as childrens from '../wording/childrens-wording.ts';
import * as treatment from '../wording/treatment-wording.ts';
import * as wishes from '../wording/wishes-wording.ts';
import { type About, calledName } from './about.ts';

/** One part of a plan, richly filled, for somebody on some day. */
type Part<K extends keyof PlanIntent> = (who: About, changed: string) => Exclude<PlanIntent[K], undefined | 'none'>;

/** One to five symptoms with what to do. */
export const symptoms: Part<'symptoms'> = ({ random, child }) =>
  random.sample(child ? childrens.SYMPTOMS : treatment.SYMPTOMS, random.integer(1, child ? 3 : 5));

function keptAt({ child, careHome }: About): readonly string[] {
  if (child) return childrens.KEPT_AT;
  return careHome === undefined ? treatment.KEPT_AT : treatment.KEPT_AT_IN_CARE_HOME;
}

/** Medicines in the home, mostly with the place where they are kept. */
export const anticipatoryMedicines: Part<'anticipatoryMedicines'> = (who, changed) => {
  const { random, child } = who;
  const medicines = child ? childrens.ANTICIPATORY_MEDICINES : treatment.ANTICIPATORY_MEDICINES;
  return {
    issued: daysBefore(changed, random.integer(0, 40)),
    medicines: random.sample(medicines, random.integer(2, 5)),
    ...(random.chance(0.85) ? { keptAt: random.pick(keptAt(who)) } : {}),
    ...(random.chance(0.4) ? { words: random.pick(treatment.MEDICINES_NOTES) } : {}),
  };
};

function placeWords({ random, child }: About): { words?: string } {
  return random.chance(0.35) ? { words: random.pick((child ? childrens : wishes).PLACE_WORDS) } : {};
}

/** First choice, sometimes a second. */
export const placeOfCare: Part<'placeOfCare'> = (who) => {
  const { random, careHome, child } = who;
  const home = careHome?.name ?? 'Own home';
  const others = (child ? childrens : wishes).PLACES_OF_CARE.filter((place) => place !== home);
  const places = [random.chance(0.7) ? home : random.pick(others), ...random.sample(others, random.integer(0, 1))];
  return [...new Set(places)].map((place) => ({ place, ...placeWords(who) }));
};

/** Coded first choice, sometimes a second; undecided and declined among them. */
export const placeOfDeath: Part<'placeOfDeath'> = (who) => {
  const { random, careHome } = who;
  const {
    home,
    careHome: inCareHome,
    hospice,
    hospital,
    undecided,
    declined,
    noPreference,
    ...rarer
  } = PLACES_OF_DEATH;
  const usual = careHome === undefined ? home : inCareHome;
  const rare = who.child ? [] : Object.values(rarer);
  const first = random.pick([usual, usual, usual, usual, hospice, undecided, declined, noPreference, ...rare]);
  const second = first === usual && random.chance(0.4) ? [random.pick([hospice, hospital])] : [];
  return [first, ...second].map(({ code = '', display = '' }) => ({ code, place: display, ...placeWords(who) }));
};

/** What the person values, fears and wishes, in their own words. */
export const whatMatters: Part<'whatMatters'> = ({ random, child }) => {
  const { VALUES, AVOIDS, WISHES } = child ? childrens : wishes;
  return {
    values: random.pick(VALUES),
    ...(random.chance(0.8) ? { avoids: random.pick(AVOIDS) } : {}),
    ...(random.chance(0.4) ? { wishes: random.pick(WISHES) } : {}),
  };
};

/** An advance decision to refuse treatment. */
export const adrt: Part<'adrt'> = ({ random }) => ({
  code: random.pick(ADVANCE_DECISIONS).code ?? '',
  words: random.pick(wishes.ADVANCE_DECISION_WORDS),
});

/** A legal proxy, there or stated to be absent. */
export const proxy: Part<'proxy'> = ({ random }) => ({
  type: random.pick(wishes.PROXIES),
  status: random.chance(0.8) ? 'present' : 'absent',
});

/** Capacity for this plan: the choice, then a colon and the explanation. */
export const capacity: Part<'capacity'> = ({ random, child }) =>
  child ? 'Does not have capacity: child, parents decide with the team' : random.pick(wishes.CAPACITY);

/** Who took part in making the plan. */
export const involved: Part<'involved'> = ({ random, person, child }) =>
  child
    ? 'Both parents'
    : `${calledName(person)}${random.pick([', next of kin', ' and family', ', family by telephone', ''])}`;

/** One to three allergies; *stated none* is decided elsewhere. */
export const allergies: Part<'allergies'> = ({ random }) => random.sample(background.ALLERGIES, random.integer(1, 3));

/** Regular medicines; *stated none* is decided elsewhere. */
export const medicines: Part<'medicines'> = ({ random, child }) =>
  random.sample(child ? childrens.MEDICINES : background.MEDICINES, random.integer(1, 7));

/** Significant conditions, some with the year since when. */
export const conditions: Part<'conditions'> = ({ random, child, person, today }) =>
  random.sample(child ? childrens.CONDITIONS : background.CONDITIONS, random.integer(1, child ? 2 : 4)).map((name) => {
    const earliest = Math.max(Number(person.birthDate.slice(0, 4)) + 1, 1980);
    const latest = Number(today.slice(0, 4)) - 1;
    return {
      name,
      ...(random.chance(0.6) && earliest <= latest ? { since: String(random.integer(earliest, latest)) } : {}),
    };
  });

/** Coded prognosis with the author’s words. */
export const prognosis: Part<'prognosis'> = ({ random }) => {
  const at = random.integer(0, PROGNOSES.length - 1);
  return { code: PROGNOSES[at]?.code ?? '', words: wishes.PROGNOSIS_WORDS[at] ?? '' };
};

/** Things to know before going in. */
export const alerts: Part<'alerts'> = ({ random, child }) =>
  random.sample((child ? childrens : background).ALERTS, random.integer(1, 2));

/** How to get in. */
export const access: Part<'access'> = ({ random, careHome }) =>
  random.pick(careHome === undefined ? background.ACCESS : background.ACCESS_IN_CARE_HOME);

/** Other documents and where they are. */
export const otherDocuments: Part<'otherDocuments'> = ({ random, child }) =>
  random.sample((child ? childrens : background).OTHER_DOCUMENTS, random.integer(1, 2));
