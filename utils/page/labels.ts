import { LETTER, NUMBER, plain } from '../patient/plain.ts';

/** What a label announces. `other`: something that is neither number, name nor birth date, or not the patient's own. */
export type LabelKind =
  | 'nhsNumber'
  | 'birthDate'
  | 'name'
  | 'person'
  | 'familyName'
  | 'givenNames'
  | 'middleNames'
  | 'other';

export type Labelled = { readonly kind: LabelKind; readonly rest: string };

const OF_PATIENT =
  "(?:(?:the |this )?(?:patient|person|client|resident|participant|service user|child|your|current)(?:['’]s)? )?";
const VERIFIED = /^(?:(?:(?:number )?(?:present and )?(?:verified|traced|confirmed)|[✓✔☑✅])[\s:,·–-]*)+/iu;
/** Whether a text only says how sure a number is: “✓ verified”. */
export function isStatus(text: string): boolean {
  return text.replace(VERIFIED, '') === '';
}

/** In brackets behind the label: a format or a state, never somebody else. */
const BRACKETED =
  /^\((?:verified|traced|confirmed|nhs|uk|england|10 digits|d{1,2}[^)\d]*|y{2,4}[^)\d]*|m{1,2}[^)\d]*|optional|required|age|[^)]*years?[^)]*)\)\s*/i;

