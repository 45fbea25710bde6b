/** An A4 page without its margins is 273 mm high; a little less, since printers and screens break lines differently. */
const PAGE_HEIGHT_PX = 1_000;
/** As large as there is room for everything; smaller than 9 points only so that what must stand there does. */
const FOR_ALL_PX = [14, 13, 12];
const FOR_THE_FIRST_PX = [12, 11, 10];

type FitOptions = {
  /** What does not stand on the sheet at all. */
  readonly besides: readonly string[];
  /** Says what is not on the page. */
  readonly says: (titles: string) => string;
};

/**
 * Fills one page: whatever stands above and below the sections always stays, in the largest text that has room; of the
 * sections each that still fits, whole. The others are named, so that nothing is missing in silence. What has no room
 * on one page even so goes on to the next (`data-goes-on`): nothing of it is ever cut.
 */
export function fitSheet(sheet: HTMLElement, { besides, says }: FitOptions): void {
  const sections = [...sheet.querySelectorAll<HTMLElement>('.two > .section')];
  const fits = () => sheet.scrollHeight <= PAGE_HEIGHT_PX;
  const name = (out: readonly HTMLElement[]) => {
    const line = sheet.querySelector('[data-part="not-on-page"]');
    const titles = [...besides, ...out.map((section) => section.querySelector('h2, h3')?.textContent ?? '')];
    if (line) line.textContent = titles.length > 0 ? says(titles.join('; ')) : '';
  };

  const fitsAt = (size: number) => {
    sheet.style.setProperty('--sheet-text', `${size}px`);
    return fits();
  };

  sheet.removeAttribute('data-goes-on');
  name([]);
  if (FOR_ALL_PX.some(fitsAt)) return;
  for (const section of sections) section.hidden = true;
  name(sections);
  FOR_THE_FIRST_PX.some(fitsAt);
  const out = sections.filter((section) => {
    section.hidden = false;
    section.hidden = !fits();
    return section.hidden;
  });
  name(out);
  sheet.toggleAttribute('data-goes-on', !fits());
}
