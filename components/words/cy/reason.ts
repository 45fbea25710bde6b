import type { Words } from '../words.ts';

const WHICH = 'Pa un, a pham';

export const REASON: Words['REASON'] = {
  verdict: 'Mae angen rheswm yn gyntaf',
  order: (service) => `Mae ${service} yn gofyn am reswm cyn dangos dim byd am y person hwn.`,
  about: 'Nid yw hyn yn dweud dim ynghylch a oes cynllun.',
  legend: 'Pam mae angen ichi ei weld?',
  choice: {
    permission: { label: 'Mae’r person wedi cytuno', hint: 'Neu rywun a gaiff benderfynu drosto', note: null },
    emergency: {
      label: 'Argyfwng',
      hint: 'Ni ellir gofyn i’r person, a gallai aros achosi niwed',
      note: 'Beth sydd wedi digwydd, a pham na ellir gofyn i’r person',
    },
    publicInterest: { label: 'Budd y cyhoedd', hint: null, note: WHICH },
    statute: { label: 'Mae’r gyfraith yn mynnu hynny', hint: null, note: WHICH },
    courtOrder: { label: 'Gorchymyn llys', hint: null, note: WHICH },
  },
  note: 'Ychwanegwch nodyn',
  noteIfMore: 'Ychwanegwch nodyn, os oes mwy i’w ddweud',
  nothingClinical: 'Peidiwch ag ysgrifennu manylion clinigol.',
  button: 'Anfon y rheswm a dangos y cynllun',
  alertButton: 'Dangos y cynllun a rhoi gwybod',
  toldAtOnce: 'Bydd y swyddog preifatrwydd yn cael gwybod ar unwaith',
  whoIsTold: 'Bydd {who} yn cael gwybod ar unwaith',
  opensOnly: 'Yn agor cynllun y person hwn yn unig, a dim ond nes i glaf arall gael ei agor.',
  failed: (service) => `Nid yw ${service} wedi cadarnhau eich rheswm, felly ni ddangosir dim.`,
  wrong: {
    noReason: () => 'Dewiswch reswm.',
    noWords: () => 'Ychwanegwch nodyn: mae’n mynd at bwy bynnag sy’n gwirio’r mynediad hwn.',
    tooLong: (length, most) => `Byrhewch y nodyn i ${most} nod. Mae ganddo ${length}.`,
  },
};
