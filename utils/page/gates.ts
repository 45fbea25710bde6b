import { oneLine } from '../patient/one-line.ts';
import { attributeOf, closest, drawnParentOf, findAll, isElement, matches, nameOf, textContentOf } from './dom.ts';
import type { Sight } from './sight.ts';

const ONE = '(?:patient|person|child|resident|client|service user|participant)';
const DONE = '(?:removed|deleted|registered|added|checked in|merged|transferred|discharged)';
const RECORD = `(?:${ONE}|record|chart|notes|case|profile|file)`;

/** Titles of pages on which people are looked for, and of lists. */
const RESULTS = new RegExp(
  String.raw`\b(?:search results?|results? (?:for|found)|(?:${ONE}s?|people|records?|matches|children|results?) found|\d+ (?:search )?(?:results?|match(?:es)?|${ONE}s?|people|records?|children)\b|showing \d+|(?:find|search for|look up|select|choose|pick) (?:an? |the |this |another )?${ONE}|(?:${ONE}|people|children) (?:search|finder|picker|list|lookup|look-up|selection)|(?:possible|potential|(?:un)?match(?:ing|ed)) (?:patients?|records?|people|matches|specimens?)|recent(?:ly viewed)? patients|recently viewed|work ?list|caseload|waiting list|appointment (?:book|list)|clinic list|inbox|(?:new|(?:register(?:ing)?|add(?:ing)?|creat(?:e|ing))(?: (?:an?|the|this))?) (?:new )?${ONE}|audit (?:log|trail)|access log|arrivals?(?: log)?|tracking board|ward ?board|whiteboard)\b|^(?:advanced |quick )?search$|^results$|^(?:new )?(?:patient )?registration(?: form)?$|^\d+ found`,
  'i',
);
/** Titles and questions of a step before a record opens, and what is said when it is closed. */
const CONFIRMS = new RegExp(
  String.raw`\b(?:is this the (?:right|correct)|is this (?:your|the) ${ONE}|(?:right|correct) (?:${ONE}|record)(?=\?)|(?:confirm|verify|check)(?: that)?(?: this is)?(?: the| this| your)? (?:${ONE}|identity)(?:['’]?s?)?|(?:confirm|verify|check) (?:the |their |these )?(?:details|identity|information)|check (?:the|your|their|his|her) answers|duplicates?|merg(?:e|es|ing)|patient (?:match|matched|confirmation|verification)|before (?:you )?(?:open|continue|access|view|proceed)|about to (?:open|access|view)|(?:select|choose|pick) (?:a|your) ${ONE}|(?:${ONE}|record)(?: \w+){0,2} (?:has|have) been (?:\w+ )?${DONE}|you (?:have|['’]ve) (?:\w+ )?${DONE} (?:the |a |this )?(?:${ONE}|record))\b|^(?:please )?(?:check and )?confirm\b`,
  'i',
);
/** Buttons that open a record or take a person: so none is open yet. */
const TAKES = new RegExp(
  String.raw`^(?:yes\b.*|(?:open|select|choose|use|load|view|go to|start)(?: the| this| patient['’]?s?| full)* ?${RECORD}\b.*|(?:confirm|accept|verify)\b.*(?:continue|details|patient|identity|person|open).*|confirm|select|choose|(?:continue|proceed|go) to (?:the |this |their |patient )?${RECORD}\b.*|check (?:this |the )?${ONE} in|(?:register|merge)\b(?: \w+){0,3} (?:patient|person|record)s?\b.*|continue with (?:this )?${ONE}.*|this is (?:the|my).*)$`,
  'i',
);
const FULLER = /^view\b/i;
/** Without word boundaries: the text of a page runs its paragraphs together. */
const LOCKED =
  /(?:session (?:has )?(?:expired|timed out|ended|locked)|(?:signed|logged) out|(?:sign|log) (?:back )?in (?:again|to continue)|(?:screen|workstation|session|computer) (?:is )?locked|unlock (?:the )?(?:screen|session)|timed out (?:due|because)|re-?enter your password)/i;
