import { describe, expect, it } from 'vitest';
import { syncError } from '../../../utils/fhircast/ask-hub.ts';
import { parseCurrentContext } from '../../../utils/fhircast/current-context.ts';
import { followHub, type Happened, startHub } from '../../../utils/fhircast/follow-hub.ts';
import { type HubAct, type HubState, wakeAt } from '../../../utils/fhircast/hub-link.ts';
import { parseHubMessage } from '../../../utils/fhircast/hub-messages.ts';
import { hubSays } from '../../../utils/fhircast/hub-says.ts';
import { reconnectDelayMs } from '../../../utils/fhircast/reconnect.ts';
import { confirmationOf, contextAnswer, eventOf, okafor, patientOf, reed, TOPIC, UNNAMED } from './hub-words.ts';

const START = Date.UTC(2026, 10, 26, 12);

/** A link to a hub that a test moves by hand. */
class Link {
  state: HubState;
  acts: HubAct[] = [];
  now = START;

  constructor() {
    const { state, acts } = startHub(START);
    this.state = state;
    this.acts.push(...acts);
  }

  happens(happened: Happened): void {
    const { state, acts } = followHub(this.state, happened, { now: this.now, chance: 1 });
    this.state = state;
    this.acts.push(...acts);
  }

  says(text: string): void {
    this.happens({ is: 'said', message: parseHubMessage(text) });
  }

  answersWith(patient: object | null): void {
    this.happens({ is: 'read', asked: this.state.asked, context: parseCurrentContext(contextAnswer(patient)) });
  }

  /** Up to where the hub has answered who is open. */
  connects(patient: object | null, confirmation = confirmationOf()): void {
    this.happens({ is: 'subscribed', asked: this.state.asked, endpoint: 'wss://hub.example/1', topic: TOPIC });
    this.says(confirmation);
    this.answersWith(patient);
    this.acts = [];
  }

  opens(patient: object, id: string, at: number): void {
    this.says(eventOf('Patient-open', patient, { id, at }));
  }

  is(): string {
    const says = hubSays(this.state);
    return says.is === 'patient' ? (says.identity.familyName ?? '') : says.is;
  }
}

