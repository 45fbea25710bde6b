/**
 * Whoever stood with the keyboard in the frame of the patient before has been put into this one, while nothing stood in it
 * yet (`utils/page/patient-frames.ts`): they go on at the panel, or at the tab to which it is folded. Nobody else's focus
 * moves.
 */
export function goOnHere(document: Document): void {
  if (!document.hasFocus() || document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('[data-command="unfold"], article:not([data-folded])')?.focus();
}
