import type { PatientIdentity } from '../../../utils/patient/patient-identity.ts';
import { dateAt, nameAt, numberAt } from '../../../utils/teach/candidates.ts';
import { identityOf, type LessonPage, type PatientPage, type Picked } from '../../../utils/teach/lesson.ts';
import { type LessonFrame, rebuild } from '../../../utils/teach/rebuild.ts';
import { recordFrame } from '../../../utils/teach/record.ts';
import { page, sightNow } from '../page/layout.ts';

/** A page as it would be recorded and taken to the lesson. */
export function taken(body: string | HTMLElement): LessonFrame {
  let last = 0;
  const ids = new WeakMap<Element, number>();
  const idOf = (element: Element) => {
    const known = ids.get(element);
    if (known !== undefined) return known;
    last += 1;
    ids.set(element, last);
    return last;
  };
  const recorded = recordFrame(typeof body === 'string' ? page(body) : body.ownerDocument, true, sightNow(), idOf);
  if (!recorded) throw new Error('too large to be recorded');
  return rebuild(JSON.parse(JSON.stringify(recorded)));
}

/** The one element a selector names in a page of the lesson. */
export function within(frame: LessonFrame, selector: string): Element {
  const found = frame.document.querySelector(selector);
  if (!found) throw new Error(`no ${selector} in the page`);
  return found;
}

/** Where somebody points, by selectors that the adapter never hears of. */
export function pointed(frame: LessonFrame, at: { number: string; date: string; name: string }): Picked {
  const [number, date, name] = [
    numberAt(frame, within(frame, at.number)),
    dateAt(frame, within(frame, at.date)),
    nameAt(frame, within(frame, at.name)),
  ];
  if (!number || !date || !name) throw new Error('nothing stands where somebody points');
  return { frame, number, date, name };
}

export function patientPage(body: string, at: { number: string; date: string; name: string }): PatientPage {
  const frame = taken(body);
  const picked = pointed(frame, at);
  return { kind: 'patient', frames: [frame], identity: identityOf(picked), picked };
}

export function readPage(body: string, identity: PatientIdentity): PatientPage {
  return { kind: 'patient', frames: [taken(body)], identity };
}

export function nobodyPage(body: string): LessonPage {
  return { kind: 'nobody', frames: [taken(body)] };
}
