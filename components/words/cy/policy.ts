import type { PolicyWords } from '../en/policy.ts';

export const POLICY: PolicyWords = {
  awaited: 'Mae Planside yn aros am yr hyn y gall eich sefydliad fod wedi’i osod. Mae’n cymryd ychydig eiliadau.',
  broken: {
    off: 'Mae Planside i ffwrdd',
    held: 'Ni ddefnyddir gosodiadau newydd eich sefydliad',
    says: {
      'POLICY-BROKEN': 'Ni ellir deall yr hyn y mae eich sefydliad wedi’i osod ar gyfer Planside.',
      'POLICY-UNREADABLE': 'Ni ellir darllen yr hyn y mae eich sefydliad wedi’i osod ar gyfer Planside.',
    },
    places: (places) => `Edrychwch ar ${places}.`,
    untilMended:
      'Nes iddo gael ei drwsio, nid yw Planside yn darllen unrhyw dudalen nac yn gofyn am unrhyw gynllun. Cedwir yr hyn a osodwyd yma.',
    lastGood: 'Nes iddo gael ei drwsio, mae’r hyn a osododd eich sefydliad o’r blaen yn aros mewn grym.',
  },
  only: {
    heading: 'Wedi’i osod gan eich sefydliad yn unig',
    organisation: 'Sefydliad',
    roleHints: 'Rôl a ddewisir gyntaf',
    surfaces: 'Dangosir cynlluniau',
    surface: { page: 'yn y dudalen', panel: 'ym mhanel y porwr ei hun' },
    reasons: 'Gofynnir am reswm',
    reason: { whenAsked: 'pan fydd y gwasanaeth cynlluniau’n gofyn', always: 'cyn pob cynllun' },
    adapterPack: 'Daw addasyddion o',
    fhircast: 'Hyb FHIRcast',
    logOutPage: 'Agorir ar ôl allgofnodi',
    support: 'Pwy i’w ffonio',
    switchedOff: 'Systemau sydd wedi’u diffodd',
  },
};
