import * as z from 'zod/mini';
import type { RecordedElement, RecordedFrame, RecordedNode } from './recorded.ts';

const text = z.strictObject({ text: z.string().check(z.maxLength(500)), seen: z.boolean() });

const element: z.ZodMiniType<RecordedElement> = z.strictObject({
  id: z.int(),
  name: z.string().check(z.regex(/^[a-z][\w.-]*$/i)),
  attributes: z.record(z.string(), z.string()),
  seen: z.boolean(),
  covered: z.optional(z.literal(true)),
  display: z.optional(z.string()),
  weight: z.optional(z.string()),
  size: z.optional(z.string()),
  pressed: z.optional(z.literal(true)),
  holdsFrame: z.optional(z.int()),
  value: z.optional(z.string()),
  get children() {
    return z.array(node);
  },
  get shadow() {
    return z.optional(z.array(node));
  },
});
const node: z.ZodMiniType<RecordedNode> = z.union([text, element]);

/** A recording as it comes from a page. */
export const recordedFrameSchema: z.ZodMiniType<RecordedFrame> = z.strictObject({
  path: z.string(),
  isTop: z.boolean(),
  place: z.nullable(z.array(z.int())),
  root: element,
});
