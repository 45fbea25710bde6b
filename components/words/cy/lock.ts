import type { Words } from '../words.ts';

export const LOCK: Words['LOCK'] = {
  heading: 'Mae Planside wedi’i gloi',
  because: {
    idle: 'Ni ddefnyddiodd neb y cyfrifiadur hwn am beth amser.',
    asleep: 'Roedd y cyfrifiadur hwn yn cysgu.',
    computerLocked: 'Cafodd y cyfrifiadur hwn ei gloi.',
    shiftOver: 'Rydych wedi bod wedi’ch mewngofnodi ers 12 awr.',
    clockSetBack: 'Cafodd cloc y cyfrifiadur hwn ei droi’n ôl.',
    asked: null,
  },
  says: 'Nid yw Planside wedi chwilio am gynllun, felly nid yw hyn yn dweud dim ynghylch a oes un.',
  soon: 'Bydd yn cloi ymhen 60 eiliad',
  soonSays: (cause) =>
    cause === 'shiftOver'
      ? 'Rydych wedi bod wedi’ch mewngofnodi ers 12 awr. Mewngofnodwch eto i barhau.'
      : 'Symudwch y llygoden neu gwasgwch fysell i aros wedi’ch mewngofnodi.',
};
