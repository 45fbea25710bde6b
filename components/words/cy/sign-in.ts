import type { Words } from '../words.ts';

export const SIGN_IN: Words['SIGN_IN'] = {
  button: 'Mewngofnodi',
  hint: {
    patient: 'Yn agor mewn ffenestr newydd. Byddwch yn dod yn ôl at y claf ar y dudalen hon.',
    search: 'Yn agor mewn ffenestr newydd. Byddwch yn dod yn ôl i’r dudalen hon, a bydd ei meysydd yn wag.',
  },
  failed: {
    stopped: () => 'Rydych wedi rhoi’r gorau i fewngofnodi. Os yw’r ffenestr yn dal ar agor, caewch hi.',
    cancelled: () => 'Caewyd y ffenestr cyn ichi fewngofnodi.',
    windowOpen: (service) => `Mae un o ffenestri ${service} yn dal ar agor. Caewch hi, ac yna mewngofnodwch eto.`,
    serviceDown: (service) => `Nid yw ${service} yn gweithio, felly nid ydych wedi mewngofnodi.`,
    refused: (service) => `Ni adawodd ${service} ichi ddod i mewn.`,
    insecure: (service) => `Nid yw’r ffordd i ${service} yn ddiogel, felly stopiodd Planside.`,
  },
  nobody: 'Nid oes neb wedi mewngofnodi',
  withoutRole: 'dim rôl wedi’i dewis',
};
