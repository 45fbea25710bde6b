import { TITLE_WORDS } from '../patient/names.ts';
import { FORMAT, LETTER, LOWER, MARK, NUMBER, plain, UPPER } from '../patient/plain.ts';

/** How much a text looks like a person's name; the best of a region is taken. */
export type FoundName = { readonly name: string; readonly rank: number };

/** Nobody's name is longer than this many letters. */
const LONGEST_NAME = 200;

const TITLE = `(?:${TITLE_WORDS}|${TITLE_WORDS.toUpperCase()}|Baby|BABY)\\b\\.?`;
const APOSTROPHES = "'’‘ʼ`´";
const WORD = `(?:[${UPPER}][${LETTER}${MARK}${FORMAT}${APOSTROPHES}.-]*|(?:van|von|der|den|de|del|della|da|das|di|do|dos|du|la|le|el|al|bin|bint|ibn|ter|ten|ap|ab|ferch|verch|y|o)(?= )|d['’][${UPPER}][${LETTER}${MARK}-]*)`;
const CAPITAL = `(?:Mc|Mac|De|Fitz)?[${UPPER}][${UPPER}${MARK}${FORMAT}${APOSTROPHES}-]+\\.?`;
const PARTICLE = '(?:van|von|der|den|de|del|da|di|ap|ab|bin|el|al)(?= )';
/** A family name in capitals, of one word or more. */
const CAPITALS = `(?:${PARTICLE} )*${CAPITAL}(?: (?:${CAPITAL}|${PARTICLE}))*`;

const BANNER = new RegExp(`^(?:${TITLE} )?${CAPITALS} ?, ?(?:${TITLE} )?${WORD}(?: ${WORD})*(?: ?\\(${TITLE}\\))?`);
const TITLED = new RegExp(`^${TITLE} ${WORD}(?: ${WORD})*`);
const CAPITALS_LAST = new RegExp(`^${WORD}(?: ${WORD})* ${CAPITALS}(?![${LETTER}${MARK}])`);
const CAPITALS_FIRST = new RegExp(`^(?:${TITLE} )?${CAPITALS}(?: (?!${CAPITAL}(?: |$))${WORD})+(?: ?\\(${TITLE}\\))?`);
const PLAIN = new RegExp(`^(?:${WORD})(?: ${WORD}){1,5}`);
const COMMA_TITLE = new RegExp(`^${WORD}(?: ${WORD})* ?, ?${TITLE} ${WORD}(?: ${WORD})*`);
const COMMA_TITLED = new RegExp(`^${WORD}(?: ${WORD})* ?, ?${WORD}(?: ${WORD})* ?\\(${TITLE}\\)`);
const ENDS_IN_CAPITALS = new RegExp(`(?:^| )${CAPITAL}$`);
const COMMA = new RegExp(`^${WORD}(?: ${WORD})* ?, ?${WORD}(?: ${WORD})*(?: ?\\(${TITLE}\\))?`);

const STARTS_WITH_TEXT = new RegExp(`^[${LETTER}${MARK}${NUMBER}]`);
const STARTS_WITH_LETTER = new RegExp(`^[${LETTER}${MARK}]`);
const COMMA_FOLLOWS = new RegExp(`^ ?, ?[${LETTER}]`);
const HAS_CAPITAL = new RegExp(`[${UPPER}]`);
const STOP = new RegExp(`(?<=[${LOWER}]{2})\\.(?= ?\\(|$)`);

/** Titles that those who treat have more often than those who are treated. */
const CLINICIAN = /^(?:dr|doctor|prof|professor|sister)\b/i;

/** Kinds of numbers and systems. */
const CODES = new RegExp(`(?<![${LETTER}])(?:ID|MRN|CRN|UPI|NHS|DOB|EHR|EPR|EMR|EPS|PDS)(?![${LETTER}])`);

