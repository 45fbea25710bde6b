/** Labels and gaps of the patient banner, as the NHS CUI has them. */
export const IDENTITY = {
  born: 'Born',
  gender: 'Gender',
  /** By what the reader calls them. */
  genders: { Female: 'Female', Male: 'Male', Other: 'Other', 'Not known': 'Not known' } as Readonly<
    Record<string, string>
  >,
  nhsNumber: 'NHS No.',
  preferredName: 'Preferred name',
  died: 'Died',
  ageAtDeath: 'Age at Death',
  notRecorded: 'Not recorded',
  dateNotRecorded: 'Date not recorded',
  nameNotRecorded: 'Name not recorded',
  noNameOnPage: 'No name on this page',
  testPatient: 'Test patient',
  /** Where no name is known, in a sentence. */
  thisPerson: 'this person',
};
