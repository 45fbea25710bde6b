/** Hands a text to the browser as a download. */
export function saveTextFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Late enough for a browser that asks first where to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
