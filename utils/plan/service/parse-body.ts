import type { CouldNotCheckCause } from '../plan-lookup.ts';
import { jsonShape } from './json-text.ts';
import type { BodyText } from './read-body.ts';

/** A body understood as JSON, or why it is not. */
export type ParsedBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly cause: CouldNotCheckCause; readonly code: string };

/**
 * Judges the body of an answer with status 200. What is JSON is taken whatever it calls itself, since servers and the
 * boxes between mislabel it; what is not is told apart: a web page, an answer cut short, anything else.
 *
 * @param contentType the header
 * @param deepest levels of nesting that are let through to whoever takes the value apart
 */
export function parseBody(body: BodyText, contentType: string | null, deepest: number): ParsedBody {
  if (body.kind === 'tooLarge') return refused('tooLarge', 'PLN-TOO-LARGE');
  if (body.kind === 'otherCharset') return refused('unexpectedAnswer', 'PLN-CHARSET');
  if (body.kind === 'brokenOff') return refused('cutShort', 'PLN-BROKEN-OFF');
  const text = body.text.trim();
  if (text === '') return refused('unexpectedAnswer', 'PLN-EMPTY');
  const { depth, open } = jsonShape(text);
  if (text.startsWith('<')) return refused('notFhir', 'PLN-HTML');
  if (/^[[{]/.test(text) && open) return refused('cutShort', 'PLN-CUT-SHORT');
  if (depth > deepest) return refused('unexpectedAnswer', 'PLN-TOO-DEEP');
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refused('notFhir', /\bhtml\b/i.test(contentType ?? '') ? 'PLN-HTML' : 'PLN-NOT-FHIR');
  }
}

function refused(cause: CouldNotCheckCause, code: string): ParsedBody {
  return { ok: false, cause, code };
}
