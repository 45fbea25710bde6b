import type { OptionsSayWords } from '../en/options-outcomes.ts';

export const OPTIONS_SAY: OptionsSayWords = {
  wrong: {
    planService: {
      name: 'Rhowch enw’r gwasanaeth cynlluniau, mewn hyd at 60 nod.',
      fhirBase:
        'Rhowch y cyfeiriad FHIR cyfan, yn dechrau â https:// a heb ? na #, er enghraifft https://plans.example.org/fhir.',
      clientId: 'Rhowch yr ID cleient a roddodd y gwasanaeth cynlluniau i Planside.',
      signInOrigins: 'Rhowch bob cyfeiriad mewngofnodi yn llawn, yn dechrau â https://, un ar bob llinell.',
    },
    systemName: 'Rhowch yr enw y mae staff yn ei ddefnyddio am y system hon, mewn hyd at 60 nod.',
    origins:
      'Rhowch bob cyfeiriad gwe y system yn llawn, yn dechrau â https://, un ar bob llinell. Nid yw * yn cynrychioli dim yma.',
    taken: (origin, by) => `Mae ${origin} eisoes yn perthyn i ${by}.`,
    adapterNotJson: 'Nid JSON yw hwn. Gludwch yr addasydd cyfan, o’r { cyntaf i’r } olaf.',
    adapter: (places) => `Nid yw hwn yn addasydd y gall Planside ei ddefnyddio. Edrychwch ar ${places}.`,
    lockAfterMinutes: 'Rhowch rif cyfan o funudau o 1 i 30, neu gadewch ef yn wag.',
    fileNotJson: 'Nid oes JSON yn y ffeil hon. Dewiswch ffeil a allforiwyd o Planside.',
    file: (places) => `Ni ddefnyddiwyd y ffeil hon, oherwydd yr hyn a ddywed yma: ${places}.`,
    topLevel: 'ei lefel uchaf',
  },
  nothingSaved: 'Ni chadwyd dim.',
  saved: (name) => `Mae ${name} wedi’i gadw.`,
  chosen: 'Mae eich dewisiadau wedi’u cadw.',
  removed: (name) => `Tynnwyd ${name}. Nid yw Planside yn gweithio yno mwyach.`,
  left: (name) => `Nid yw Planside yn gweithio ar ${name} mwyach, nes ei chaniatáu eto.`,
  imported: (systems) =>
    `Mewnforiwyd y gosodiadau. Nifer y systemau clinigol: ${systems}. Caniatewch bob un cyn ei defnyddio.`,
  allowed: (name) => `Mae ${name} wedi’i chaniatáu.`,
  refused: (name) => `Ni chaniatawyd ${name}, felly nid oes dim wedi newid.`,
  impossible: (name) =>
    `Nid yw’r porwr yn gadael i Planside ofyn am ${name}. Rhaid i bob cyfeiriad ddechrau â https://.`,
  kept: (hosts) => `Mae’r porwr yn cadw ei ganiatâd ar gyfer ${hosts}: fe’i rhoddwyd gan bolisi.`,

  ownBroken: {
    says: 'Ni ellir deall yr hyn a osodwyd yma o’r blaen, ac mae’n cyfrif fel heb ei osod.',
    places: (places) => `Edrychwch ar ${places}.`,
  },
  helpdesk: (code) => `I’r ddesg gymorth: ${code}`,
};
