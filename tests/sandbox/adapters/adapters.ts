import type { Adapter } from '../../../utils/page/adapter.ts';

/** Meadow GP record: see tests/sandbox/systems/README.md. */
export const gpRecordAdapter: Adapter = {
  id: 'meadow-gp-record',
  region: '#patient-banner',
  fields: {
    nhsNumber: { selector: '.pb-nhs .pb-value' },
    birthDate: { selector: '.pb-born .pb-value', order: 'dayFirst' },
    name: { family: { selector: '.pb-family' }, given: { selector: '.pb-given' } },
  },
  proves: ['#workspace[data-view="record"]'],
  forbids: ['#login-form', '#confirm-dialog[open]', 'body[data-loading]'],
  selfTest: [
    {
      screen: 'An open record',
      shows: '#workspace[data-view="record"]:not(body[data-loading] *)',
      sees: 'patient',
    },
  ],
};

/** Nightline out-of-hours: identity in the innermost frame only. */
export const outOfHoursAdapter: Adapter = {
  id: 'nightline-out-of-hours',
  region: '#patient-identity',
  fields: {
    nhsNumber: { selector: 'dd[data-field="nhs-number"]' },
    birthDate: { selector: 'dd[data-field="dob"]', order: 'dayFirst' },
    name: { whole: { selector: 'dd[data-field="name"]' } },
  },
  proves: [],
  forbids: ['#login-form'],
  framePaths: ['/triage/'],
};

/** Hearthside care: one resident's pages carry the card. */
export const careHomeAdapter: Adapter = {
  id: 'hearthside-care',
  region: '#resident-card',
  fields: {
    nhsNumber: { selector: 'dd.rc-nhs' },
    birthDate: { selector: 'dd.rc-dob', order: 'dayFirst' },
    name: { whole: { selector: 'dd.rc-name' } },
  },
  proves: ['#resident-tabs'],
  forbids: ['#login-form'],
  selfTest: [{ screen: 'A resident’s pages', shows: '#resident', sees: 'patient' }],
};