describe('a hub', () => {
  it('is asked for a subscription, and then who is open; before that nobody is followed', () => {
    const link = new Link();
    expect([link.is(), link.acts]).toEqual(['connecting', [{ do: 'subscribe', asked: 1 }]]);
    link.happens({ is: 'subscribed', asked: 1, endpoint: 'wss://hub.example/1', topic: TOPIC });
    link.opens(patientOf(okafor), 'early', START);
    link.says(confirmationOf());
    expect(link.is()).toBe('asking');
    link.answersWith(patientOf(reed));
    expect(link.is()).toBe('Reed');
  });

  it('is lost with another session’s confirmation', () => {
    const link = new Link();
    link.happens({ is: 'subscribed', asked: 1, endpoint: 'wss://hub.example/1', topic: TOPIC });
    link.says(confirmationOf({ 'hub.topic': 'somebody else’s' }));
    expect(hubSays(link.state)).toMatchObject({ is: 'lost', cause: 'denied' });
    expect(link.acts.at(-1)).toEqual({ do: 'close' });
  });

  it('is answered in the same step: followed, refused, or asked first', () => {
    const link = new Link();
    link.connects(null);
    link.opens(patientOf(reed), 'a', START + 1);
    expect(link.acts).toEqual([
      { do: 'answer', id: 'a', status: 202 },
      { do: 'read', asked: 3 },
    ]);
    link.answersWith(patientOf(reed));
    link.acts = [];
    link.opens(patientOf(okafor), 'b', START + 2);
    link.opens(UNNAMED, 'c', START + 3);
    expect(link.acts).toEqual([
      { do: 'answer', id: 'b', status: 200 },
      { do: 'answer', id: 'c', status: 409 },
    ]);
    expect(link.is()).toBe('unusable');
    link.opens(UNNAMED, 'c', START + 3);
    expect(link.acts.at(-1)).toEqual({ do: 'answer', id: 'c', status: 409 });
  });

  it('that contradicts its own event has to say so twice', () => {
    const link = new Link();
    link.connects(patientOf(reed));
    link.opens(patientOf(okafor), 'a', START + 1);
    link.answersWith(patientOf(reed));
    expect(link.is()).toBe('asking');
    link.now = wakeAt(link.state);
    link.happens({ is: 'time' });
    link.answersWith(patientOf(reed));
    expect(link.is()).toBe('Reed');
  });

  it('hears of an event that was taken and cannot be followed after all', () => {
    const link = new Link();
    link.connects(patientOf(reed));
    link.opens(patientOf(okafor), 'a', START + 1);
    link.answersWith(UNNAMED);
    link.now = wakeAt(link.state);
    link.happens({ is: 'time' });
    link.answersWith(UNNAMED);
    expect(link.is()).toBe('unusable');
    expect(link.acts.at(-1)).toEqual({ do: 'refuse', id: 'a', name: 'Patient-open' });
  });

  it('has its subscription renewed in time, and is lost once it is over', () => {
    const link = new Link();
    link.connects(patientOf(reed), confirmationOf({ 'hub.lease_seconds': 10, 'hub.events': 'Patient-*' }));
    link.now += 8_000;
    link.happens({ is: 'time' });
    expect([link.acts, link.is()]).toEqual([[{ do: 'renew', endpoint: 'wss://hub.example/1' }], 'Reed']);
    link.says(confirmationOf({ 'hub.lease_seconds': 10, 'hub.events': 'Patient-*' }));
    link.now += 9_000;
    link.happens({ is: 'time' });
    expect(link.is()).toBe('Reed');
    link.now += 1_000;
    link.happens({ is: 'time' });
    expect(hubSays(link.state)).toMatchObject({ is: 'lost', cause: 'expired' });
  });

  it('without heartbeats is asked whether it is there, and is lost if it does not answer', () => {
    const link = new Link();
    link.connects(patientOf(reed), confirmationOf({ 'hub.events': 'Patient-*' }));
    link.now += 10_000;
    link.happens({ is: 'time' });
    expect(link.acts).toEqual([{ do: 'read', asked: 3 }]);
    link.answersWith(patientOf(reed));
    expect(link.is()).toBe('Reed');
    link.now += 10_000;
    link.happens({ is: 'time' });
    link.now += 20_000;
    link.happens({ is: 'time' });
    expect(hubSays(link.state)).toMatchObject({ is: 'lost', cause: 'silent', since: link.now });
  });

  it('that was silent while the computer slept is lost before what it says next is heard', () => {
    const link = new Link();
    link.connects(patientOf(reed));
    link.now += 3_600_000;
    link.opens(patientOf(okafor), 'a', link.now);
    expect(hubSays(link.state)).toMatchObject({ is: 'lost', cause: 'silent' });
  });

  it('is tried again later each time, half a minute at most, and never at once', () => {
    expect([0, 1, 2, 3, 4, 40].map((tries) => reconnectDelayMs(tries, 1))).toEqual([
      2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect([0, 40].map((tries) => reconnectDelayMs(tries, 0))).toEqual([250, 250]);
  });
});

it('S7: a SyncError holds nothing of a patient', () => {
  const sent = syncError(TOPIC, { id: 'a', name: 'Patient-open' }, { id: 'b', at: START });
  expect(sent).toMatchObject({
    id: 'b',
    event: {
      'hub.topic': TOPIC,
      'hub.event': 'SyncError',
      context: [{ key: 'operationoutcome', resource: { issue: [{ severity: 'warning', code: 'processing' }] } }],
    },
  });
  expect(JSON.stringify(sent)).not.toMatch(/\d{10}|Patient\b(?!-open)/);
});
