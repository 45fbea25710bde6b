import type { Words } from '../words.ts';

export const ROLE: Words['ROLE'] = {
  heading: 'Dewiswch eich rôl',
  signedInAs: 'Rydych wedi mewngofnodi fel {name}.',
  says: 'Nid yw Planside wedi chwilio am gynllun, felly nid yw hyn yn dweud dim ynghylch a oes un.',
  hint: 'Gallwch newid ar unrhyw adeg, ar waelod Planside.',
  unnamed: 'Rôl heb enw',
};
