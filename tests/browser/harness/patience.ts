/**
 * How long something is waited for that comes by itself, in milliseconds: on a quiet machine it comes at once, on one that
 * is busy with other things it may take many times as long, and that is no fault of what is tested.
 */
export const PATIENCE = 30_000;
