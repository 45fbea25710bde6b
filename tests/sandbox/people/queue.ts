import { londonTime } from './dates.ts';
import type { Person } from './person.ts';

type Call = NonNullable<Person['outOfHours']>;

const CALLS: readonly (readonly [time: string, complaint: string, priority: Call['priority']])[] = [
  ['18:42', 'Breathless since this afternoon, worse lying down', 'urgent'],
  ['18:57', 'Chest pain, settled with spray, wife worried', 'urgent'],
  ['19:05', 'Pain not held by tablets, carer asks for the district nurse', 'soon'],
  ['19:11', 'Vomiting, cannot keep medicines down', 'soon'],
  ['19:20', 'Agitated and confused, new tonight', 'urgent'],
  ['19:26', 'Catheter not draining', 'soon'],
  ['19:33', 'Fall, no injury seen, cannot get up', 'soon'],
  ['19:48', 'Rattly breathing, family at the bedside', 'urgent'],
  ['19:52', 'Temperature 38.4, chemotherapy last week', 'urgent'],
  ['20:03', 'Asks for a repeat of pain patches', 'routine'],
  ['20:10', 'Sore throat for three days', 'routine'],
  ['20:14', 'Not passed water since morning', 'soon'],
  ['20:19', 'Fit lasting two minutes, now sleepy', 'urgent'],
  ['20:25', 'Question about blood thinner dose', 'routine'],
];

/** Length of tonight's queue. */
export const QUEUE_LENGTH = CALLS.length;

/** Tonight's calls in the order in which they came. */
export function tonightsCalls(today: string): readonly Call[] {
  return CALLS.map(([time, complaint, priority]) => ({
    calledAt: londonTime(today, `${time}:00`),
    complaint,
    priority,
  }));
}
