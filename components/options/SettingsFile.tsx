import type { JSX } from 'preact';
import { Wrong } from './Field.tsx';
import { TextFile } from './TextFile.tsx';

export type SettingsFileProps = {
  /** What is wrong with the file that was chosen last. */
  readonly wrong: string | null;
  readonly onExport: () => void;
  readonly onImport: (text: string) => void;
};

/** Takes all settings from one computer to the next. */
export function SettingsFile({ wrong, onExport, onImport }: SettingsFileProps): JSX.Element {
  return (
    <section class="part" aria-labelledby="file-heading" aria-describedby={wrong ? 'file-wrong' : undefined}>
      <h2 id="file-heading">Settings file</h2>
      <div>
        <p class="hint">
          For setting up further computers. The file holds what is on this page; no patient, no password, no permission.
          Importing replaces everything above, and each system must then be allowed again on that computer.
        </p>
        <div role="alert">{wrong ? <Wrong id="file-wrong">{wrong}</Wrong> : null}</div>
      </div>
      <div class="buttons">
        <button type="button" class="button" data-action="export" onClick={onExport}>
          Export settings
        </button>
        <TextFile id="import" label="Import settings" onText={onImport} />
      </div>
    </section>
  );
}
