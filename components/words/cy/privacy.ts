import type { PrivacyWords } from '../en/privacy.ts';

export const PRIVACY: PrivacyWords = {
  title: 'Hysbysiad preifatrwydd',
  intro: 'Beth mae Planside yn ei wneud â gwybodaeth am gleifion, ac amdanoch chi.',
  parts: [
    {
      id: 'who',
      heading: 'Pwy sy’n atebol amdano',
      says: [
        'Y sefydliad sy’n rhoi Planside i chi sy’n penderfynu at beth y’i defnyddir, ac ef yw rheolydd yr hyn y mae’n ei drin. Mae ei swyddog diogelu data yn ateb cwestiynau am yr hysbysiad hwn ac am hawliau unrhyw un.',
        'Pwy bynnag sy’n rhedeg y gwasanaeth cynlluniau sy’n atebol am yr hyn a gedwir yno, ac mae ganddo ei hysbysiad ei hun.',
        'Nid yw’r rhai sy’n gwneud Planside yn cael dim. Nid oes ynddo hysbysebion na thelemetreg, ac nid yw’n adrodd dim ohono’i hun wrth neb am ei ddefnydd na’i ddiffygion.',
      ],
    },
    {
      id: 'reads',
      heading: 'Beth mae’n ei ddarllen',
      says: [
        'Tudalennau’r systemau clinigol sydd ymlaen, ac o’r rhain dim ond pwy sydd ar agor: rhif GIG, enw a dyddiad geni. Mae’n edrych drwy destun tudalen i’w canfod, ac nid yw’n cymryd dim arall ohono.',
        'Ar bob tudalen arall dim, heblaw testun rydych wedi’i ddewis ac y byddwch yn dewis “Canfod cynllun y person hwn” ar ei gyfer. Dim ond rhif GIG dilys ynddo a ddefnyddir. Os pwyswch fotwm Planside yno, dywedir wrtho pa wefan yw hi.',
        'Y rhif GIG a’r dyddiad geni y byddwch yn eu teipio i ganfod person.',
        'Y cynllun y mae’r gwasanaeth cynlluniau yn ei anfon, a’ch enw a’ch rolau, y mae’n eu hanfon pan fyddwch yn mewngofnodi.',
        'A oes rhywun yn defnyddio’r cyfrifiadur hwn ac a yw wedi’i gloi, fel y gall Planside ei gloi ei hun.',
        'Lle mae eich sefydliad yn enwi hwb sy’n dweud wrth raglenni pwy sydd ar agor (FHIRcast): yr hyn y mae’r hwb yn ei ddweud.',
        'Tra bod rhywun yn dysgu Planside i ddarllen system: yr hyn y mae tudalennau’r system honno yn ei ddangos. Mae yn y cof yn unig, nes i’r ffenestr ar gyfer hynny gael ei chau, ac nid yw’n mynd i unman.',
      ],
    },
    {
      id: 'sends',
      heading: 'I ble mae’n mynd',
      says: [
        'Mae’r rhif GIG yn mynd i’r gwasanaeth cynlluniau sydd wedi’i osod, dros gysylltiad wedi’i amgryptio, ac at neb arall. Mae’r enw a’r dyddiad geni ar y dudalen yn cael eu cymharu â’r cynllun ar y cyfrifiadur hwn, ac nid ydynt yn cael eu hanfon.',
        'Pan fyddwch yn edrych ar gynllun neu restr o breswylwyr, yn copïo neu’n argraffu ohono, yn cadarnhau dyddiad geni neu’n rhoi rheswm, dywedir wrth y gwasanaeth cynlluniau pwy wnaeth beth a phryd, ym mha rôl a sefydliad, ac ynghylch pwy.',
        'Lle mae eich sefydliad yn cyhoeddi rheolau ar gyfer darllen ei systemau, mae Planside yn eu nôl. Nid oes dim amdanoch chi nac am glaf yn mynd gyda hynny.',
        'Mae hwb, lle mae eich sefydliad yn enwi un, yn clywed bod Planside yn gwrando a’ch bod wedi mewngofnodi. Nid oes dim am glaf yn mynd ato.',
        'Yn Chrome ac Edge mae’r porwr ei hun yn cofio’r hyn a deipir yn y bar cyfeiriad, ar ôl y gair “plan” hefyd. I ganfod person, defnyddiwch dudalen Planside ei hun os nad ydych eisiau hynny.',
      ],
    },
    {
      id: 'keeps',
      heading: 'Beth sy’n aros ar y cyfrifiadur hwn',
      says: [
        'Yn y cof yn unig: pwy sydd wedi mewngofnodi, a’r cynllun ar y sgrin. Mae’r ddau wedi mynd pan fyddwch yn allgofnodi, pan fydd Planside yn cloi a phan gaeir y porwr.',
        'Nes bod y gwasanaeth cynlluniau wedi’u derbyn: cofnodion o’r hyn a wnaethoch, fel uchod, wedi’u selio fel mai dim ond y gwasanaeth cynlluniau all eu hagor.',
        'Olion bysedd cynlluniau y buoch yn edrych arnynt, fel y gellir marcio newidiadau ers hynny. Ni ellir darllen na pherson na chynllun ohonynt. Fe’u hanghofir ar ôl hanner blwyddyn heb edrych.',
        'Gosodiadau, rhai eich sefydliad hefyd, y rheolau ar gyfer darllen systemau, rhif ar hap sy’n gwahaniaethu’r gosodiad hwn oddi wrth rai eraill, a ble mae’r bar ochr yn sefyll ym mhob system.',
        'Dim ond lle mae eich gosodiadau’n caniatáu hynny: copïau o gynlluniau am 12 awr ar y mwyaf, wedi’u hamgryptio, ar gyfer adegau pan na ellir holi’r gwasanaeth cynlluniau. Mae eu hallwedd yn y cof yn unig, ac wedi mynd pan fyddwch yn allgofnodi, pan fydd Planside yn cloi a phan gaeir y porwr.',
      ],
    },
    {
      id: 'takes',
      heading: 'Beth rydych chi’n ei gymryd ohono',
      says: [
        'Mae’r hyn rydych yn ei gopïo ar glipfwrdd y cyfrifiadur hwn, mae’r hyn rydych yn ei argraffu ar bapur, ac mae ffeil rydych yn ei chadw lle rydych chi wedi’i rhoi. Mae’r rhain i gyd y tu hwnt i’w gyrraedd.',
      ],
    },
  ],
};
