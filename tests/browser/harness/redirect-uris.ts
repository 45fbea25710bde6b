import { createHash } from 'node:crypto';

/** The Firefox identity of the extension, as its manifest states it. */
export const geckoId = 'planside@example.org';

/**
 * The public key (DER, base64) that pins the Chromium identity of test and sandbox builds, so that their redirect URI
 * is known beforehand. Its private half was thrown away at birth: it can sign nothing. Store builds carry no key.
 */
export const chromiumKey = [
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwgBylt3sYA4JeGleaoFdSRGzNSMJGSf53txTNcLCYAXkmRKXTRdzDM1h',
  'UzU5hJs9EZ9Uce+UBNHoPO5ZK1KzeMQxeXfAM6g4ci8SJz9YIGhQ+pB5qJRSmHdcWZq/Y5TrNZI+DZ6bxxFJDO6+GaObdLP4MC+u',
  'tUgyBAO9UnMsnGEWoZN/LvHcm1UctOw5lVE7RBnS4r/oKdcYWEylU7Sq0oRK+jB/xWly/qhm5jGAQoZVApwsCg51gczMcBZEj33V',
  'P2ap4s27CQsf6LHcHATrMvgCfJJUwVm7+VPwh6hzXfQ2dlcenrVA3vD+2o3k6iC2ZZWjNElNNZcHP/fRpjI3EwIDAQAB',
].join('');

/**
 * The Chromium extension id that a manifest `key` gives: the first half of the key's SHA-256, its hex digits written as
 * the letters a to p (https://developer.chrome.com/docs/extensions/reference/manifest/key).
 */
export function chromiumIdOf(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** The Chromium id of test and sandbox builds. */
export const chromiumId: string = chromiumIdOf(chromiumKey);

/**
 * What `identity.getRedirectURL()` answers in each browser: Chromium's from the extension id, Firefox's from the SHA-1 of
 * the gecko id (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity).
 */
export const redirectUris: string[] = [
  `https://${chromiumId}.chromiumapp.org/`,
  `https://${createHash('sha1').update(geckoId).digest('hex')}.extensions.allizom.org/`,
];
