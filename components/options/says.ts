import type { Outcome } from '../../utils/options/actions.ts';
import type { WrongFile } from '../../utils/options/settings-file.ts';
import type { PageWords } from '../words/pages.ts';

/** Places in something that was read, by the names of their keys; the whole of it is named by words. */
export function namesOf(places: readonly string[], { OPTIONS_SAY }: PageWords): string {
  return (places.length === 0 ? [''] : places).map((place) => place || OPTIONS_SAY.wrong.topLevel).join(', ');
}

/** What is wrong with a settings file. */
export function fileSays(wrong: WrongFile, words: PageWords): string {
  const { fileNotJson, file } = words.OPTIONS_SAY.wrong;
  return wrong === 'notJson' ? fileNotJson : file(namesOf(wrong.places, words));
}

/** What came of the last button: in words, and whether all of it was done. */
export function outcomeSays(outcome: Outcome, words: PageWords): { readonly says: string; readonly isDone: boolean } {
  const { OPTIONS_SAY } = words;
  const kept = 'kept' in outcome ? outcome.kept.map((pattern) => pattern.replace(/\/\*$/, '')) : [];
  const says = outcomeSentence(outcome, words);
  return kept.length > 0
    ? { says: `${says} ${OPTIONS_SAY.kept(kept.join(', '))}`, isDone: false }
    : { says, isDone: !['refused', 'impossible', 'nothingSaved'].includes(outcome.is) };
}

function outcomeSentence(outcome: Outcome, { OPTIONS_SAY }: PageWords): string {
  switch (outcome.is) {
    case 'nothingSaved':
      return OPTIONS_SAY.nothingSaved;
    case 'chosen':
      return OPTIONS_SAY.chosen;
    case 'imported':
      return OPTIONS_SAY.imported(outcome.systems);
    default:
      return OPTIONS_SAY[outcome.is](outcome.name);
  }
}
