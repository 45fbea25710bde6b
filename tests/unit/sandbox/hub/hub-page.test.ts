import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hub, startHub } from '../../../sandbox/hub/hub.ts';
import { hubPage } from '../../../sandbox/hub/page/hub-page.ts';
import { hubRows } from '../../../sandbox/hub/page/hub-rows.ts';
import { cast } from '../../../sandbox/people/cast.ts';
import { generatePlans } from '../../../sandbox/plans/generate-plans.ts';
import { people, TODAY } from '../plan-service/test-bed.ts';

const rows = hubRows(cast(people, generatePlans(people, 7, TODAY).plans));
let hub: Hub;

beforeAll(async () => {
  hub = await startHub();
  hub.alsoServe(
    hubPage({ hub, rows, launchPage: 'http://launch.localhost/launch.html', settings: { clinicalSystems: [] } }),
  );
});
afterAll(() => hub.stop());
beforeEach(() => hub.restart());

const press = (fields: Record<string, string>) =>
  fetch(`${hub.origin}/`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const page = async () => (await fetch(`${hub.origin}/`)).text();

describe('the page of the hub', () => {
  it('opens everybody it offers, nobody else, and closes', async () => {
    expect(new Set(rows.map(({ person }) => person)).size).toBe(rows.length);
    for (const { person } of rows) {
      expect((await press({ do: 'open', person: person.nhsNumber })).status).toBe(303);
      expect(hub.now().open).toBe(person);
      expect(await page()).toContain(`data-open="${person.nhsNumber}"`);
    }
    await press({ do: 'open', person: '9000000009' });
    expect(hub.now().open).toBe(rows.at(-1)?.person);
    await press({ do: 'open', person: 'unnamed' });
    expect(hub.now().open).toBe('unnamed');
    await press({ do: 'close' });
    expect(await page()).toContain('Nobody is open');
  });

  it('says how the hub stands, and makes it well again', async () => {
    for (const [does, is] of [
      ['away', 'down'],
      ['silence', 'silent'],
      ['deny', 'denying'],
    ] as const) {
      await press({ do: does });
      expect(hub.now().is).toBe(is);
      expect(await page()).not.toContain('The hub is well.');
      await press({ do: 'mend' });
      expect(hub.now().is).toBe('well');
    }
  });

  it('S7: tells nothing of a patient in what it hears, and sends nobody in an address', async () => {
    for (const { person } of rows) await press({ do: 'open', person: person.nhsNumber });
    expect(await (await fetch(`${hub.origin}/heard`)).json()).toEqual({
      subscribers: 0,
      answers: 0,
      last: null,
      syncErrors: 0,
      renewals: 0,
    });
    expect((await press({ do: 'open', person: rows[0]?.person.nhsNumber ?? '' })).headers.get('location')).toBe('/');
  });

  it('tells Planside’s set-up with the hub’s own address, which asks for a token', async () => {
    const { policy } = await (await fetch(`${hub.origin}/set-up`)).json();
    expect(policy).toEqual({ fhircast: { hub: hub.address, topic: hub.topic } });
    expect((await fetch(`${hub.address}/${hub.topic}`)).status).toBe(401);
  });
});
