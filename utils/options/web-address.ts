/** Only builds for the sandbox may name addresses without TLS. */
const schemes = import.meta.env.PLANSIDE_INSECURE === 'yes' ? ['https:', 'http:'] : ['https:'];

/** In: what was typed. Out: the address, or null when it is none, has no TLS or holds a wildcard. */
export function parseAddress(typed: string): URL | null {
  const address = URL.parse(typed.trim());
  return address && schemes.includes(address.protocol) && !address.hostname.includes('*') ? address : null;
}

/**
 * The match pattern of everything on one host, as permissions and the page script need it. Ports are left out: Firefox
 * knows no ports in match patterns, and without one a pattern covers them all.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function patternOf({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

/** A match pattern of one host as people write it: `https://record.example.org`. */
export function shownOrigin(pattern: string): string {
  return pattern.replace(/\/\*$/, '');
}

/** Lines or words, each once, empty ones left out. */
export function listed(typed: string): string[] {
  return [...new Set(typed.split(/[\s,]+/).filter((word) => word !== ''))];
}
