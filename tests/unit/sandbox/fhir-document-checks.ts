/** Every string under this key anywhere in a FHIR value. */
export function fhirStrings(value: unknown, key: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fhirStrings(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : fhirStrings(inner, key),
  );
}

/** Tags balanced, and no bare `<` or `&` between them: enough to tell escaped text from markup. */
export function isWellFormed(xhtml: string): boolean {
  const open: string[] = [];
  const rest = xhtml.replace(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)>/g, (_, closing: string, name: string) => {
    if (closing === '') open.push(name);
    else if (open.pop() !== name) open.push('mismatch');
    return '';
  });
  return open.length === 0 && !/<|>|&(?!(amp|lt|gt|quot);)/.test(rest);
}
