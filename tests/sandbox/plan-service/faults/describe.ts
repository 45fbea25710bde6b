import type { Fault } from '../switches.ts';

/**
 * What each fault does, for the page of switches. No switch can refuse the connection, or spoil names and certificates:
 * which step a request belongs to is only known once it is here, and loopback has neither. A sandbox that goes away
 * (`goAway`) refuses every connection.
 */
export const FAULT_WORDS: Readonly<Record<Fault['kind'], string>> = {
  slow: 'Answers later, by so many milliseconds.',
  down: 'The connection breaks off before there is an answer.',
  notHttp: 'Bytes that are no HTTP come back: the words in which TLS refuses a connection.',
  reset: 'The connection breaks off in the middle of the body.',
  drip: 'The body comes one byte a second, or one every so many milliseconds.',
  status: 'Answers with this status; 200 comes without a body.',
  wrongPatient: 'Answers about another person. FHIR only.',
  duplicate: 'A search has each of its results twice. FHIR only.',
  truncated: 'The body ends in the middle of the JSON, with an honest length.',
  html: '200 with the sign-in page of a captive portal.',
  contentType: 'The right answer, called text/plain.',
  charset: 'The right answer behind a byte order mark; scripts may ask for Latin-1 or UTF-16 too.',
  large: 'A body of 100 MB.',
  gzipBomb: 'A body of 100 MB that is small as long as it is packed.',
  deep: 'JSON of 100,000 lists in each other.',
  redirect: 'Sends the client to another origin.',
  staleEtag: '304, whatever version the client holds. FHIR only.',
  clock: 'The service’s clock is an hour ahead, or as many milliseconds as told, which may be negative.',
  otherAnswer: 'The answer mirrors the id of another request.',
  never: 'No answer for as long as the client waits.',
};
