import type { Words } from '../words.ts';

export const IDENTITY: Words['IDENTITY'] = {
  born: 'Ganed',
  gender: 'Rhywedd',
  genders: { Female: 'Benyw', Male: 'Gwryw', Other: 'Arall', 'Not known': 'Ddim yn hysbys' },
  nhsNumber: 'Rhif GIG',
  preferredName: 'Enw a ffefrir',
  died: 'Bu farw',
  ageAtDeath: 'Oedran wrth farw',
  notRecorded: 'Heb ei gofnodi',
  dateNotRecorded: 'Dyddiad heb ei gofnodi',
  nameNotRecorded: 'Enw heb ei gofnodi',
  noNameOnPage: 'Dim enw ar y dudalen hon',
  testPatient: 'Claf prawf',
  thisPerson: 'y person hwn',
};
