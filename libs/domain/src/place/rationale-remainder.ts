import { anyOf, clinicalWords, comeBackWords, intoxicationWords, isWell, noneOf } from './rationale-words';

// What says nothing of one person beside their having drunk. Whatever is not here is taken to say something:
// a finding that nobody thought of is then believed, and not sent back at three in the morning.

const grammar = anyOf(
  'an?|the|this|that|these|those|it|its|he|she|they|we|you|his|hers?|him|them|theirs?|our|us|my|me|who|whom|which|what(?:ever)?|where|when(?:ever)?|while|why|how|there|here',
  "is|isn['’]t|are|was|were|be|been|being|am|has|have|had|having|does|do|did|doing|done|will|would|can|cannot|could|should|shall|may|might|must|['’]?(?:s|re|ve|ll|d|t)|(?:ca|wo|do|does|did|has|is|was|are|have|would|could|should)n['’]?t?",
  'and|or|nor|but|so|as|if|then|than|because|since|until|till|unless|before|after|due|owing|therefore|hence|though|yet|also|with(?:out)?|within|of|off|on|in|into|onto|at|to|too|for|from|by|up|down|out|over|under|above|below|about|around|near|per',
  'no|nil|none|not|never|any|anything|something|some|all|both|each|every|other|more|most|much|many|lots?|few|less|only|just|even|such|same|own',
);

const degreeAndTime = anyOf(
  'very|really|quite|rather|extremely|heavily|highly|totally|completely|absolutely|clearly|obviously|visibly|still|currently|again|already|always|usually|often|known|usual|regular\\w*|history|now|once|twice|present\\w*|apparently|probably|possibly|suspected|likely|seems?|appears?|looks?|looking|state|condition|reasons?',
  'today|tonight|tomorrow|morning|afternoon|evening|night|midnight|day|week|weekend|hours?|hrs?|minutes?|mins?|am|pm|later|moment|time|long|last|next|soon|ago|visit',
  '(?:person|patient|pt|client|detainee|man|woman|male|female|lad|girl|boy|gentleman|lady|people|persons|patients|anyone|anybody|someone|somebody|nobody|individual)s?',
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|half|couple|several|dozen|first|second',
);

const theHouse = anyOf(
  'suite|unit|ward|trust|hospital|site|service|team|staff\\w*|nurs(?:e|es|ing)|doctors?|police|officers?|crew|ambulance|paramedics?|ed|a ?(?:&|and) ?e|casualty|emergency|department|136|section|detain\\w*|custody|cells?|home|place|facilit\\w+|monitor\\w*',
  'polic(?:y|ies)|protocols?|criteria|guid\\w+|procedures?|rules?|limits?|thresholds?|cut ?offs?|exclu\\w+|inclusion|require\\w*|standard|allow\\w*|permit\\w*|basis',
  '(?:un)?suitable|(?:in)?appropriate|(?:un)?accept\\w*|acceptance|admi(?:t|ts|tted|tting|ssion|ssions)|refus(?:e|ed|es|ing|al)|declin\\w+|taking|take[ns]?|took|have|want\\w*|receiv\\w+|deal\\w*|manage\\w*|cope|handle|train\\w*|equip\\w*|able|unable|willing|prepared|ring|call|ask|try|go|goes|going|come|comes|coming|bring\\w*|send|sent|return\\w*|wait\\w*|please|sorry',
  'assess\\w*|interview\\w*|consent\\w*|capacity|engag\\w+|cooperat\\w*|communicat\\w*|understand|talk\\w*|speak\\w*|convers\\w+|medical\\w*|medic|clinical\\w*|physical\\w*|mental\\w*|health|clear(?:ed|ance|ing)?|check\\w*|review\\w*|seen|see|needs?|needed|needing|fit(?:ness)?|unfit|obs|observations?|gcs|stable|normal|fine|ok|okay|well|unwell|notes?',
);

/** A risk with nothing said of what it is. */
const bareRisk = anyOf(
  'risks?|risky|unsafe|safe\\w*|danger\\w*|concern\\w*|restrain|restraint|restraining|violen\\w+|harm|threat|unpredictab\\w+|volatile|behaviou?rs?|behaving|attitude',
);

/** How those who have drunk or taken something carry themselves. */
const manner = anyOf(
  'smell\\w*|smelt|stink\\w*|reek\\w*|stench|breath|slur\\w*|speech|unsteady|feet|legs|stagger\\w*|sway\\w*|stumbl\\w*|wobbl\\w*|stand\\w*|walk\\w*|sit(?:ting)?|straight|upright|glazed|bloodshot|eyes|incapable|incoherent|rambling|giggl\\w*|asleep|slept|sleep\\w*|drowsy|sleepy|tired',
  'aggressi\\w+|abusive|rude|loud|nois\\w+|shout\\w*|swear\\w*|fight\\w*|argumentative|hostile|agitated|difficult|disruptive|obnoxious|disorderly|unruly|lairy|kicking off|un ?cooperative|non ?complian\\w+|uncompliant|verbal\\w*|challenging|messy|mess',
  'had|consum\\w+|ingest\\w*|us(?:e|es|ed|ing)|abus\\w+|misus\\w+|dependen\\w+|addict\\w*|binge\\w*|smok\\w+|level|amounts?|quantit\\w+|large|small|big|high|low|bottles?|cans?|glass(?:es)?|litres?|shots?|units?|blood|urine|positive|negative|test\\w*|result\\w*|screen\\w*|heavy|heavier|lot|load',
);

const sayNothing = [comeBackWords, intoxicationWords, degreeAndTime, theHouse, bareRisk, manner, grammar];

/** The clause without what it says there is none of ("no head injury") and what it says is well ("airway clear"). */
const withoutWhatIsWell = (clause: string): string =>
  [...clause.matchAll(clinicalWords)].reduceRight((text, { 0: need, index }) => {
    const before = text.slice(0, index);
    const after = text.slice(index + need.length);
    if (noneOf.test(before)) return before.replace(noneOf, ' ') + after;
    return isWell.test(after) ? before + after.replace(isWell, ' ') : text;
  }, clause);

/**
 * Whether a clause says anything of one person, or of one night, once the words for drink and drugs are out of
 * it, and those for coming back sober, for the house's own ways, for a bare risk and for how the drunk carry
 * themselves: "drank bleach" leaves the bleach, "too drunk to be assessed" leaves nothing.
 */
export const saysMore = (clause: string): boolean => {
  const left = sayNothing.reduce((text, words) => text.replace(words, ' '), withoutWhatIsWell(clause));
  return /\p{L}{3}/u.test(left);
};
