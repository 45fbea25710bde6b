import type { OptionsWords } from '../en/options.ts';

export const OPTIONS: OptionsWords = {
  title: 'Gosodiadau Planside',
  intro:
    'Ar gyfer y proffil porwr hwn yn unig. Dim ond os yw ei system wedi’i rhestru yma ac wedi’i chaniatáu gennych chi y mae Planside yn darllen tudalen.',
  managed: 'Wedi’i osod gan eich sefydliad.',
  toWelcome: 'Sut mae Planside yn gweithio',
  toHealth: 'Gwiriad iechyd ar gyfer y ddesg gymorth',

  planService: {
    heading: 'Gwasanaeth cynlluniau',
    name: { label: 'Enw', hint: 'Fel y bydd staff yn ei ddarllen yn y bar ochr' },
    fhirBase: { label: 'Cyfeiriad FHIR', hint: 'URL sylfaenol FHIR R4 y gwasanaeth' },
    clientId: { label: 'ID cleient', hint: 'Yr enw sydd gan y gwasanaeth cynlluniau ar Planside; nid yw’n gyfrinach' },
    signInOrigins: {
      label: 'Cyfeiriadau mewngofnodi eraill',
      hint: 'Dim ond os yw pobl yn mewngofnodi yn rhywle heblaw’r cyfeiriad FHIR. Un ar bob llinell',
    },
    redirectAddress:
      'Rhaid i’r gwasanaeth cynlluniau wybod y cyfeiriad ailgyfeirio hwn ar gyfer Planside yn y porwr hwn:',
    save: 'Cadw’r gwasanaeth cynlluniau',
  },

  systems: {
    heading: 'Systemau clinigol',
    none: 'Dim un eto. Nid yw Planside yn gwneud dim ar unrhyw dudalen nes bod un wedi’i hychwanegu a’i chaniatáu.',
    noneManaged: 'Dim un. Nid yw Planside yn gwneud dim ar unrhyw dudalen.',
    add: 'Ychwanegu system glinigol',
    name: { label: 'Enw', hint: 'Yr enw sydd gan staff ar y system hon' },
    origins: {
      label: 'Cyfeiriadau gwe',
      hint: 'O ble daw tudalennau’r system, un ar bob llinell, gan gynnwys fframiau. Mae Planside yn gweithio ar y cyfan o bob cyfeiriad, beth bynnag sy’n dilyn enw’r gwesteiwr',
    },
    adapter: {
      label: 'Addasydd',
      hint: 'Gadewch yn wag ar gyfer y darlleniad safonol. Fel arall, gludwch yr addasydd ar gyfer y system hon, neu llwythwch ei ffeil JSON',
    },
    load: 'Llwytho ffeil addasydd',
    save: 'Cadw’r system',
    cancel: 'Canslo',
    allow: 'Caniatáu',
    change: 'Newid',
    teach: 'Dysgu Planside i’w darllen',
    remove: 'Tynnu',
    leave: 'Tynnu’r caniatâd yn ôl',
    removeForGood: (name) => `Tynnu ${name} a’i chaniatâd`,
    state: { enabled: 'Ymlaen', permissionNeeded: 'Angen caniatâd', off: 'I ffwrdd' },
    meaning: {
      enabled: 'Mae Planside yn gweithio ar y system hon. Nid oes angen ail-lwytho tudalennau sydd eisoes ar agor.',
      off: 'Nid yw Planside yn gwneud dim ar y system hon nes i chi bwyso Caniatáu.',
      noPlanService: 'Caiff Planside ddarllen y system hon, ond nid oes ganddo wasanaeth cynlluniau i’w holi.',
      missing: (addresses) => `Ni chaiff Planside gyrraedd ${addresses} eto.`,
    },
    allowed: '(wedi’i ganiatáu)',
    notAllowed: '(heb ei ganiatáu eto)',
    withAdapter: (id) => `Addasydd: ${id}`,
    standardReading: 'Darlleniad safonol',
    overruled: {
      pack: 'Pecyn addasyddion eich sefydliad sy’n dweud sut y darllenir y system hon. Ni ddefnyddir yr hyn a osodir neu a ddysgir yma.',
      switchedOff: {
        state: 'Wedi’i diffodd',
        means:
          'Mae eich sefydliad wedi diffodd darllen y system hon. Beth bynnag a osodir neu a ddysgir yma, ni ddangosir cynllun.',
      },
    },
  },

  choices: {
    heading: 'Ar y cyfrifiadur hwn',
    lockAfterMinutes: {
      label: 'Cloi ar ôl',
      hint: 'Munudau heb i neb gyffwrdd â’r cyfrifiadur, o 1 i 30. 10 os gadewch ef yn wag',
    },
    offlineCopies: {
      label: 'Cadw copïau ar gyfer pan na ellir cyrraedd y gwasanaeth cynlluniau',
      hint: 'Wedi’u hamgryptio, am un sifft ar y mwyaf, ac yn mynd pan fyddwch yn allgofnodi neu pan fydd Planside yn cloi',
    },
    language: {
      label: 'Iaith',
      hint: 'Geiriau Planside ei hun. Mae’r hyn a ddywed cynllun yn aros fel yr ysgrifennodd ei awdur ef',
      asBrowser: 'Fel y porwr',
      en: 'English',
      cy: 'Cymraeg',
    },
    on: 'Ie',
    off: 'Na',
    save: 'Cadw’r dewisiadau hyn',
  },

  file: {
    heading: 'Ffeil gosodiadau',
    hint: 'Ar gyfer gosod cyfrifiaduron eraill. Mae’r ffeil yn dal yr hyn a osodwyd ar y dudalen hon; dim claf, dim cyfrinair, dim caniatâd. Mae mewnforio yn disodli’r hyn a osodwyd yma, ac yna rhaid caniatáu pob system eto ar y cyfrifiadur hwnnw.',
    export: 'Allforio gosodiadau',
    import: 'Mewnforio gosodiadau',
  },
};
