import type { Narrative } from 'fhir/r4';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** FHIR narrative from plain paragraphs: one `p` for one, a list for several. Markup in the text stays text. */
export function narrative(paragraphs: readonly string[]): Narrative {
  const texts = paragraphs.map(escaped);
  const content =
    texts.length === 1 ? `<p>${texts[0]}</p>` : `<ul>${texts.map((text) => `<li>${text}</li>`).join('')}</ul>`;
  return { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${content}</div>` };
}
