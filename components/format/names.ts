type NamedPerson = { readonly familyName: string | null; readonly givenNames: string; readonly title?: string };

/**
 * `REED, Margaret (Mrs)`, as the NHS CUI banner writes it; what is missing is left out. `null` where no name is known
 * at all. Display only.
 */
export function bannerName({ familyName, givenNames, title }: NamedPerson): string | null {
  const name = [familyName?.toUpperCase(), givenNames].filter(Boolean).join(', ');
  if (!name) return null;
  return title ? `${name} (${title})` : name;
}
