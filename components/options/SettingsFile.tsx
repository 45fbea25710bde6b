import type { JSX } from 'preact';
import type { WrongFile } from '../../utils/options/settings-file.ts';
import { usePageWords } from '../words/pages.ts';
import { Wrong } from './Field.tsx';
import { fileSays } from './says.ts';
import { TextFile } from './TextFile.tsx';

export type SettingsFileProps = {
  /** What is wrong with the file that was chosen last. */
  readonly wrong: WrongFile | null;
  readonly onExport: () => void;
  readonly onImport: (text: string) => void;
};

/** Takes all settings from one computer to the next. */
export function SettingsFile({ wrong, onExport, onImport }: SettingsFileProps): JSX.Element {
  const words = usePageWords();
  const { file } = words.OPTIONS;
  return (
    <section class="part" aria-labelledby="file-heading" aria-describedby={wrong ? 'file-wrong' : undefined}>
      <h2 id="file-heading">{file.heading}</h2>
      <div>
        <p class="hint">{file.hint}</p>
        <div role="alert">{wrong ? <Wrong id="file-wrong">{fileSays(wrong, words)}</Wrong> : null}</div>
      </div>
      <div class="buttons">
        <button type="button" class="button" data-action="export" onClick={onExport}>
          {file.export}
        </button>
        <TextFile id="import" label={file.import} onText={onImport} />
      </div>
    </section>
  );
}
