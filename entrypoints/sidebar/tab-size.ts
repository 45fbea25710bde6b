/** What the folded sidebar takes, in whole CSS pixels; `null`: it is not folded. */
export function tabSize(document: Document): { readonly width: number; readonly height: number } | null {
  const box = document.querySelector('.tab')?.getBoundingClientRect();
  return box ? { width: Math.ceil(box.width), height: Math.ceil(box.height) } : null;
}