/** Words of pages, not of people; a heading with one of them is no name. */
const NOT_A_NAME = new RegExp(
  `(?<![${LETTER}])(?:(?:in|out)?patients?|records?|summary|details?|demographics?|overview|information|history|care|plans?|medic(?:al|ations?|ines?)|health(?:care)?|clinical|appointments?|consultations?|problems?|allerg(?:y|ies)|results?|documents?|letters?|tasks?|messages?|home|search|menu|back|print|edit|change|add|new|view|show|hide|open|closed?|active|current|gender|ward|clinic|hospital|surgery|practice|cent(?:re|er)|service|team|department|unit|nhs|trust|vaccinations?|screening|referrals?|sessions?|residents?|participants?|person|personal|contacts?|address|status|identity|banner|today|yesterday|about|user|account|log|sign|out|help|settings|dashboard|(?:work)?lists?|caseload|notes?|journal|diary|tests?|investigations?|observations?|immunisations?|procedures?|diagnos(?:is|es)|alerts?|warnings?|reports?|image|reading|steps?|confirm|check|verify|select|choose|find|actions?|navigation|main|general|street|road|avenue|lane|close|house|court|drive|square|terrace|cofnod|manylion|crynodeb|meddyg|for|with|and|the|your|this|january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:fe)?male|unknown|yes|no|not|none|urgent|routine|emergency|community|pharmacy|prescriptions?|district|royal|university|green|free|access|adjustments?|certificates?|provisional|replacement|reasonable|permissions?|consent|sharing|preferences?|jobs?|orders?|requests?|discharge|admissions?|episodes?|encounters?|events?|activit(?:y|ies)|assessments?|charts?|forms?|scores?|templates?|workflows?|profile|registration|enrol(?:l)?ment|slots?|rota|staff|organisations?|providers?|carers?|support|safeguarding|protection|risk|risks|social|family|next|last|first|latest|recent|upcoming|overdue|due|pending|completed?|draft|final|note|key|quick|links?|more|less|all|any|other|others|additional|basic|advanced|full|part|section|page|site|map|shared|local|national|regional|north|south|east|west|ooh|gp|timeline|welcome|hello|inbox|admin|system|maternity|midwife|nurses?|doctors?|day|book|room|queue|calls?|visits?|kin|demo|test|prototype|bookings?)(?![${LETTER}])`,
  'i',
);

/**
 * The name a text begins with.
 *
 * @param whole white space folded
 * @param isHeading whether it stands out as the name of a record does
 * @returns `null` if it is none; nothing but a number, a bracket or a separator may follow the name
 */
export function nameAtStart(whole: string, isHeading: boolean): FoundName | null {
  // The patterns fit a text in few ways, but not in one.
  const text = whole.slice(0, LONGEST_NAME);
  const shape = plain(text);
  const found = (pattern: RegExp, rank: number): FoundName | null => {
    const { length } = pattern.exec(shape)?.[0] ?? '';
    const rest = shape.slice(length);
    const goesOn =
      STARTS_WITH_TEXT.test(rest) ||
      STARTS_WITH_LETTER.test(rest.trim()) ||
      // “van der Merwe, Pieter”: half a name is none.
      (rank === 3 && COMMA_FOLLOWS.test(rest));
    const isName = !goesOn && HAS_CAPITAL.test(shape.slice(0, length));
    return isName ? { name: withoutStop(text.slice(0, length).trim()), rank } : null;
  };
  const certain = found(BANNER, 4) ?? found(COMMA_TITLE, 4) ?? found(COMMA_TITLED, 4);
  if (certain) return certain;
  const titled = found(TITLED, 4);
  // “Dr Iain Fairweather” beside a patient is most often somebody else, “Mr J Fernandes” may be the person at the screen.
  if (titled && CLINICIAN.test(titled.name)) return isHeading ? { ...titled, rank: 2 } : null;
  if (titled) return ENDS_IN_CAPITALS.test(plain(titled.name)) ? titled : { ...titled, rank: isHeading ? 3 : 2 };
  const likely =
    found(CAPITALS_LAST, 3) ??
    found(CAPITALS_FIRST, 3) ??
    found(COMMA, isHeading ? 3 : 1) ??
    found(PLAIN, isHeading ? 2 : 1);
  return likely && ![NOT_A_NAME, CODES].some((pattern) => pattern.test(plain(likely.name))) ? likely : null;
}

/** “Reed.” ends a sentence, “J.” does not. */
function withoutStop(name: string): string {
  const at = plain(name).search(STOP);
  return at < 0 ? name : name.slice(0, at) + name.slice(at + 1);
}
