/** 3 3 4 with single spaces (NHS CUI); anything that is not 10 digits stays as it came. Display only. */
export function spacedNhsNumber(nhsNumber: string): string {
  return nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}
