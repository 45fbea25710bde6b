/** What people say they value, in their own words, some of them in their own language; invented. */
export const VALUES: readonly string[] = [
  'Being at home with Bramble at my feet, and seeing the garden.',
  'Radio on, door open, tea at four.',
  'My faith. Father Cormac & the Thursday prayer group know me well.',
  'Seeing my grandchildren grow; Zoë’s wedding is in May.',
  'Staying myself: no fuss, clean pyjamas, Test Match Special.',
  'أريد أن أبقى في بيتي مع عائلتي. (I want to stay in my house with my family.)',
  '想留在家里，和孙子在一起。 (To stay at home with my grandson.)',
  'Chcę być w domu, słyszeć głos córki. Żadnych maszyn, proszę.',
  'Bod gartref, gyda’r ci a’r côr.',
  'Bliskość – and <b>quiet</b>. I typed that myself, with the tags & all: </div><script>alert("no")</script>',
  'I have had ninety good years and would like the rest to be small and good as well: breakfast by the window, the birds, a hand on the blanket when it gets dark, no one hurrying, nobody shouting into my ear as if I were deaf (I am only a little deaf), the priest when it is time, and somebody to tell Edith next door so that she does not hear it from the ambulance.',
];

export const AVOIDS: readonly string[] = [
  'Machines, and dying in a corridor.',
  'Being moved in the night. Being talked over.',
  'Pain, and frightening the children.',
  'Hospital, unless it can put me right in a day or two.',
  'Another tube. ¡Nunca más!',
  'Losing my mind before my body. Being kept going for others’ sake.',
  'A lot of people in the room.',
];

export const WISHES: readonly string[] = [
  'Window open after death. Body not to be moved for eight hours.',
  'Call the imam at the Quay Street mosque. Face towards Mecca.',
  'Tissue donation: has said yes to corneas.',
  'The dog goes to Tom next door.',
  'Last rites. Rosary is in the bedside drawer.',
  'Burial within a day; the family will ring the burial society.',
];

/** Places in the author's words. */
export const PLACES_OF_CARE: readonly string[] = [
  'Own home',
  'Daughter’s home',
  'Hospice',
  'Hospital: Example General, ward 9',
  'Care home',
];

export const PLACE_WORDS: readonly string[] = [
  'if the family can manage',
  'only if it cannot be put right at home',
  'knows the staff there & trusts them',
  'bed downstairs by the window',
  'Would rather be at home, but does not want the children to find the body; the hospice has been visited and was liked.',
];

export const ADVANCE_DECISION_WORDS: readonly string[] = [
  'Includes life-sustaining treatment. Signed and witnessed; original with the daughter.',
  'Refuses ventilation and artificial feeding, even if life is at risk. Copy in the blue folder.',
  'Refuses blood products (Jehovah’s Witness), whatever the consequence.',
];

export const PROXIES: readonly string[] = [
  'Lasting power of attorney, health and welfare',
  'Lasting power of attorney, property and financial affairs only',
  'Court-appointed deputy for personal welfare',
];

export const CAPACITY: readonly string[] = [
  'Has capacity',
  'Has capacity',
  'Does not have capacity: advanced dementia, cannot weigh the question',
  'Does not have capacity: severe aphasia after stroke, best interests meeting held',
];

export const PROGNOSIS_WORDS: readonly string[] = [
  'Days',
  'Weeks, perhaps short weeks',
  'Months',
  'Would not be surprised if within the year',
];
