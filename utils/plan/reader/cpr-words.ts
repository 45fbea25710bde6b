const CPR = String.raw`(?:cpr|cardio-?\s?pulmonary\s+resus\w*|resus\w*)`;
/** The abbreviations and phrases that deny CPR by themselves. */
const DENIAL = String.raw`(?:u?dna-?cpr|dnar|dnr|natural\s+death)`;
const ABOUT = new RegExp(String.raw`\b(?:${CPR}|${DENIAL})\b`, 'i');

const NOT = String.raw`(?:not|no|never|nor|neither|nobody|none|cannot|without|\w+n['’]t)`;
/** That a decision does not hold any more. */
const OVER = `(?:no longer|withdrawn|withdrew|revoked|reversed|cancelled|canceled|rescinded|lifted|void|destroyed|expired|overturned|superseded|suspended|lapsed|torn up|removed|withdraw|in error)`;
const FORMER = `(?:previous(?:ly)?|earlier|former(?:ly)?|old|no longer)`;
const WITHHOLD = String.raw`(?:withh[eo]ld\w*|refus\w*|declin\w*|avoid\w*|reject\w*|forgo\w*)`;
const FEW = String.raw`(?:\s+[\w’'-]+){0,3}?\s+`;

/** Denials that are themselves denied or over: what is left asks for CPR. */
const TURNED_BACK = new RegExp(
  [
    String.raw`\b(?:${NOT}|${FORMER}|${OVER})${FEW}${DENIAL}\b(?:${FEW}(?:${OVER}|not in (?:place|force)))?`,
    String.raw`\b(?:${NOT}|${FORMER}|${OVER})\s+${DENIAL}\b`,
    String.raw`\b${DENIAL}\b${FEW}(?:${OVER}\b|not\s+(?:in\s+place|valid|in\s+force|current|applicable))`,
    String.raw`\b${DENIAL}\s+${OVER}\b`,
    String.raw`\b${NOT}${FEW}${WITHHOLD}|\b${NOT}\s+${WITHHOLD}`,
    String.raw`\b${NOT}\s+to\b.*\b${CPR}\b.*\b${OVER}\b`,
    String.raw`\b${FORMER}\s+not\s+for\b`,
  ].join('|'),
  'gi',
);

/** A decision for CPR that is over. */
const ASKING_OVER = new RegExp(String.raw`\bfor\s+(?:full\s+)?${CPR}(?:${FEW}|\s+)${OVER}\b`, 'i');

/** Whatever is left of these denies. */
const DENIES = new RegExp(
  String.raw`\b(?:${NOT}|${DENIAL}|${WITHHOLD}|${FORMER}|against|inappropriate|futile|unsuccessful|unwanted|harmful|contraindicated|un(?:likely|able|suitable))\b`,
  'i',
);

/** With these a clause that names CPR asks for it. */
const ASKS =
  /\b(?:for|attempt(?:ed)?|start(?:ed)?|commence[d]?|give[n]?|provide[d]?|perform(?:ed)?|yes|appropriate|recommended|indicated|wants?|wanted|wish(?:es|ed)?|like|accepts?|agrees?|consents?|full|everything|have|receive|get|include[sd]?|including|should|must|to be|if|insists?|interests?)\b/i;

/** A clause that only tells that CPR is talked about, or where to look. */
const OPEN_QUESTION =
  /\b(?:discuss(?:ed|ion)?|confirm(?:ed)?|sign-?off|see|unknown|unclear|undecided|status|aware|recorded|documented|scanned|known|made|training|trained|leaflet|talk(?:ed)?|ready|consider(?:ed|ing)?)\b/i;

export type CprPolarity = { readonly for: boolean; readonly against: boolean };

/**
 * Which way a text speaks about CPR, clause by clause: one that names it denies it or asks for it, or only tells of it.
 * Only ever used to notice that words and codes pull in opposite directions (S11): no decision is taken from it.
 */
export function cprPolarity(text: string): CprPolarity {
  const clauses = clausesOf(text);
  const said = clauses.map((clause, at) => (ABOUT.test(clause) ? polarityOf(clause, clauses[at - 1]) : null));
  return { for: said.includes('for'), against: said.includes('against') };
}

/** Sentences and their parts; “CPR: no” stays together, and so does “C.P.R.”. */
function clausesOf(text: string): readonly string[] {
  return (
    text
      // A question decides nothing.
      .replace(/[^.;!?\n]*\?/g, ' ')
      .replace(/\b(?:\p{L}\.){2,}/gu, (abbreviation) => `${abbreviation.replaceAll('.', '')} `)
      .replace(
        /(^|[.;\n]\s*)(cpr|resus\w*)(?:\s+(?:decision|status))?\s*[:–—-]\s*(?=(?:no|yes|not|for|to)\b)/gi,
        '$1$2 ',
      )
      .split(
        /[.,;:!?\n]|\b(?:but|although|however|though)\b|\b(?:and|or)\s+(?=(?:for|not?|never|does|do|is|has|wants?)\b)/i,
      )
  );
}

/** @param before the clause before: “not for ventilation, CPR or dialysis” denies all three */
function polarityOf(clause: string, before = ''): 'for' | 'against' | null {
  const rest = clause.replace(TURNED_BACK, ' ');
  const isOpen = OPEN_QUESTION.test(clause.replace(/\b(?:discussed|discussion) (?:with|at)\b/gi, ' '));
  if (isOpen && !isFirm(clause)) return null;
  if (DENIES.test(rest) || ASKING_OVER.test(rest)) return 'against';
  if (rest !== clause || ASKS.test(clause)) return 'for';
  const goesOn = new RegExp(String.raw`^\s*(?:(?:or|and)\s+)?(?:\w+\s+){0,2}${CPR}`, 'i');
  return DENIES.test(before) && goesOn.test(clause) ? 'against' : null;
}

/** “For CPR”, “not for CPR”, “attempt”: a decision, whatever else the clause tells. */
function isFirm(clause: string): boolean {
  return /\bdo not (?:attempt\b|resus)|\b(?:for|attempt\w*)\s+(?:full\s+|active\s+)?(?:cpr|resus\w*)\b/i.test(clause);
}

/** Whether a text says the opposite of a decision, and nothing that goes with it. */
export function contradicts(text: string, says: 'forCpr' | 'notForCpr'): boolean {
  const polarity = cprPolarity(text);
  return says === 'forCpr' ? polarity.against && !polarity.for : polarity.for && !polarity.against;
}

/** CPR in other words: noticed, so that it is shown, and never read for what it decides. */
const PARAPHRASED =
  /\bheart\s+(?:stops?|stopped|arrests)\b|\b(?:re-?)?start\w*\s+(?:\w+\s+){0,2}heart\b|\bchest\s+compressions?\b|\b(?:if|in|event of|during)\s+(?:a\s+|an\s+)?cardiac\s+arrest\b/i;

/** Whether a text is about CPR at all. */
export function mentionsCpr(text: string): boolean {
  return ABOUT.test(text) || PARAPHRASED.test(text) || /\b(?:c\.p\.r|d\.n\.a\.r|d\.n\.r)\b/i.test(text);
}

/** Whether a text is about CPR, and more than that it was talked about. */
export function saysCpr(text: string): boolean {
  return mentionsCpr(text) && !OPEN_QUESTION.test(text);
}
