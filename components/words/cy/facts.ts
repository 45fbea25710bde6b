import type { Words } from '../words.ts';

export const FACT: Words['FACT'] = {
  changed: 'Wedi newid',
  notRecorded: 'Heb ei gofnodi',
  unreadable: 'Methwyd â’i ddarllen',
  none: 'Dim',
  noneStated: '{none}, nodwyd {when}',
  noneWithoutDate: '{none}, nodwyd heb ddyddiad',
  hidden: 'Wedi’i guddio',
  hiddenByRole: 'Nid yw eich rôl yn dangos yr adran hon. Gofynnwch i’r nyrs â gofal neu i’r meddyg teulu.',
  noNumber: 'Rhif heb ei gofnodi',
  noDose: 'Dos heb ei gofnodi',
  noReaction: 'Adwaith heb ei gofnodi',
  noStatus: 'Statws heb ei gofnodi',
  onlyInText: 'Nid oes dim wedi’i godio yma. Darllenwch destun yr awdur ei hun.',
  decided: {
    whenAndWho: 'Penderfynwyd {when} gan {who}',
    when: 'Penderfynwyd {when}, awdur heb ei gofnodi',
    who: 'Penderfynwyd gan {who}, dyddiad heb ei gofnodi',
  },
  recorded: {
    whenAndWho: 'Cofnodwyd {when} gan {who}',
    when: 'Cofnodwyd {when}, awdur heb ei gofnodi',
    who: 'Cofnodwyd gan {who}, dyddiad heb ei gofnodi',
  },
  noDateNoAuthor: 'Dyddiad ac awdur heb eu cofnodi',
};

export const WARNING: Words['WARNING'] = {
  partUnreadable: 'Methwyd â darllen rhan o hyn',
  contradicts: 'Mae testun a chofnodion yr adran hon yn wahanol i’w gilydd',
  contradictsBelow: 'Testun a chofnodion yn wahanol i’w gilydd, gweler isod',
  onlyInTextBelow: 'Dim ond yn nhestun yr awdur ei hun, isod',
  otherPlanDiffers: 'Mae cynllun cyfredol arall yn dweud rhywbeth gwahanol',
};
