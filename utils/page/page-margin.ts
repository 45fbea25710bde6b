import type { Place } from './place.ts';

export type PageMargin = {
  /** Pushes the page aside by so many CSS pixels; 0: not at all. */
  readonly push: (side: Place['side'], width: number) => void;
  readonly takeBack: () => void;
};

/** A page without styles on its root has no attribute for them either. */
export function dropEmptyStyle(root: HTMLElement): void {
  if (root.getAttribute('style') === '') root.removeAttribute('style');
}

/** Makes a change of ours to the style of the root, and tells whoever watches the page that it is ours. */
export type OwnChange = (change: () => void) => void;

/** The one thing that changes in the page itself (S12): a margin on its root, taken back as it was. */
export function pageMargin(root: HTMLElement, ownChange: OwnChange): PageMargin {
  const { style } = root;
  let before: { readonly property: string; readonly value: string; readonly priority: string } | null = null;

  function takeBack(): void {
    if (!before) return;
    const { property, value, priority } = before;
    before = null;
    ownChange(() => {
      if (value) style.setProperty(property, value, priority);
      else style.removeProperty(property);
      dropEmptyStyle(root);
    });
  }

  return {
    push(side, width) {
      const [property, wanted] = [`margin-${side}`, `${width}px`];
      // Nothing is written twice: each time the page would be told of a change.
      if (before?.property === property && style.getPropertyValue(property) === wanted) return;
      takeBack();
      if (width === 0) return;
      before = { property, value: style.getPropertyValue(property), priority: style.getPropertyPriority(property) };
      ownChange(() => style.setProperty(property, wanted, 'important'));
    },
    takeBack,
  };
}
