import type { Words } from '../words.ts';

export const TITLE: Words['TITLE'] = {
  cpr: 'Penderfyniad CPR',
  treatment: 'Gofal a thriniaeth mewn argyfwng',
  symptoms: 'Symptomau a beth i’w wneud',
  anticipatoryMedicines: 'Meddyginiaethau rhag ofn',
  contacts: 'Pwy i’w ffonio',
  placeOfCare: 'Y lle a ffefrir i gael gofal',
  placeOfDeath: 'Y lle a ffefrir i farw',
  whatMatters: 'Beth sy’n bwysig i mi',
  advanceDecisions: 'Penderfyniadau ymlaen llaw',
  allergies: 'Alergeddau',
  medicines: 'Meddyginiaethau',
  conditions: 'Cyflyrau arwyddocaol',
  prognosis: 'Prognosis',
  alerts: 'Rhybuddion a mynediad i’r cartref',
  otherDocuments: 'Dogfennau eraill',
  origin: 'O ble y daw’r cynllun hwn',
  outside: 'Y tu allan i’r adrannau',
  untitled: 'Adran heb deitl',
  places: 'Dewisiadau o ran lle',
  elsewhere: 'Cynlluniau a gedwir mewn mannau eraill',
};

export const OWN_TEXT: Words['OWN_TEXT'] = {
  heading: 'Testun yr awdur ei hun',
  asCoded: 'Fel y’i codiwyd',
  written: (paragraphs) => `Ysgrifennwyd gan yr awdur, ${paragraphs}`,
};

export const TREATMENT: Words['TREATMENT'] = {
  focusSays: 'Ffocws y gofal: {focus}',
  focusOf: 'Ffocws y gofal: {focus} ({scale} o 100)',
  focusSentAs: 'Ffocws y gofal: {unreadable} Anfonwyd fel “{scale}”.',
  inTheMiddle: 'yn y canol',
  towardsLife: 'tuag at ymestyn bywyd',
  towardsComfort: 'tuag at gysur',
  lifeEnd: '1 Blaenoriaethu ymestyn bywyd',
  comfortEnd: '100 Blaenoriaethu cysur',
  recommendations: 'Argymhellion',
  notBinding: 'Nid yw argymhellion yn rhwymo mewn cyfraith.',
  ceilingOfSymptom: 'Terfyn uchaf y driniaeth: {words}',
};

export const WHAT_MATTERS: Words['WHAT_MATTERS'] = {
  values: 'Yr hyn sydd bwysicaf i mi',
  avoids: 'Yr hyn yr wyf am ei osgoi fwyaf',
  wishes: 'Fy nymuniadau',
};

export const ADVANCE_DECISIONS: Words['ADVANCE_DECISIONS'] = {
  refusals: 'Penderfyniad ymlaen llaw i wrthod triniaeth',
  ifValid: 'Yn rhwymo mewn cyfraith os yw’n ddilys ac yn gymwys.',
  proxies: 'Dirprwy cyfreithiol',
  notUse: 'Mae hyn yn dweud a oes pŵer o’r fath, nid a yw wedi’i ddefnyddio.',
  capacity: 'Galluedd meddyliol',
  involved: 'Y rhai a gymerodd ran',
};

export const PLACES: Words['PLACES'] = {
  ifNotPossible: 'Os nad yw’n bosibl: {place}',
  closed: 'Gofal: {care}; marw: {death}',
};

export const ANTICIPATORY: Words['ANTICIPATORY'] = { names: 'Enwau:', issued: 'Wedi’u rhoi', kept: 'Cedwir' };

export const ALLERGIES: Words['ALLERGIES'] = {
  recorded: 'Alergeddau hysbys',
  statedNone: 'Dim alergeddau hysbys',
  notRecorded: 'Alergeddau heb eu cofnodi',
  unavailable: 'Alergeddau ddim ar gael',
  readSection: 'Darllenwch yr adran “{title}”.',
};

export const CONDITIONS: Words['CONDITIONS'] = { since: ', ers {when}' };

export const PROGNOSIS: Words['PROGNOSIS'] = { recorded: 'Cofnodwyd', recordedOn: 'Cofnodwyd {when}' };

export const ALERTS: Words['ALERTS'] = {
  alerts: 'Rhybuddion',
  alertsAndAccess: 'Rhybuddion, mynediad',
  access: 'Mynd i mewn',
  getsIn: 'Mynd i mewn: {words}',
  language: 'Iaith',
  speaks: 'Yn siarad {language}, {interpreter}',
  interpreter: {
    needed: 'angen cyfieithydd ar y pryd',
    notNeeded: 'dim angen cyfieithydd ar y pryd',
    notRecorded: 'heb ei gofnodi a oes angen cyfieithydd ar y pryd',
  },
};

export const OTHER_DOCUMENTS: Words['OTHER_DOCUMENTS'] = { where: 'Ble', heldBy: 'Gan bwy' };

export const ELSEWHERE: Words['ELSEWHERE'] = {
  heldBy: 'Cedwir gan {who}',
  heldByDated: 'Cedwir gan {who}, dyddiedig {when}',
  noHolder: 'rywun nad yw wedi’i gofnodi',
  notChecked: 'Methwyd â gwirio. Gall fod rhai.',
  none: (service) => `Nid yw ${service} yn gwybod am yr un.`,
  ask: 'Ni all Planside agor y rhain. Gofynnwch i bwy bynnag sy’n eu cadw.',
};
