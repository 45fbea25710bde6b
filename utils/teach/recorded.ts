/**
 * One frame of a page as it stood at one moment: its structure, its texts, and what a person could see of them. Kept in
 * memory for as long as somebody teaches, and never written anywhere (S8).
 */
export type RecordedFrame = {
  readonly path: string;
  readonly isTop: boolean;
  /** Which frame of which frame it is, from the top one down; `null`: it stands in no place of its page. */
  readonly place: readonly number[] | null;
  readonly root: RecordedElement;
};

export type RecordedText = { readonly text: string; readonly seen: boolean };

export type RecordedElement = {
  /** The same for one element in every recording of its document. */
  readonly id: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly seen: boolean;
  /** Something stands in front of the text right in it. */
  readonly covered?: true | undefined;
  /** Left out: `inline`. */
  readonly display?: string | undefined;
  /** Stands out by its size or weight. */
  readonly weight?: string | undefined;
  readonly size?: string | undefined;
  /** All of it is something to press. */
  readonly pressed?: true | undefined;
  /** It holds this one of the frames of its own frame. */
  readonly holdsFrame?: number | undefined;
  /** What a field holds. */
  readonly value?: string | undefined;
  readonly children: readonly RecordedNode[];
  /** What its open shadow root holds. */
  readonly shadow?: readonly RecordedNode[] | undefined;
};

export type RecordedNode = RecordedText | RecordedElement;

export function isRecordedText(node: RecordedNode): node is RecordedText {
  return 'text' in node;
}
