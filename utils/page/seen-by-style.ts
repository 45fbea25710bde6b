/** What computed styles say of whether something can be seen; pure, so that it can be read and tested by itself. */

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Less than this of anything cannot be read. */
export const LEAST_OPACITY = 0.1;

/** Whether an element cuts off what stands out of it. */
export function cutsOff(style: CSSStyleDeclaration): boolean {
  return /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
}

/** Tricks that leave nothing of an element: `clip: rect(0 0 0 0)`, `clip-path: inset(50%)`. */
export function cutsAll(style: CSSStyleDeclaration): boolean {
  const { clip = '', clipPath = '' } = style;
  if (/^rect\((?:[01]px,? ?){4}\)$/.test(clip) && style.position !== 'static') return true;
  const inset = /^inset\(([\d.]+)%/.exec(clipPath);
  return (inset !== null && Number(inset[1]) >= 50) || /^(?:circle|ellipse)\(0(?:px|%)?/.test(clipPath);
}

/** The opacity a filter leaves, 0 to 1. */
export function filteredOpacity(filter = ''): number {
  const found = /opacity\(([\d.]+)(%?)\)/.exec(filter);
  return found ? Number(found[1]) / (found[2] ? 100 : 1) : 1;
}

/** How opaque a colour is, 0 to 1. */
export function alphaOf(colour = ''): number {
  if (colour === '' || colour === 'transparent') return 0;
  const parts = /\((.*)\)/.exec(colour)?.[1]?.split(/[\s,/]+/) ?? [];
  return parts.length === 4 ? Number.parseFloat(parts[3] ?? '1') : 1;
}

/** Whether letters of this colour show nothing; with `style`, unless the background shines through them. */
export function isTransparent(colour: string, style?: CSSStyleDeclaration): boolean {
  if (colour === '') return false;
  const isCutOut =
    style !== undefined &&
    `${style.backgroundClip} ${style.getPropertyValue('-webkit-background-clip')}`.includes('text');
  return alphaOf(colour) < LEAST_OPACITY && !isCutOut;
}

/** Whether the page may be drawn light on dark without saying so in any colour. */
export function isDark(style: CSSStyleDeclaration): boolean {
  return (style.colorScheme ?? '').includes('dark');
}

/** The last opaque colour behind an element; `null` behind a picture. */
export function backgroundOf(style: CSSStyleDeclaration, around: string | null): string | null {
  if ((style.backgroundImage || 'none') !== 'none') return null;
  return alphaOf(style.backgroundColor) > 0.9 ? style.backgroundColor : around;
}

/** What two boxes have in common; it may be inside out, and then is nothing. */
export function overlap(one: Box | null, other: Box): Box {
  if (!one) return other;
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
