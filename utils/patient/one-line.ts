/** Text on one line: whatever stands between its words (line breaks and no-break spaces too) is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
