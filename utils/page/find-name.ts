import { TITLE_WORDS } from '../patient/names.ts';

/** How much a text looks like a person's name; the best of a region is taken. */
export type FoundName = { readonly name: string; readonly rank: number };

/** Nobody's name is longer than this many letters. */
const LONGEST_NAME = 200;

const TITLE = `(?:${TITLE_WORDS}|${TITLE_WORDS.toUpperCase()}|Baby|BABY)\\b\\.?`;
const APOSTROPHES = "'’‘ʼ`´";
const WORD = `(?:\\p{Lu}[\\p{L}\\p{M}\\p{Cf}${APOSTROPHES}.-]*|(?:van|von|der|den|de|del|della|da|das|di|do|dos|du|la|le|el|al|bin|bint|ibn|ter|ten|ap|ab|ferch|verch|y|o)(?= )|d['’]\\p{Lu}[\\p{L}\\p{M}-]*)`;
const CAPITAL = `(?:Mc|Mac|De|Fitz)?\\p{Lu}[\\p{Lu}\\p{M}\\p{Cf}${APOSTROPHES}-]+\\.?`;
const PARTICLE = '(?:van|von|der|den|de|del|da|di|ap|ab|bin|el|al)(?= )';
/** A family name in capitals, of one word or more. */
const CAPITALS = `(?:${PARTICLE} )*${CAPITAL}(?: (?:${CAPITAL}|${PARTICLE}))*`;

const BANNER = new RegExp(
  `^(?:${TITLE} )?${CAPITALS} ?, ?(?:${TITLE} )?${WORD}(?: ${WORD})*(?: ?\\(${TITLE}\\))?`,
  'u',
);
const TITLED = new RegExp(`^${TITLE} ${WORD}(?: ${WORD})*`, 'u');
const CAPITALS_LAST = new RegExp(`^${WORD}(?: ${WORD})* ${CAPITALS}(?![\\p{L}\\p{M}])`, 'u');
const CAPITALS_FIRST = new RegExp(
  `^(?:${TITLE} )?${CAPITALS}(?: (?!${CAPITAL}(?: |$))${WORD})+(?: ?\\(${TITLE}\\))?`,
  'u',
);
const PLAIN = new RegExp(`^(?:${WORD})(?: ${WORD}){1,5}`, 'u');
const COMMA_TITLE = new RegExp(`^${WORD}(?: ${WORD})* ?, ?${TITLE} ${WORD}(?: ${WORD})*`, 'u');
const COMMA_TITLED = new RegExp(`^${WORD}(?: ${WORD})* ?, ?${WORD}(?: ${WORD})* ?\\(${TITLE}\\)`, 'u');
const ENDS_IN_CAPITALS = new RegExp(`(?:^| )${CAPITAL}$`, 'u');
const COMMA = new RegExp(`^${WORD}(?: ${WORD})* ?, ?${WORD}(?: ${WORD})*(?: ?\\(${TITLE}\\))?`, 'u');

/** Titles that those who treat have more often than those who are treated. */
const CLINICIAN = /^(?:dr|doctor|prof|professor|sister)\b/i;

/** Kinds of numbers and systems. */
const CODES = /(?<!\p{L})(?:ID|MRN|CRN|UPI|NHS|DOB|EHR|EPR|EMR|EPS|PDS)(?!\p{L})/u;

/** Words of pages, not of people; a heading with one of them is no name. */
const NOT_A_NAME =
  /(?<![\p{L}])(?:(?:in|out)?patients?|records?|summary|details?|demographics?|overview|information|history|care|plans?|medic(?:al|ations?|ines?)|health(?:care)?|clinical|appointments?|consultations?|problems?|allerg(?:y|ies)|results?|documents?|letters?|tasks?|messages?|home|search|menu|back|print|edit|change|add|new|view|show|hide|open|closed?|active|current|gender|ward|clinic|hospital|surgery|practice|cent(?:re|er)|service|team|department|unit|nhs|trust|vaccinations?|screening|referrals?|sessions?|residents?|participants?|person|personal|contacts?|address|status|identity|banner|today|yesterday|about|user|account|log|sign|out|help|settings|dashboard|(?:work)?lists?|caseload|notes?|journal|diary|tests?|investigations?|observations?|immunisations?|procedures?|diagnos(?:is|es)|alerts?|warnings?|reports?|image|reading|steps?|confirm|check|verify|select|choose|find|actions?|navigation|main|general|street|road|avenue|lane|close|house|court|drive|square|terrace|cofnod|manylion|crynodeb|meddyg|for|with|and|the|your|this|january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:fe)?male|unknown|yes|no|not|none|urgent|routine|emergency|community|pharmacy|prescriptions?|district|royal|university|green|free|access|adjustments?|certificates?|provisional|replacement|reasonable|permissions?|consent|sharing|preferences?|jobs?|orders?|requests?|discharge|admissions?|episodes?|encounters?|events?|activit(?:y|ies)|assessments?|charts?|forms?|scores?|templates?|workflows?|profile|registration|enrol(?:l)?ment|slots?|rota|staff|organisations?|providers?|carers?|support|safeguarding|protection|risk|risks|social|family|next|last|first|latest|recent|upcoming|overdue|due|pending|completed?|draft|final|note|key|quick|links?|more|less|all|any|other|others|additional|basic|advanced|full|part|section|page|site|map|shared|local|national|regional|north|south|east|west|ooh|gp|timeline|welcome|hello|inbox|admin|system|maternity|midwife|nurses?|doctors?|day|book|room|queue|calls?|visits?|kin|demo|test|prototype|bookings?)(?![\p{L}])/iu;

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
  const found = (pattern: RegExp, rank: number): FoundName | null => {
    const name = pattern.exec(text)?.[0];
    const rest = text.slice(name?.length ?? 0);
    const goesOn =
      /^[\p{L}\p{M}\p{N}]/u.test(rest) ||
      /^[\p{L}\p{M}]/u.test(rest.trim()) ||
      // “van der Merwe, Pieter”: half a name is none.
      (rank === 3 && /^ ?, ?\p{L}/u.test(rest));
    return name && !goesOn && /\p{Lu}/u.test(name)
      ? { name: name.trim().replace(/(?<=\p{Ll}{2})\.(?= ?\(|$)/u, ''), rank }
      : null;
  };
  const certain = found(BANNER, 4) ?? found(COMMA_TITLE, 4) ?? found(COMMA_TITLED, 4);
  if (certain) return certain;
  const titled = found(TITLED, 4);
  // “Dr Iain Fairweather” beside a patient is most often somebody else, “Mr J Fernandes” may be the person at the screen.
  if (titled && CLINICIAN.test(titled.name)) return isHeading ? { ...titled, rank: 2 } : null;
  if (titled) return ENDS_IN_CAPITALS.test(titled.name) ? titled : { ...titled, rank: isHeading ? 3 : 2 };
  const likely =
    found(CAPITALS_LAST, 3) ??
    found(CAPITALS_FIRST, 3) ??
    found(COMMA, isHeading ? 3 : 1) ??
    found(PLAIN, isHeading ? 2 : 1);
  return likely && !NOT_A_NAME.test(likely.name) && !CODES.test(likely.name) ? likely : null;
}
