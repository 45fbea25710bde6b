import type { WelcomeWords } from '../en/welcome.ts';

export const WELCOME: WelcomeWords = {
  title: 'Sut mae Planside yn gweithio',
  intro: 'Mae Planside yn dangos cynllun gofal brys person wrth ymyl ei gofnod.',
  managed: 'Wedi’i osod gan eich sefydliad.',

  reads: {
    heading: 'Beth mae’n ei ddarllen',
    says: 'Dim ond tudalennau’r systemau a restrir yma, ac yno dim ond pwy sydd ar agor: rhif GIG, enw a dyddiad geni.',
    none: 'Nid oes system wedi’i rhestru eto, felly nid yw Planside yn darllen dim.',
    selected:
      'Dim ond pan fyddwch yn dewis “Canfod cynllun y person hwn” o’r ddewislen y darllenir yr hyn rydych wedi’i ddewis ar dudalen.',
    state: { enabled: 'ymlaen', permissionNeeded: 'heb ei gwblhau', off: 'i ffwrdd' },
  },
  asks: {
    heading: 'Pwy mae’n ei holi',
    service: (name) => `Mae’n anfon y rhif GIG i ${name}, ac i neb arall.`,
    none: 'Nid oes gwasanaeth cynlluniau wedi’i osod eto, felly nid oes dim yn cael ei anfon at neb.',
    recorded:
      'Bob tro y byddwch yn edrych ar gynllun, dywedir wrth y gwasanaeth cynlluniau eich bod wedi gwneud hynny.',
  },
  never: {
    heading: 'Beth nad yw byth yn ei wneud',
    writes: 'Nid yw’n ysgrifennu dim yn y cofnod, na dim yn y cynllun.',
    guesses: 'Nid yw’n dyfalu pwy sydd ar agor. Os nad yw’n sicr, nid yw’n dangos cynllun.',
    keeps: 'Nid yw’n cadw unrhyw gynllun ar y cyfrifiadur hwn.',
    copies:
      'Mae’n cadw copïau o gynlluniau am un sifft ar y mwyaf, wedi’u hamgryptio, am fod hynny wedi’i droi ymlaen yn ei osodiadau.',
  },
  start: {
    heading: 'Sut i ddechrau',
    switchOn:
      'Trowch ef ymlaen ar gyfer eich system gofnodion: agorwch y gosodiadau, ychwanegwch ei chyfeiriad gwe, a phwyswch Caniatáu.',
    allow:
      'Mae eich sefydliad wedi rhestru’r systemau. Os yw un i ffwrdd, agorwch y gosodiadau a phwyswch Caniatáu wrth ei hymyl.',
    open: 'Agorwch glaf yn y system honno. Mae Planside yn ymddangos wrth ymyl y cofnod.',
    signIn: (service) => `Pwyswch Mewngofnodi. Mae ffenestr ${service} yn agor; wedyn rydych yn ôl wrth y claf.`,
    theService: 'y gwasanaeth cynlluniau',
    pin: {
      chromium: 'Cadwch ei fotwm yn y golwg: pwyswch y darn jig-so ar frig y porwr, yna’r pin wrth ymyl Planside.',
      firefox:
        'Cadwch ei fotwm yn y golwg: pwyswch y darn jig-so ar frig y porwr, yna’r cog wrth ymyl Planside, yna Pinio i’r Bar Offer.',
    },
    toOptions: 'Agor y gosodiadau',
  },
  help: {
    heading: 'Os oes rhywbeth o’i le',
    says: 'Gall y ddesg gymorth weld o fan hyn beth sydd ar goll:',
    toHealth: 'Gwiriad iechyd',
  },
};
