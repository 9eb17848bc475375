import { emergencies } from '../catalogue.ts'
import { any, type RedFlag, sign, signUnless } from './red-flag.ts'

/** 38 °C and more with a decimal, or 100.4 °F and more. */
const FEVER_READING = any(
  '(?:38|39|40|41|42)\\.\\d{1,2}(?! (?:mg|ml|kg|g|cm|mm|mcg|percent|weeks?|years?|months?|miles?|pounds?))',
  '(?:100\\.[4-9]|10[1-6]\\.\\d)(?! (?:mg|ml|kg|g|cm|mm))',
)
/** Enough in someone on treatment: 37.5 °C, 99.5 °F, or cold. */
const CLOSE_READING = any(
  '37\\.[5-9]',
  '(?:99\\.[5-9]|100\\.[0-3])',
  '3[45]\\.\\d(?! (?:mg|ml|kg|g|cm|mm|mcg|percent|weeks?|years?|months?|miles?|pounds?|mmol))',
)
const WHOLE_READING = any(
  '(?:38|39|40|41)(?! (?:mg|ml|kg|g|cm|mm|mcg|percent|weeks?|years?|yo|months?|miles?|people|patients|cases|minutes|mins))',
  '(?:10[1-6])(?! (?:mg|ml|kg|g|cm|mm|mcg|percent|weeks?|years?|yo|months?|miles?|people|patients|cases|days|minutes))',
)
const THERMOMETER = any(
  'running',
  'under (?:the|his|her|my) (?:tongue|arm)',
  'temperature',
  'thermometer',
  'fever',
  'feverish',
  'degrees',
  'hot',
  'f',
  'c',
  'reading',
  'reads',
)
const OUTDOORS =
  /\b(?:weather|outside|sunny|holiday|here in|in (?:spain|italy|greece|texas|florida|the shade|the garden)|heatwave|too hot to|oven|bath water|fridge|vaccines?)\b/
const FEVER = any(
  '(?:a|raging|soaring|sky high|high) (?!normal|lower|good|stable|room|body)(?:\\w+ )?temperature',
  'fever',
  'fevers',
  'feverish',
  'fevery',
  'febrile',
  'pyrexia',
  '(?:a|high|running a|got a|spiking a|raised|rising|slight|bit of a|up and down) (?:slight |high |bit of a |mild |little )?temperature',
  'temperature (?:is|has|keeps|just|of mine)? ?(?:high|up|gone up|going up|rising|raised|spiked|spiking|climbing|creeping|all over|through the roof|wont come down|not coming down|shot up|went up|went to|a bit high|above|over|hit)',
  'spik(?:ed|ing)',
)
const BURNING = any(
  'burning to (?:the )?touch',
  '(?:skin|head|forehead|cheeks) (?:is|are|feels?) (?:burning|boiling|hot|on fire)',
  'roasting',
  'furnace',
  'sweltering',
  'skin is (?:burning|boiling|on fire)',
  'flushed',
  '(?<!too |how )hot(?! (?:meal|food|drinks?|tea|chocolate|weather|summer|day|water|pack|pad|cross|dog|bath|shower|flush|flushes|topic))',
  'burning (?:up|hot)',
  'boiling(?: hot)?',
  'roasting(?: hot)?',
  '(?:really|so|very|red|baking|scorching|piping|feels?|feeling|felt|come over|came over|hot|gone) hot',
  'hot (?:and (?:cold|awful|shaky|shivery|clammy|sweaty|flushed|bothered|unwell|ill)|to (?:the )?touch|then cold|all over)',
  'hot like',
  'on fire',
  'drenched in sweat',
  'pouring with sweat',
  'sweat(?:s|ing)? (?:buckets|through|and|like|loads|cold)',
  'cold sweats?',
  'night sweats',
  'dripping with sweat',
)
const SHAKES = any(
  'rattling with cold',
  'lips chattering',
  'chattering',
  '(?<!egg |eggs |sperm |embryo |embryos |brain |fertility )freezing(?! (?:point|rain|weather|outside|eggs?|sperm|embryos?|my eggs))',
  'frozen',
  'drenched',
  'soaked in sweat',
  'sweating',
  'sweaty',
  'shiver(?:s|ing|y|ed)?',
  'rigou?rs?',
  'chills?',
  'chilled',
  'the shakes',
  'violent shakes?',
  'shakes?',
  'shaking(?! hands)',
  'shaky',
  'trembl(?:ing|es|ed|y)',
  'teeth (?:are |r |wont stop |keep |were )?chattering',
  'chattering teeth',
  '(?:freezing|icy|ice|stone|so|really|bitterly|perishing) cold',
  'cold to the bone',
  'cant (?:get|stay|keep) warm',
  'goosebumps',
  'clammy',
)
const MUDDLED = any(
  '(?:suddenly|all|very|really|so|bit|is|hes|shes|gone|and|seems?|getting|im|acting|a little|quite|sounds?|been|looks?) (?:confused|muddled|disorientated|disoriented|delirious|incoherent|drowsy|floppy|grey|gray|out of it|not with it|mottled|lethargic)',
  'muddled',
  'delirious',
  'hallucinat(?:ing|es|ed|ions?)',
  'not making (?:any )?sense',
  'isnt making (?:any )?sense',
  'talking nonsense',
  'not (?:him|her|my)self',
  '(?:looks|looking|gone|went|turned) (?:very |really |so |all |a bit )?(?:grey|gray|ashen|mottled|dreadful|awful|terrible)',
)
const VERY_ILL = any(
  'flu ?ish',
  '(?:feel|feels|feeling|felt) (?:wobbly|faint|dizzy|horrible|grim|rough|poorly|shivery|ill|unwell)',
  '(?:feel|feels|feeling|felt) (?:like )?(?:so |really |very |terribly |absolutely |extremely |just |bloody |real |really really |proper |seriously )?(?:dreadful|terrible|awful|horrendous|rotten|like death|at deaths door|shocking|deathly ill|horrific|shit|crap|like crap|like shit|ghastly|rubbish and hot)',
  '(?:feel|feels|feeling|felt) (?:really |very |so |extremely |terribly |proper |seriously )+(?:ill|unwell|rough|poorly|sick|bad|rubbish|grim)',
  '(?:really|very|so|extremely|terribly|seriously|suddenly) (?:really )?(?:ill|unwell|poorly)',
  'like (?:the )?flu',
  'flu ?like',
  'flu but',
  'infection',
  'sepsis',
  'septic',
)

