import type { BuiltFile } from './built-files.ts';

/**
 * What runs in clinical pages: `page.js` in every frame, `reader.js` where there is something to read, `teach-page.js`
 * while somebody teaches, `guard.js` beside which the sidebar stands.
 */
export const MOST_BYTES = {
  'page.js': 18_700,
  'reader.js': 53_000,
  'teach-page.js': 14_300,
  'guard.js': 7_000,
} as const;

/** Addresses that name something and are never asked: identifiers and name spaces, and one example in a sentence. */
const IDENTIFIERS = [
  'http://dicom.nema.org/resources/ontology/DCM',
  'http://hl7.org/fhir/StructureDefinition/composition-clinicaldocument-versionNumber',
  'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-document-revoke-status',
  'http://hl7.org/fhir/us/pacio-adi/StructureDefinition/adi-expiration-date-extension',
  'http://loinc.org',
  'http://snomed.info/sct',
  'http://terminology.hl7.org/CodeSystem/audit-entity-type',
  'http://terminology.hl7.org/CodeSystem/consentcategorycodes',
  'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle',
  'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSCommunication',
  'https://fhir.nhs.uk/CodeSystem/SCR-AlertReason',
  'https://fhir.nhs.uk/CodeSystem/SCR-AlertType',
  'https://fhir.nhs.uk/Id/nhs-number',
  'https://fhir.nhs.uk/Id/ods-organization-code',
  'https://fhircast.hl7.org/events/syncerror/eventid',
  'https://fhircast.hl7.org/events/syncerror/eventname',
  'https://fhircast.hl7.org/events/syncerror/subscriber',
  'https://plans.example.org/fhir',
  'https://*/*',
];

const ADDRESS = /\b(?:https?|wss?|ftp):\/\/[\w*[][^\s"'`\\)<>,;]*/g;
const LOOPBACK = /127\.0\.0\.1|\blocalhost\b|\[::1\]|(?<![\w:])::1\b/;
const CODE_FROM_TEXT = /\beval\s*\(|\bnew Function\b|\bFunction\s*\(/;
const SANDBOX = /planside-sandbox|plansideHook|gp-record|out-of-hours\.|care-home\.|Nightline|Hearthside|Meadow/;
/** What only zod, Preact and the polyfill leave in a bundle. */
const TOO_BIG_FOR_PAGES = /_zod\b|__html\b|The message port closed before/;

/** Everything that must not be in a build that is shipped, as `file: what`. */
export function buildFaults(files: readonly BuiltFile[]): string[] {
  // Licences name addresses, and nothing in a package reads them.
  const everywhere = files
    .filter(({ name }) => name !== 'licences.txt')
    .flatMap(({ name, text }) => [
      ...foreignAddresses(text).map((address) => `${name}: ${address}`),
      ...[LOOPBACK, CODE_FROM_TEXT, SANDBOX].flatMap((pattern) => {
        const found = pattern.exec(text)?.[0];
        return found ? [`${name}: ${found}`] : [];
      }),
    ]);
  const strays = files.map(({ name }) => name).filter((name) => name.startsWith('content-scripts/'));
  return [...everywhere, ...strays.map((name) => `${name}: a content script of the manifest`), ...pageFaults(files)];
}

function foreignAddresses(text: string): string[] {
  const addresses = [...text.matchAll(ADDRESS)].map(([address]) => address.replace(/\.$/, ''));
  // `system|code` names a code of the system.
  return addresses.filter((address) => !IDENTIFIERS.includes(address.replace(/\|[\w-]+$/, '')));
}

function pageFaults(files: readonly BuiltFile[]): string[] {
  return Object.entries(MOST_BYTES).flatMap(([name, most]) => {
    const script = files.find((file) => file.name === name);
    if (!script) return [`${name}: missing`];
    const library = TOO_BIG_FOR_PAGES.exec(script.text)?.[0];
    return [
      ...(script.bytes < most ? [] : [`${name}: ${script.bytes} bytes`]),
      ...(library ? [`${name}: ${library}`] : []),
    ];
  });
}
