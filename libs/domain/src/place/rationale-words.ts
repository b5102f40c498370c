import type { RefusalReason } from './hold';

// What rationales are made of, in the words of those who write them at three in the morning.

/** Any of these as whole words, whatever the case; a space stands for any gap or a hyphen. */
export const anyOf = (...words: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.join('|').replaceAll(' ?', '[\\s-]*').replaceAll(' ', '[\\s-]+')})(?![\\p{L}\\p{N}])`,
    'giu',
  );

const somebodyIs =
  "(?:s?he|they|(?:person|patient|pt|client|detainee|man|woman|male|female|lad|girl|boy))(?: ?['’](?:s|re)| is| are| was| were| seems| appears| looks| remains)(?: (?:still|clearly|obviously|visibly|currently|very|too|so|really))*";

/** That somebody is, was or is thought to be intoxicated. */
export const intoxicationWords = anyOf(
  'intox\\w*|inebriat\\w*|(?:un)?sober\\w*|sobriety|drunk\\w*|booz\\w*|tipsy|hung ?over|alcohol\\w*|etoh|ethanol|bac',
  // Food and drink are another matter, and so is whether staff may give a drug.
  '(?<!(?:eat|eating|eaten|food) (?:and|or|nor) )(?:drink\\w*|drank)',
  '(?<!(?:controlled|prescribed) )drugs?(?! (?:charts?|rounds?|keys?|cupboard|trolley))|drugged|substances?',
  'breathaly\\w*|breath (?:test|sample)\\w*|readings?|blew|blowing|toxicology|(?:urine|drug) (?:test|screen)\\w*',
  'beers?|lager|cider|wine|whisk(?:e)?y|vodka|pints?|pub|cannabis|skunk|weed|spice|mamba|cocaine|heroin|opiates?|opioids?|ketamine|ghb|lsd|mdma|ecstasy|amphetamines?|methadone',
  'under (?:the )?influence|worse for (?:drink|wear)|sleep(?:ing)? it off|dry(?:ing)? out|out of it|off (?:his|her|their) (?:face|head|trolley|box|nut|rocker)',
  'skinful|tanked up|one too many|a few too many|had (?:a few|too much)|coke|crack',
  'stoned|pissed|legless|sloshed|blotto|wasted|bladdered|paralytic|spaced out',
  `high (?:on|as a|as|from|off)|^(?:still |clearly |currently |very |too |so )*high$`,
  `${somebodyIs} (?:high|hammered|smashed|plastered|wrecked|steaming|tripping)(?! (?:risk|dependency))`,
);

/** That they may come once they are sober, or later. */
export const comeBackWords = anyOf(
  '(?:bring|brings|take|send|come|comes|get|return|try|ring|call)(?: (?:him|her|them|us|it))? (?:back|again|later|round|home)|sleep(?:ing|s)? it off|(?:dry|drying|sober|sobers|sobering) (?:up|out)',
  "(?:will not|won['’]t|would not|not) (?:have|take|having|taking) (?:him|her|them)",
);

/** A rule of the house, whoever is before it. */
export const policyWords = anyOf(
  'polic(?:y|ies)|(?:our|the|this|trust|site|unit|suite|house) (?:\\w+ )?(?:rules?|protocols?|criteria|guidance|guidelines?|procedures?|exclusions?)',
  "(?:we|(?:the|this|our) (?:suite|unit|trust|ward|team)|staff|nurses) (?:\\w+ )?(?:never|do not|does not|don['’]t|doesn['’]t|will not|won['’]t|would not|only|cannot|can['’]t|refuse to|are not allowed to) (?:ever |usually |normally )?(?:tak\\w+|accept\\w*|admit\\w*|see|assess|receiv\\w+|allow)(?! (?:him|her|them|this))",
  '(?:never|not|nobody|only) (?:be )?(?:taken|accepted|admitted|allowed|permitted) (?:here|at|in|by|when|while|if|until|with)',
  '(?:over|above|beyond|exceed\\w*) (?:our|the|your|their|its|this) (?:\\w+ )?(?:limit|threshold|cut ?off)s?|routinely|as standard|(?:they|these) (?:may|might|can|could|often|sometimes)',
);

/** People at large: what is said of them is not said of this person. */
export const anybodyWords = anyOf(
  'people|persons|patients|clients|individuals|those|anyone|anybody|someone|somebody|drunks|addicts|users|alcoholics',
);

/** What of a person's body needs care that a suite may be unable to give. */
export const clinicalWords = anyOf(
  // The brain: fits, withdrawal, consciousness.
  'seizur\\w*|convuls\\w*|fitting|(?:a|one|two|three|four|several|more|repeated|\\d+|withdrawal) fits?|epilep\\w*|tremens|dts|withdrawals?|withdrawing|wernicke\\w*|encephalopath\\w*|deliri\\w*|ciwa|stroke|meningit\\w*',
  'gcs(?: ?:)?(?: [a-z]+){0,3} ?(?:1[0-4]|[3-9])(?!\\d)|pupils?|(?:un|semi ?)conscious\\w*|(?:barely|hardly|losing|lost|loss of|reduced|low|lowered|fluctuating|falling|dropping|level of|decreased) conscious\\w*|unrespons\\w*|unrous\\w*|only to (?:pain|voice)|collaps\\w*|coma|comatose|increasingly (?:drowsy|sleepy)',
  "(?:cannot|can not|can['’]t|could not|couldn['’]t|unable to|not|hard to|difficult to|barely|hardly|impossible to) (?:\\w+ )?(?:be )?(?:rous\\w+|wak\\w+|woken|respond\\w*|protect\\w*|breath\\w*|swallow\\w*)",
  // Breath and blood.
  'airways?|aspirat\\w*|chok\\w+|oxygen|o2|sats|spo2|saturations?|hypoxi\\w*|respirat\\w*|asthma\\w*|copd|pneumon\\w*',
  '(?:slow|shallow|laboured|noisy|short of|problems? with|trouble|struggling with|stopped) breath\\w*|breathing (?:\\w+ )?(?:slow\\w*|shallow\\w*|noisy|noisily|laboured|difficult\\w*|problem\\w*|rate|at|is|\\d+)',
  'cardiac|heart|ecg|telemetry|arrhythm\\w*|tachycard\\w*|bradycard\\w*|palpitations?|chest|blood pressure|bp|hypotens\\w*|pulse|sepsis|septic|dvt|embol\\w*',
  // Injury and poison.
  'injur\\w*|wound\\w*|cut (?:his|her|their) (?:wrists?|throat|neck|arms?)|(?:head|skull|spinal) trauma|concuss\\w*|(?:hit|banged|struck|knocked|bumped|split) (?:his|her|their) (?:head|face)|blow to the head|lacerat\\w*|bleed\\w*|haemorrhag\\w*|sutur\\w*|stitch\\w*|fractur\\w*|broken (?:arm|leg|wrist|ankle|ribs?|nose|jaw|hand|neck|hip)|stabb\\w*|burns?|scald\\w*|ct|x ray\\w*|scan',
  'overdos\\w*|od|antidotes?|naloxone|flumazenil|acetylcysteine|parvolex|charcoal|paracetamol|ibuprofen|aspirin|\\d+ (?:\\w+ ){0,2}(?:tablets|pills|capsules)|swallowed (?:\\w+ ){0,3}(?:drugs?|packages?|packets?|batter\\w+|blades?|tablets|wraps?)|body ?pack\\w*|poison\\w*|toxicity|methanol|antifreeze|serotonin|behavioural disturbance',
  // The rest of the body, and what is done for it.
  'hypothermi\\w*|hyperthermi\\w*|temperature|fever\\w*|pyrexi\\w*|hypo|hypogly\\w*|hypergly\\w*|blood (?:sugar|glucose)|glucose|diabet\\w*|insulin|keto\\w*|dka|dehydrat\\w*|electrolytes?|potassium|sodium|liver|jaundic\\w*|pancreat\\w*|renal|kidney\\w*|anaphyla\\w*|allerg\\w*|warfarin|anti ?coagul\\w*|rhabdomyolysis|(?:abdominal|stomach|severe|flank) pain|vomit\\w* (?:up )?(?:blood|repeatedly|persistently|continuously)|pregnan\\w*|in labour|miscarr\\w*',
  'iv|intravenous\\w*|drips?|fluids|pabrinex|thiamine|chlordiazepoxide|librium|catheter\\w*|intubat\\w*|ventilat\\w*|resus\\w*|defibrillat\\w*|dialysis|transfusion|bloods|infusion|antibiotics?',
  '(?:physical|cardiac|heart|neuro\\w*|continuous) (?:health )?(?:monitor\\w*|observations?|obs)|(?:vital sign|news2?) (?:obs|observations?|checks?|monitoring|scores?)|(?:obs|observations?|monitoring|checks) every \\w+|hourly (?:obs|observations?)',
);

/** Before a need: that there is none of it. */
export const noneOf =
  /(?<!\p{L})(?:no|nil|not|without|never|denie[sd]|denying|negative for|free of|free from|ruled out|(?:is|has|does|did)n['’]t)(?:\s+(?!(?:able|clear|known|sure|just|only|yet|safe)\b)[\p{L}-]+){0,4}\s*$/iu;
/** After it: that it is as it should be. */
export const isWell =
  /^(?:(?!\b(?:needs?|must|to|until|not|yet|should)\b)[^,;.]){0,24}?(?<!\p{L})(?:excluded|ruled out|cleared|normal|fine|ok|okay|patent|clear|intact|maintained|none|nil|stable|resolved|unremarkable)(?!\p{L})/iu;

const numberOf = '(?:one|two|three|four|five|six|\\d+)';
const manyHands = `${numberOf} ?(?:to|on|:) ?(?:one|two|\\d)|(?:needs?|needing|requires?|requiring) (?:at least |a minimum of )?${numberOf} (?:\\w+ )?(?:staff|nurses?|people|officers)`;

/** What each reason is about, beside a clinical need. The two that are clinical are about nothing else. */
export const ownMatter: Readonly<Record<RefusalReason, RegExp | undefined>> = {
  full: anyOf(
    'rooms?|beds?|full|occupied|(?:both|all) taken|no space|at capacity|(?:people|persons?|others) (?:are |is )?(?:here|in) already',
  ),
  'no-staff': anyOf(
    'staff\\w*|nurs\\w+|shift|agency|alone|on (?:duty|my own|our own)|(?:both|all|two|three|one|none|neither) of us|no ?(?:one|body) to (?:look after|watch|sit with)|(?:with|holding) (?:somebody|someone|a person|a patient|another)(?: \\w+)? in (?:restraint|seclusion)',
    manyHands,
  ),
  closed: anyOf(
    'clos\\w+|shut|damag\\w*|flood\\w*|works|repairs?|infect\\w*|outbreak|doors?|water|power|leak\\w*',
  ),
  age: anyOf(
    'aged?|(?:is|only|just) 1[0-7]|\\d+ years?|(?:under|over) (?:18|eighteen)|child\\w*|young\\w*|teen\\w*|adults?',
  ),
  'out-of-area': anyOf(
    'areas?|lives?|living|resident|address|district|county|border|catchment|registered|force',
  ),
  'risk-beyond-safe-staffing': anyOf(
    manyHands,
    'restrained|on shift|seclu\\w*|arm ?s length|assaulted|weapons?|kni(?:fe|ves)|set fire|ligature\\w*|hoist|wheelchair',
  ),
  'needs-emergency-department': undefined,
  'intoxication-clinical': undefined,
};
