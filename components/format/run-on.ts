/**
 * Lines of an author as one line, none of them changed: a semicolon stands between two unless the first ends with a
 * sign of its own.
 */
export function runOn(lines: readonly string[]): string {
  return lines
    .map((line, at) => {
      if (at === lines.length - 1) return line;
      return /[.;:!?]$/.test(line) ? `${line} ` : `${line}; `;
    })
    .join('');
}
