import type { html } from 'hono/html';

/** A piece of a page; every value put into it was escaped by `html`. */
export type Markup = ReturnType<typeof html>;

/** The content security policy of the two systems that have one. */
export const STRICT_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');