export const feverOnTreatment: RedFlag = {
  id: 'fever-on-treatment',
  kind: 'emergency',
  text: emergencies.fever,
  helperText: emergencies.fever,
  signs: [
    sign(FEVER_READING),
    signUnless(OUTDOORS, WHOLE_READING, THERMOMETER),
    { ...sign(CLOSE_READING), onTreatment: true },
    {
      ...sign(
        WHOLE_READING,
        any('last night', 'this morning', 'now', 'tonight', 'today', 'again', 'like', 'reads', 'its'),
      ),
      onTreatment: true,
    },
    { ...sign(FEVER), isTerm: true },
    { ...sign(FEVER), onTreatment: true },
    { ...sign(BURNING), onTreatment: true },
    sign(any('burning up', 'rigou?rs?', 'teeth chattering', 'chattering teeth')),
    { ...sign(SHAKES), onTreatment: true },
    {
      ...sign(MUDDLED),
      onTreatment: true,
      unless:
        /\b(?:confused|muddled) (?:about|by|with|over|as to|what|which|between|how)\b|\bim (?:a bit |so |very |really )?confused\b/,
    },
    {
      ...sign(VERY_ILL),
      onTreatment: true,
      unless: /\b(?:about|that i|guilty|for (?:him|her|them)|for not|because i|bad for)\b/,
    },
  ],
  examples: [
    'Had chemo eight days ago and the thermometer says 38.6',
    "I'm neutropenic and I can't stop shivering",
    'his temp shot up to 39.4 after dinner, he had vincristine on Monday',
    "she's on ifosfamide and feels boiling hot and really poorly",
    'Is 37.8 ok on day ten of the cycle? my head is swimming too',
    'temperature of 101 F and my white count is low',
    'chills and sweats since the infusion this morning',
    'my daughter has a fever and her chemo was last week',
    "i've got the shakes an hour after they flushed my port",
    "Dad finished round three on Friday, now he's confused and clammy",
    'running a temperature tonight, second week of VDC',
    'feel horrendous, counts are on the floor, no idea what my temp is',
    '35.4 on the ear thermometer and im mid cycle, shaking like mad',
    "my wife's teeth are chattering, she had doxorubicin yesterday",
  ],
  nearMisses: [
    'Which chemo drugs give people a fever?',
    'My temperature is 36.7 and I feel fine, day four of chemo',
    'What if I run a temperature during the next cycle?',
    'I had a fever after chemo in 2018',
    'Did the man in the lung report have a fever?',
    'He has no fever and no chills after the infusion',
    'Is there a fever limit for giving chemotherapy?',
    'my hay fever is awful this week',
  ],
}
