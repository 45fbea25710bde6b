/** What stands between a line and the next: a semicolon, unless it ends with a sign of its own. */
export function between(line: string): string {
  return /[.;:!?]$/.test(line) ? ' ' : '; ';
}

/** Lines of an author as one line, none of them changed. */
export function runOn(lines: readonly string[]): string {
  return lines.map((line, at) => (at === lines.length - 1 ? line : `${line}${between(line)}`)).join('');
}
