import { withoutStop } from '../../format/sentences.ts';
import type { Words } from '../words.ts';
import { COULD_NOT_CHECK } from './could-not-check.ts';
import { COUNT } from './counts.ts';
import { LINK } from './link.ts';

const HEADING: Words['NOTICE']['heading'] = {
  savedCopy: (age) => (age ? `Copi wedi’i gadw, ${age} oed` : 'Copi wedi’i gadw, oedran ddim yn hysbys'),
  expired: 'Daeth y cynllun hwn i ben ar',
  overdue: (late) => (late ? `Adolygiad ${late} yn hwyr` : 'Adolygiad i’w gynnal heddiw'),
  notCheckedSince: LINK.notCheckedSince,
  severalCurrent: (count) => `${COUNT.plan(count)} cyfredol ar gyfer y person hwn`,
  contradiction: 'Mae geiriau a chodau’r cynllun hwn yn wahanol i’w gilydd',
  unreadableParts: (parts) => `Methwyd â darllen ${parts} o’r cynllun hwn`,
  unknownSections: (sections) => `Dangosir ${sections} fel yr ysgrifennwyd`,
  otherKind: 'Math o ddogfen nad yw Planside yn ei adnabod',
  datedInFuture: 'Mae dyddiadau yn y cynllun hwn sydd heb ddod eto',
  clockWrong: (by, is) => `Mae cloc y cyfrifiadur hwn ${by} yn ${is === 'ahead' ? 'gyflym' : 'araf'}`,
  newerVersion: 'Mae fersiwn diweddarach newydd gymryd lle’r cynllun hwn',
  changedAt: (clock) => `Wedi newid ers ichi edrych ddiwethaf am ${clock}`,
  changedOn: 'Wedi newid ers ichi edrych ddiwethaf ar',
  givenNameDiffers: 'Mae’r enw cyntaf yn wahanol',
  draftNewer: 'Mae drafft diweddarach, heb ei gymeradwyo eto',
  emergencyAccess: 'Mynediad brys',
  restricted: 'Cofnod cyfyngedig',
};

const SAYS: Words['NOTICE']['says'] = {
  savedCopy: (cause, service) =>
    `${cause === 'offline' ? 'All-lein' : withoutStop(COULD_NOT_CHECK.cause[cause].briefly(service))}, felly heb ei wirio ers hynny.`,
  expired: 'Gwiriwch cyn dibynnu arno.',
  wasDue: 'Roedd i’w gynnal {when}.',
  lastReviewed: 'Adolygwyd ddiwethaf {when}.',
  overdue: 'Gall dymuniadau fod wedi newid.',
  notCheckedSince: 'Gall y cynllun fod wedi newid ers hynny.',
  severalCurrent: 'Dangosir pob un, y diweddaraf yn gyntaf. Gwiriwch y ffynhonnell cyn dibynnu ar un ohonynt.',
  contradiction: 'Darllenwch y ddau cyn dibynnu ar y naill neu’r llall.',
  linkedItemMissing: '{part} (mae eitem gysylltiedig ar goll)',
  unknownSections: (count) =>
    count === 1
      ? 'Nid yw Planside yn ei hadnabod: darllenwch hi cyn cymryd bod unrhyw beth heb ei gofnodi.'
      : 'Nid yw Planside yn eu hadnabod: darllenwch nhw cyn cymryd bod unrhyw beth heb ei gofnodi.',
  otherKind: 'Fe’i hanfonwyd fel “{words}”. Gwiriwch beth ydyw cyn dibynnu arno.',
  datedInFuture: 'Gwiriwch nhw cyn dibynnu arnynt.',
  clockWrong: 'Gall amseroedd ac oedrannau yma fod yn anghywir.',
  nothingChanged: 'Fersiwn diweddarach; nid oes dim y mae Planside yn ei ddarllen fesul eitem wedi newid.',
  emergencyAccess: 'Mae’r gwasanaeth cynlluniau wedi cael gwybod. Ar gyfer y claf hwn a’r ymweliad hwn yn unig.',
  emergencyTold: 'Mae {who} wedi cael gwybod. Ar gyfer y claf hwn a’r ymweliad hwn yn unig.',
  restricted:
    'Mae’r cyfeiriad, y rhifau ffôn a’r lle wedi’u cuddio i amddiffyn y person hwn. Peidiwch â gofyn amdanynt na’u hysgrifennu.',
  givenNames: 'Y dudalen hon: {page}. Y cynllun: {plan}. Gwiriwch yr enw gyda’r person.',
  andMore: (count) => `a ${count} arall`,
  draftStarted: 'Dechreuwyd {when}.',
  draftStartedBy: 'Dechreuwyd {when} gan {who}.',
  draftBy: 'Dechreuwyd gan {who}.',
  belowApproved: 'Isod: y cynllun a gymeradwywyd.',
  belowVersion: (version) => `Isod: fersiwn ${version}, wedi’i gymeradwyo.`,
};

export const NOTICE: Words['NOTICE'] = { heading: HEADING, heard: { savedCopy: 'Copi wedi’i gadw' }, says: SAYS };