/** Headings of a page that refuses a record, or gives it only for a reason. */
const WITHHELD = new RegExp(
  String.raw`\b(?:(?:no|need|without) (?:the )?(?:permission|authority)|(?:not|\w+n['’]t) have (?:the )?(?:permission|authority|access)|not (?:authori[sz]ed|permitted|allowed) to (?:view|access|open|see)|access (?:denied|refused|restricted)|break[- ](?:the[- ])?glass|(?:reason|why)\b.{0,40}\b(?:access|open|view)(?:ing)?\b.{0,20}\b${RECORD}|legitimate relationship)\b`,
  'i',
);
const HEADINGS = 'h1, h2, h3, h4, legend, [role="heading"]';
const MOST_HEADINGS = 60;
const DIALOG =
  'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"], [class~="modal" i], [class~="cdk-overlay-pane"], mat-dialog-container, :not(body, html):is([class*="dialog" i], [class*="-modal" i], [class*="modal-content" i], [class*="modal__" i])';
const BANNER =
  'header, [role="banner"], [class*="banner" i], [id*="banner" i], [class*="patient-header" i], [class*="patient-bar" i], [class*="status-bar" i], [class*="context-bar" i], [aria-label*="banner" i]';
const ENTRY =
  'li, [role="listitem"], [role="option"], [role="row"], [role="gridcell"], [role="feed"] > *, [onclick], [data-href]';
const BUTTONS = 'button, [role="button"], input[type="submit"], input[type="button"], a';
const MOST_BUTTONS = 12;
const LONGEST_LOOKED_AT = 2_000;

export function isResultsTitle(title: string): boolean {
  return RESULTS.test(title);
}

export function isConfirmTitle(title: string): boolean {
  return CONFIRMS.test(title);
}

export function dialogOver(element: Element): Element | null {
  return closest(element, DIALOG);
}

/** Whether a region is the banner of a record, by what the page calls it; one entry of a list is none. */
export function isBanner(region: Element): boolean {
  const banner = closest(region, BANNER);
  return banner !== null && !isEntry(banner) && closest(banner, 'main, [role="main"]') === null;
}

/** Whether a region is one entry of a list, by what it stands in: the way to a record, not the record. */
export function isEntry(region: Element): boolean {
  return closest(region, ENTRY) !== null;
}

/** Whether all of a region is something to press, as a card in a list is. */
export function isClickable(region: Element, sight: Sight): boolean {
  return sight.styleOf(region).cursor === 'pointer';
}

/**
 * Whether what a region stands in asks to take this person, with a button or link of its own.
 *
 * @param isHeaded the page is headed by this person's name: “view full record” then leads to more of an open record
 */
export function asksToTake(region: Element, sight: Sight, isHeaded: boolean): boolean {
  const asking = closest(region, `form, ${DIALOG}`) ?? region;
  const buttons = [...findAll(asking, BUTTONS), ...besides(region)].slice(0, MOST_BUTTONS);
  const takes = (words: string) => TAKES.test(words) && !(isHeaded && FULLER.test(words));
  return buttons.some((button) => takes(wordsOf(button)) && sight.seesElement(button));
}

/** Buttons right behind a region, in the element around it. */
function besides(region: Element): Element[] {
  const parent = drawnParentOf(region);
  if (!parent || matches(parent, 'body, main, html')) return [];
  return [...parent.children]
    .filter((one) => one !== region && isElement(one))
    .flatMap((one) => (matches(one, BUTTONS) ? [one] : findAll(one, BUTTONS).slice(0, 4)));
}

function wordsOf(button: Element): string {
  const value = nameOf(button) === 'input' ? attributeOf(button, 'value') : null;
  return oneLine(value ?? textContentOf(button) ?? '').slice(0, 100);
}

/** Whether the page says that it keeps a record back: whoever it names is not open. */
export function isWithheld(document: Document, sight: Sight): boolean {
  const headings = findAll(document, HEADINGS).slice(0, MOST_HEADINGS);
  return headings.some((heading) => WITHHELD.test(wordsOf(heading)) && sight.seesElement(heading));
}

/** Whether a sign-in or a lock stands over the page: whoever was open is no longer shown to this person. */
export function isLocked(sight: Sight): boolean {
  return sight.layersInFront().some((layer) => LOCKED.test((textContentOf(layer) ?? '').slice(0, LONGEST_LOOKED_AT)));
}