const NHS_NUMBER = new RegExp(
  `^${OF_PATIENT}(?:NHS ?(?:no|number|num|id)\\b\\.?|NHS ?#|NHS(?=\\s*[:：]|$|\\s+\\d{3}[ -]?\\d{3}[ -]?\\d{4})|Rhif (?:y )?(?:GIG|NHS)\\b)`,
  'i',
);
/** “Mother’s NHS number”, “Previous NHS number”: somebody else's, or no longer this one. */
const FOREIGN_NUMBER = new RegExp(`^[${LETTER}'’ ()-]{2,40} NHS (?:no|number)\\b`, 'i');
const DATE_IN_WORDS = new RegExp(`^[${LETTER}]+,? .*\\d{4}`);
const BIRTH_DATE = new RegExp(
  `^${OF_PATIENT}(?:date of birth|birth ?date|d\\.? ?o\\.? ?b\\b\\.?|born(?: on)?\\b|dyddiad geni\\b|ganwyd\\b|ganed(?: ar)?\\b)`,
  'i',
);
const NAMES: readonly (readonly [LabelKind, RegExp])[] = [
  ['familyName', new RegExp(`^${OF_PATIENT}(?:surname|family name|last name|cyfenw)(?:\\(s\\))?`, 'i')],
  [
    'givenNames',
    new RegExp(
      `^${OF_PATIENT}(?:fore ?names?|first names?|given names?|given(?=$)|enw(?:au)? cyntaf|enw(?:au)? bedydd)(?:\\(s\\))?`,
      'i',
    ),
  ],
  ['middleNames', /^(?:middle names?|enw(?:au)? canol)(?:\(s\))?/i],
  [
    'name',
    /^(?:(?:(?:patient|person|client|resident|participant|child|service user)(?:['’]s)? )?(?:(?:full|usual|official|legal) )?name\b|enw(?:['’]r claf| llawn| y claf)?\b)/i,
  ],
  ['person', /^(?:patient|resident|client|participant|service user|(?:y )?claf)(?=\s*[:：]|$)/i],
];

/** A word or more before a colon, or one of the words a banner labels without one. */
const OTHER = new RegExp(
  `^(?:[${LETTER}][${LETTER}${NUMBER} '’()/.&#-]{0,40}[:：]|(?:gender|sex|rhyw|age|oed(?:ran)?|address|cyfeiriad|preferred name|known as|likes to be called|previous names?|maiden name|alias|gp|practice|phone|telephone|tel|mobile|email|postcode|hospital (?:no|number)|mrn|chi|pas no|passport (?:no|number)|ethnicity|religion|language|died|date of death|age at death|allergies|ward|bed|room|consultant|next of kin|general practitioner|usual gp|named gp|registered gp|practitioner|prescriber|clinician|doctor|nurse|referrer|author|seen by|recorded by|user|title|teitl)\\b\\.?)\\s*`,
  'i',
);
/** Of those, the ones that may be followed by their value in the same run of text. */
const OTHER_RUN =
  /^(?:gender|sex|rhyw|age|oed(?:ran)?|died|tel|mobile|mrn|chi|hospital (?:no|number)|known as|age at death)\b\.?\s+(?=\S)/i;

/**
 * Reads the label at the start of a text.
 *
 * @param text white space folded
 * @param isLabel whether its element names the next one, so that the whole of it is a label whatever it says
 * @returns `null`: no label
 */
export function labelAt(text: string, isLabel: boolean): Labelled | null {
  const [first = '', second] = text.length < 60 ? text.replace(/\(.*\)/, '').split(/ ?[/|·] ?/) : [text];
  // “Rhif GIG / NHS number”: one label in two languages.
  if (second !== undefined && !/\d/.test(text))
    return knownLabel(first) ?? knownLabel(second) ?? (isLabel ? { kind: 'other', rest: '' } : null);
  return (
    numberLabel(text, isLabel) ?? birthLabel(text, isLabel) ?? nameLabel(text, isLabel) ?? otherLabel(text, isLabel)
  );
}

function knownLabel(text: string): Labelled | null {
  const label = labelAt(text.trim(), false);
  return label && label.kind !== 'other' && label.rest === '' ? label : null;
}

function numberLabel(text: string, isLabel: boolean): Labelled | null {
  const label = NHS_NUMBER.exec(text);
  if (!label) return FOREIGN_NUMBER.test(plain(text)) ? { kind: 'other', rest: afterColon(text) } : null;
  const rest = value(text.slice(label[0].length));
  if (rest === '' || /^\d/.test(rest)) return { kind: 'nhsNumber', rest };
  if (/^(?:not |un|none|n\/a|-|–|—|\?|\*|[x•]{2})/i.test(rest)) return { kind: 'nhsNumber', rest };
  return isLabel || /[:：]/.test(text) ? { kind: 'other', rest: afterColon(text) } : null;
}

function birthLabel(text: string, isLabel: boolean): Labelled | null {
  const label = BIRTH_DATE.exec(text);
  if (!label) return null;
  const rest = value(text.slice(label[0].length));
  const isDate = rest === '' || /^\d/.test(rest) || DATE_IN_WORDS.test(plain(rest));
  return isDate ? { kind: 'birthDate', rest } : isLabel ? { kind: 'other', rest } : null;
}

function nameLabel(text: string, isLabel: boolean): Labelled | null {
  for (const [kind, pattern] of NAMES) {
    const label = pattern.exec(text);
    if (!label) continue;
    const after = text.slice(label[0].length).replace(/^\s*\((?:optional|required)\)/i, '');
    if (/^\s*(?:[:：]|$)/.test(after)) return { kind, rest: value(after) };
    if (isLabel) return { kind: 'other', rest: '' };
  }
  return null;
}

function otherLabel(text: string, isLabel: boolean): Labelled | null {
  const run = OTHER_RUN.exec(text);
  if (run) return { kind: 'other', rest: text.slice(run[0].length) };
  const label = OTHER.exec(plain(text));
  if (label && (label[0].length === text.length || /[:：]\s*$/.test(label[0]))) {
    return { kind: 'other', rest: text.slice(label[0].length) };
  }
  return isLabel ? { kind: 'other', rest: '' } : null;
}

/** What stands behind a label, without colon, format and the word that the number has been verified. */
function value(text: string): string {
  return text
    .replace(/^[\s:：.–—-]+/, '')
    .replace(BRACKETED, '')
    .replace(/^[\s:：]+/, '')
    .replace(VERIFIED, '');
}

function afterColon(text: string): string {
  return text.replace(/^[^:：]*[:：]?\s*/, '');
}

const DATE_FOLLOWS = `(?=\\s*[:：]?\\s*(?:\\d|[${LETTER}]+,? (?:\\d|[${LETTER}]+ \\d)))`;
const INSIDE = new RegExp(
  [
    `(?:[${LETTER}]+['’]s )?\\bNHS ?(?:no|number)\\b\\.?(?=\\s*[:：]?\\s*\\d)`,
    '\\bNHS[:：]?(?=\\s*\\d{3}[ -]?\\d{3}[ -]?\\d{4})',
    '\\bRhif (?:y )?GIG\\b(?=\\s*[:：]?\\s*\\d)',
    `\\b(?:date of birth|d\\.?o\\.?b\\b\\.?|born|dyddiad geni|ganwyd)${DATE_FOLLOWS}`,
    '\\b(?:gender|sex|rhyw|age|address|tel|phone|mobile|gp|hospital (?:no|number)|mrn|chi|died|known as|preferred name|consultant|ward|room|bed)\\b[:：.]',
    '\\b(?:gender|rhyw) (?=(?:fe)?male|unknown|benyw|gwryw)',
    `(?<![${LETTER}])(?:male|female|benyw|gwryw)(?![${LETTER}])`,
  ].join('|'),
  'gi',
);

/** Cuts a run of text before each label in it: “REED, Margaret (Mrs) Born 14-Jul-1938 NHS No. 999 104 5120”. */
export function cutAtLabels(text: string): string[] {
  const cuts = [...plain(text).matchAll(INSIDE)].map(({ index }) => index).filter((index) => index > 0);
  if (cuts.length === 0) return [text];
  const starts = [0, ...cuts];
  return starts
    .map((start, at) =>
      text
        .slice(start, starts[at + 1])
        .replace(/[\s|·•,;/–—-]+$/, '')
        .replace(/^[\s|·•;]+/, ''),
    )
    .filter((part) => part !== '');
}
