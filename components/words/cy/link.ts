import type { Words } from '../words.ts';

const NOT_COMPARED = 'Heb ei chymharu â chynllun';

export const LINK: Words['LINK'] = {
  state: {
    same: 'Yr un claf â’r dudalen hon',
    reading: 'Yn darllen y dudalen hon',
    none: 'Dim claf ar agor',
    many: 'Mwy nag un claf ar y dudalen hon',
    unsure: 'Methu dweud pa glaf',
    away: 'Ddim yn edrych ar y dudalen hon',
    covered: 'Wedi’i guddio gan y dudalen hon',
  },
  cause: {
    looking: null,
    unsettled: null,
    noPatient: null,
    notHere: null,
    switchedOff: 'Wedi’i ddiffodd gan eich sefydliad',
    hidden: 'Wedi’i guddio',
    hubAway: null,
    several: null,
    disagree: 'Nid yw’r dudalen a’r cynllun yn cytuno',
    birthDateDiffers: null,
    unreadable: 'Ni ellir darllen y dudalen hon',
    birthDateNeeded: 'Dim dyddiad geni ar y dudalen hon',
    signedOut: 'Wedi allgofnodi',
    signingIn: 'Wrthi’n mewngofnodi',
    locked: 'Mae Planside wedi’i gloi',
    roleNeeded: 'Dim rôl wedi’i dewis',
    notConfigured: 'Dim gwasanaeth cynlluniau wedi’i osod',
    noPlanFound: NOT_COMPARED,
    noCurrentPlan: NOT_COMPARED,
    couldNotCheck: NOT_COMPARED,
    accessRefused: NOT_COMPARED,
    reasonNeeded: NOT_COMPARED,
  },
  nameNeeded: 'Dim enw ar y dudalen hon',
  savedFrom: (time) => `Copi wedi’i gadw o ${time}`,
  checkedAt: (time) => `Gwiriwyd am ${time}`,
  notCheckedSince: (time) => `Heb ei wirio ers ${time}`,
};
