import type { Tried } from '../asked.ts';
import type { Cause } from '../en/could-not-check.ts';
import type { Words } from '../words.ts';

const READ_OUT_CODE = 'Ffoniwch y ddesg gymorth a darllenwch y cod iddi.';

function lastTried({ at, tries }: Tried, once = `Ceisiwyd ddiwethaf am ${at}.`): string {
  return tries > 1 ? `Ceisiwyd ${tries} ${tries === 2 ? 'waith' : 'gwaith'}, y tro diwethaf am ${at}.` : once;
}

function timeless(says: (service: string) => string): Pick<Cause, 'briefly' | 'says'> {
  return { briefly: says, says: ({ service }) => says(service) };
}

const CAUSE: Words['COULD_NOT_CHECK']['cause'] = {
  offline: {
    briefly: () => 'Mae’r cyfrifiadur hwn all-lein.',
    says: ({ at }) => `Mae’r cyfrifiadur hwn all-lein ers ${at}.`,
    next: 'Gwiriwch y rhwydwaith, yna rhowch gynnig arall arni.',
  },
  serviceDown: {
    briefly: (service) => `Nid yw ${service} yn gweithio.`,
    says: (tried) => `Nid yw ${tried.service} yn gweithio. ${lastTried(tried)}`,
    next: null,
  },
  timedOut: {
    briefly: (service) => `Ni atebodd ${service} mewn pryd.`,
    says: (tried) => `Ni atebodd ${tried.service} mewn pryd. ${lastTried(tried, `Ceisiwyd unwaith, am ${tried.at}.`)}`,
    next: null,
  },
  tooMany: {
    briefly: (service) => `Mae ${service} yn rhy brysur i ateb.`,
    says: (tried) => `Mae ${tried.service} yn rhy brysur i ateb. ${lastTried(tried)}`,
    next: 'Arhoswch funud, yna rhowch gynnig arall arni.',
  },
  refusedRequest: {
    briefly: (service) => `Ni dderbyniodd ${service} y cwestiwn.`,
    says: ({ service, at }) => `Ni dderbyniodd ${service} y cwestiwn. Ceisiwyd ddiwethaf am ${at}.`,
    next: READ_OUT_CODE,
  },
  notFound: {
    briefly: (service) => `Gofynnodd Planside i ${service} mewn cyfeiriad nad yw’n bodoli.`,
    says: ({ service, at }) =>
      `Gofynnodd Planside i ${service} mewn cyfeiriad nad yw’n bodoli. Ceisiwyd ddiwethaf am ${at}.`,
    next: READ_OUT_CODE,
  },
  unexpectedAnswer: {
    briefly: (service) => `Atebodd ${service}, ond ni all Planside ddarllen yr ateb.`,
    says: ({ service, at }) => `Atebodd ${service} am ${at}, ond ni all Planside ddarllen yr ateb.`,
    next: READ_OUT_CODE,
  },
  notFhir: {
    ...timeless(
      (service) => `Ni ellid cyrraedd ${service}: atebodd rhywbeth ar y rhwydwaith â thudalen we yn lle hynny.`,
    ),
    next: 'Gwiriwch a oes angen mewngofnodi i’r rhwydwaith, yna rhowch gynnig arall arni.',
  },
  cutShort: {
    briefly: (service) => `Torrwyd ateb ${service} yn fyr.`,
    says: ({ service, at }) => `Torrwyd ateb ${service} yn fyr am ${at}.`,
    next: null,
  },
  tooLarge: {
    ...timeless(
      (service) => `Anfonodd ${service} fwy nag y gall cynllun fod, felly rhoddodd Planside y gorau i ddarllen.`,
    ),
    next: READ_OUT_CODE,
  },
  redirected: {
    ...timeless((service) => `Ceisiodd ${service} anfon Planside i gyfeiriad arall, felly stopiodd Planside.`),
    next: READ_OUT_CODE,
  },
  wrongPatient: {
    briefly: (service) => `Anfonodd ${service} gynllun ar gyfer person arall.`,
    says: ({ service }) => `Anfonodd ${service} gynllun ar gyfer person arall, felly nid yw’n cael ei ddangos.`,
    next: READ_OUT_CODE,
  },
  replacedNumber: {
    briefly: () => 'Mae rhif arall wedi cymryd lle’r rhif GIG hwn.',
    says: () => 'Mae rhif arall wedi cymryd lle’r rhif GIG hwn. Mae’r dudalen yn dal i ddangos yr hen un.',
    next: 'Gwiriwch y rhif GIG gyda’r person, yna cywirwch y cofnod ar y dudalen hon.',
  },
  severalRecords: {
    briefly: (service) => `Mae gan ${service} fwy nag un cofnod ar gyfer y rhif GIG hwn.`,
    says: ({ service }) => `Mae gan ${service} fwy nag un cofnod ar gyfer y rhif GIG hwn, felly ni ddangosir yr un.`,
    next: READ_OUT_CODE,
  },
  interrupted: {
    briefly: (service) => `Amharwyd ar y gwiriad cyn i ${service} ateb.`,
    says: ({ service, at }) => `Amharwyd ar y gwiriad am ${at}, cyn i ${service} ateb.`,
    next: null,
  },
  cancelled: {
    briefly: () => 'Rydych wedi atal y gwiriad.',
    says: ({ service, at }) => `Ataliwyd am ${at}. Ni wiriwyd a oes gan ${service} gynllun.`,
    next: null,
  },
  notAudited: {
    briefly: () => 'Ni ellid cofnodi eich bod wedi edrych.',
    says: () => 'Ni ellid cofnodi eich bod wedi edrych, felly ni ddangosir dim.',
    next: 'Rhowch gynnig arall arni. Os yw’n parhau, darllenwch y cod i’r ddesg gymorth.',
  },
};

export const COULD_NOT_CHECK: Words['COULD_NOT_CHECK'] = {
  verdict: 'Methwyd â gwirio a oes cynllun',
  mayBeAPlan: 'Gall fod cynllun. Peidiwch â darllen hyn fel “dim cynllun”.',
  cause: CAUSE,
};
