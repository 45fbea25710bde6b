/** What a sentence about the plan service is made from. */
export type Asked = { readonly service: string; readonly at: string };
/** The same, and how often it was asked. */
export type Tried = Asked & { readonly tries: number };
