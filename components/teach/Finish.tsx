import type { JSX } from 'preact';
import type { Missing } from '../../utils/teach/teach-view.ts';
import { usePageWords } from '../words/pages.ts';

export type FinishProps = {
  /** Where nothing is saved. */
  readonly exportOnly: boolean;
  readonly missing: readonly Missing[];
  readonly onSave: () => void;
  readonly onExport: () => void;
};

/** Saves or exports what was taught, once enough was seen. */
export function Finish({ exportOnly, missing, onSave, onExport }: FinishProps): JSX.Element {
  const { TEACH } = usePageWords();
  return (
    <section class="part" aria-labelledby="finish-heading">
      <h2 id="finish-heading">{TEACH.finish.heading}</h2>
      {missing.length > 0 ? (
        <div data-part="missing">
          <p>{TEACH.finish.needed}</p>
          <ul class="teach-missing">
            {missing.map((one) => (
              <li key={one} data-missing={one}>
                {TEACH.missing[one]}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div class="buttons">
          {exportOnly ? null : (
            <button type="button" class="button" data-main data-action="save" onClick={onSave}>
              {TEACH.finish.save}
            </button>
          )}
          <button
            type="button"
            class="button"
            data-main={exportOnly || undefined}
            data-action="export"
            onClick={onExport}
          >
            {TEACH.finish.export}
          </button>
        </div>
      )}
    </section>
  );
}
