import type { Words } from '../words.ts';

export const CALL: Words['CALL'] = {
  ring: (who, number) => `Ffonio ${who}, ${number}`,
  ringNumber: (number) => `Ffonio ${number}`,
  copy: 'Copïo',
  copyNumber: (who, number) => `Copïo rhif ${who}, ${number}`,
  copyTheNumber: (number) => `Copïo ${number}`,
  copySummary: 'Copïo i’r nodiadau',
  copied: 'Wedi copïo',
  notCopied: 'Heb gopïo. Pwyswch y botwm unwaith eto.',
  copyNotKept: (code) => `Does dim wedi’i gopïo, am nad oedd modd cofnodi hynny. I’r ddesg gymorth: ${code}`,
  print: 'Argraffu',
  notPrinted: 'Heb argraffu. Pwyswch y botwm unwaith eto.',
  printNotKept: (code) => `Does dim wedi’i argraffu, am nad oedd modd cofnodi hynny. I’r ddesg gymorth: ${code}`,
  jump: 'Mynd i adran',
};

export const HAND_OVER: Words['HAND_OVER'] = {
  show: 'Trefn trosglwyddo',
  planOrder: 'Trefn y cynllun',
  situation: 'Sefyllfa',
  background: 'Cefndir',
  assessment: 'Asesiad',
  recommendation: 'Argymhelliad',
  more: 'Mwy o’r cynllun',
};

export const SUMMARY: Words['SUMMARY'] = {
  leavesOut: 'Crynodeb yw hwn: mae mwy yn y cynllun.',
  end: (service, who, at) => `Copïwyd o ${service} gan ${who} am ${at}. Mae copi’n mynd yn hen.`,
};

export const SHEET: Words['SHEET'] = {
  label: 'Taflen drosglwyddo',
  printed: (at, who) => `Argraffwyd am ${at} gan ${who}.`,
  notHere: (titles) => `Ddim ar y dudalen hon: ${titles}.`,
  outOfDate:
    'Gall copi wedi’i argraffu fod yn hen: chwiliwch am gynllun mwy newydd cyn gweithredu. Rhwygwch ar ôl ei ddefnyddio.',
};
