/** An end of a line that orders can be sent to. */
export type Outlet<T> = { readonly send: (order: T) => void };
