import type { Words } from '../words.ts';

export const BUTTON: Words['BUTTON'] = {
  retry: 'Rhoi cynnig arall arni',
  askAgain: 'Gofyn eto',
  hideNow: 'Cuddio nawr',
  showAgain: 'Dangos eto',
  find: 'Canfod',
  switchRole: 'Newid rôl',
  lock: 'Cloi',
  signOut: 'Allgofnodi',
  fold: 'Plygu Planside i’r ymyl',
};

export const HELPDESK: Words['HELPDESK'] = {
  code: (code) => `I’r ddesg gymorth: ${code}`,
  health: 'Agor y gwiriad iechyd',
};
