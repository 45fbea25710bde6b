import type { JSX } from 'preact';

/** A button that reads one JSON file from this computer and hands its text on; nothing of it leaves the page. */
export function TextFile(props: { id: string; label: string; onText: (text: string) => void }): JSX.Element {
  async function read(input: HTMLInputElement): Promise<void> {
    const text = await input.files?.[0]?.text();
    // The same file can be chosen again after it was corrected.
    input.value = '';
    if (text !== undefined) props.onText(text);
  }
  return (
    <p class="file">
      <input
        type="file"
        class="unseen"
        id={props.id}
        accept=".json,application/json"
        onChange={(event) => void read(event.currentTarget)}
      />
      <label class="button" for={props.id}>
        {props.label}
      </label>
    </p>
  );
}
