import type { Sentence } from './plain-words.ts'
import { FAMILY } from './red-flags/words.ts'

/** Where in a sentence a sign stands. */
export interface Place {
  readonly sentence: Sentence
  /** First and last word that met the sign. */
  readonly first: number
  readonly last: number
}

/** What the rest of the message says about every sign in it. */
export interface Setting {
  /** Somebody whom the writer speaks of has died. */
  readonly isBereaved: boolean
  /** "Mine started this morning", "he's having one now": makes a question in general words one about a person. */
  readonly isConfirmed: boolean
  /** "All that is behind us." */
  readonly isOver: boolean
  /** Written for a newsletter, a lesson, an essay. */
  readonly isLesson: boolean
}

const rx = (source: string) => new RegExp(`\\b(?:${source})\\b`)

const FILLERS =
  /^(?:(?:hi|hello|hey|hiya|so|and|but|ok|okay|please|pls|plz|also|well|um|erm|or|right|question|quick question|sorry|thanks|thank you|just|random|curious|moderator here|journalist here|just wondering|i wonder|wondering|i was wondering|just asking|asking|can (?:you|anyone|someone|u) (?:please )?(?:tell me|explain|say)|could (?:you|anyone|someone) (?:please )?(?:tell me|explain)|tell me|do (?:you|your sources|they|the sources) (?:know|say)|(?:anyone|does anyone|anybody) know|i (?:just )?(?:want|need|wanted|would like) to (?:know|ask|understand)|id like to know|if|whether) )+/
const WH = rx('what|whats|which|who|whos|whose|where|wheres|why|whys|how|hows|when|whens|any|anything')
const OPENERS =
  /^(?:(?:what|whats|which|who|whos|whose|where|wheres|why|whys|how|hows|when|whens|do|does|did|would|should|might|may|am|will|could|at what|explain|describe|define|list|quote|difference|definition|meaning)\b ?|can (?!hardly|barely|only|not|feel|see|smell|taste)|(?:is|are|was|were) (?!not\b|now\b|still\b|so\b|really\b|very\b|\w+ing\b)|(?:has|have|had) (?:he|she|it|they|you|we|i|any|anyone|anybody|people)\b)/
const MODAL = /^(?:can|could|would|might|may|will|did|was|were|had|has) /
const PERSON = rx(
  `im|ive|id|my|mine|me|i|we|our|us|weve|hes|shes|he|she|his|her|him|theyre|(?:my|our|his|her|a) (?:\\w+ )?${FAMILY}|mum|dad|hubby|nan|gran|grandad|grandma|hubs`,
)
const OWNER = rx(
  `im|ive|my|mine|hes|shes|his|her|our|him|me|this (?:bad|breathless|tired|sore|much|weak)|(?:mum|dad|hubby|wife|husband|son|daughter|nan|gran)s?`,
)
/** A question whether one's own trouble is normal tells of the trouble. */
const IS_IT_NORMAL =
  /\b(?:is|was) (?:it|this|that|feeling|having|getting|being)\b.{0,20}\b(?:normal|usual|ok|okay|expected|bad|dangerous|serious|safe|right|meant|supposed|typical|worrying|concerning|alarming|an emergency|urgent|something to worry about)\b(?! (?:for|in|with|among) (?:people|patients|most|some|others|everyone|kids|children|adults|cancer|sarcoma|tumours?))/
/** Points at what is going on. */
const IS_THIS =
  /^(?:is|was|could|might|may) (?:(?:this|that|it|he|she|i)(?: be)?(?: having)? (?:a|an|another|my)\b|this (?:chest|pain|numb|weak|bleed|breath|swell|rash|cough|blood|feel|shak|tight|fever))/
const EXPECTED = /\b(?:expected|normal|usual|okay|ok) (?:after|with|on|during|following|to|that|when|if)\b/

const GENERAL =
  /\b(?:people|patients|survivors|anyone|anybody|someone with|those with|cancers?|tumou?rs? (?:cause|causes|bleed|press)|most|sufferers|definition|meaning|means|medical (?:term|word)|in plain words|called|words? for|the word|doctors? word|stand for|how common|how rare|how often|percent|percentage|more (?:usual|common|likely|often)|less (?:usual|common|likely)|odds|likelihood|statistics|risk of|risks of|chances? of|vs|versus|difference between|symptoms? of|signs? of|side effects? of|causes? of|threshold|leaflet|poster|booklet|leaflets|newsletter|essay|website|symptom|first aid|pupils|course on|lecture|exam|textbook|nurses do|treat an?|treated|prevented|moderator|our members|group rules|link with|linked to|related to)\b/
const REPORTED =
  /\b(?:(?:\d+|nineteen|four|eleven|sixty three) years? old (?:woman|man|boy|girl|male|female|in|patient)|the (?:\d+|nineteen|four|eleven) years? old|the \d+ yo|the patients?|patients? (?:in|with|from)|case (?:report|study|series)|(?:in|from) the (?:report|paper|article|table|study|case|series|leaflet|letter|book|source|sources|documents?|text|news|papers)|(?:the|her|his|this|that|their) (?:report|paper|article|table|study|letter|source|text|page|story|book|abstract|leaflet)(?: \w+)? (?:says|said|mentions?|tells?|states|describes?)|(?:says|said|written|mentioned|mentions?) (?:here|in)|mention(?:s|ed)?|the sources|your sources|these (?:papers|articles|sources|reports)|the (?:thorax|spine|bmc|mayo|lung|japanese|chan) (?:case|patients?|man|report|series|one)|the (?:young |old |older |elderly )?(?:man|woman|boy|smoker|teenager|lady|gentleman|guy|girl)(?! (?:is|has|wont|cant|keeps|next|just|on|sitting|sat|who is))|a (?:man|woman) (?:of|aged)|carlys?|kelcies?|saw on|read (?:that|about|in|somewhere)|i read|on (?:the )?(?:tv|telly|news|radio)|celebrity|footballer|actor|film|movie|episode|novel|documentary|denies|family legend|doctors write|which (?:case|patient|one of)|one of (?:the|your|these) (?:cases|patients|papers|articles|reports)|how many of)\b/
const PAST =
  /\b(?:(?:19|20)\d\d|years? (?:ago|back|before|earlier)|decades?|months? (?:ago|back)|weeks ago|ages ago|(?:a )?long (?:time )?ago|last (?:year|month|spring|summer|autumn|winter|fall|christmas)|when (?:i|he|she|we|they|mum|dad|\w+ \w+) (?:was|were)|at birth|(?:on|at) (?:my|his|her|our) wedding|at (?:the age of|\d+ (?:i|he|she|we)\b)|never another|that was|summers? ago|winters? ago|in (?:january|february|march|april|june|july|august|september|october|november|december)|once (?:took|had|fainted|tried|got|was)|in the (?:army|navy|forces)|at (?:school|university|college|uni)|as an? (?:child|kid|baby|teen\w*|boy|girl|miner|student|toddler|infant|youngster|young)|used to|back (?:in|then)|in those days|before (?:they|we|he|she|i|it) (?:found|knew|were|was|had|got|diagnos\w+|started|ever)|before (?:my|his|her|the|their|our) (?:diagnosis|op|operation|surgery|first|treatment|tumou?r|cancer|scan|biopsy|chemo|spine)|at the (?:start|beginning|time|end)|in (?:my|his|her) (?:teens|twenties|thirties|forties|fifties|sixties|seventies|youth|childhood|\d0s)|in the (?:war|nineties|eighties|seventies|sixties|past|\d0s)|the year before|long gone|childhood|previously|my first symptoms?|first symptoms?|all (?:my|his|her) life|history of|at (?:his|her|my|their) (?:own )?wedding|once had|had once|in a previous|turned out fine|in childbirth|during (?:my|his|her) (?:childhood|pregnancy))\b/
const PRESENT =
  /\b(?:(?<!ago )now|all at once|today|tonight|this (?:morning|afternoon|evening|minute|second|week|weekend)|since(?! (?:\w+ ){0,4}(?:19|20)\d\d)|still|again|at the moment|suddenly|all of a sudden|started|keeps?|currently|worse|yesterday|last night|hours?|minutes?|mins?|overnight|ongoing|(?:im|hes|shes|is|am|are|its|been|keep|keeps) (?:\w+ )?\w+ing|for (?:days|weeks)|just (?:had|went|started|fell|coughed|vomited|passed|got|noticed|woke))\b/
const RESOLVED =
  /\b(?:i (?:had|have|ve) none|none so far|(?:its |thats |hes |shes |im )?(?:all )?(?:fine|good|normal|healed|well|recovered|gone|sorted|cleared up|behind us|ok|okay) (?:now|again|since|afterwards|in the end|ages ago)|fine (?:after|afterwards)|back to normal|turned out fine|fully recovered|recovered|all healed|all good|all fine|stopped (?:in a minute|weeks ago|after a minute|ages ago|on its own|months ago))\b/
const HYPOTHETICAL =
  /\b(?:what if|what happens (?:if|when)|if|in case|suppose|supposing|imagine|say i|when should|at what point|worried (?:that )?(?:i|he|she|it) (?:might|will|ll|could)|afraid (?:i|he|she)? ?(?:ill|i ll|hell|shell|might|will)|afraid ill|scared (?:ill|of|he ll|that)|how (?:do|would|will|can|should) (?:i|we|you|someone|they|people|anyone) (?:know|tell|spot|recognise|recognize|prepare|prevent|avoid|manage|treat|stop)|how would|look out for|watch (?:out )?for|list of|signs? of|symptoms? of|warning signs?|red flags?|likely to|at risk|risk of|risks of|chances? (?:of|that|id|hed|shed|i|he|she)|(?:biggest |greatest |worst |main )?fears? (?:is|of)|terrified of|dread|(?<!should )i worry (?:about|that) (?!this|my)|prevent|avoid|ever|one day|in (?:the )?future|down the line|next (?:week|month|year)|before (?:we|i) (?:travel|start|go)|what to do (?:in|about|for)|just in case|which (?:drugs?|symptoms?|medicines?)|does (?:a|the|it|that|this|chemo|radiotherapy|radiation|surgery)|do (?:these|they|those|tumours?|you)|training|train|teach|taught|insurance)\b/
/** "If I am bleeding", "what if he's having a stroke": said of now. */
const IF_NOW =
  /\bif (?:im|ive|i (?:think|feel|just|cant)|hes|shes|my \w+ (?:is|are|has|have|keeps?|feels?|hurts?)|(?:his|her) \w+ (?:is|are|has|have|keeps?)|its|this is|thats)\b/
const MIGHT_BE =
  /\b(?:might|may|could|must) (?:be|have (?:just )?(?:had|taken|overdosed|given|broken|a))\b|\bcould (?:this|it|i|he|she|that) be\b/
const CONFIRMS =
  /\b(?:mine (?:says|reads|said|feels|has|have|is|are|started|does|do|did|just|went|keeps?|wont|was|feels?|came|hurts?|looks?)|(?:he|she|i)(?: just| has| have)? (?:filled|had|having|got|have|has) (?:one|it|this|that|both|two|the same|an egg cup|a cup)|(?:hes|shes|ive|im) (?:just )?(?:had|having|got) (?:one|it|this|that|both|two|the same)|(?:its|it) (?:just )?(?:started|happening|happened|came on|began) ?(?:\w+ )?(?:now|today|tonight|this|an hour|ago|last night|yesterday|to me|right)?|this minute|right now|(?:and|but) (?:now|here) (?:i am|im|it is|he is|hes|shes|she is)|thats (?:what (?:mine|im|ive|hes|shes|he|she|i)|me|him|her|mine)|happening (?:now|to me|to him|to her))\b/
const BEREAVED =
  /\b(?:buried|funeral|passed away|passed last|lost (?:my|our|his|her|the) (?:mum|dad|wife|husband|son|daughter|brother|sister|boy|girl|friend|partner|nan|gran|uncle|aunt|cousin|battle|best friend)|my late|died|deceased|in (?:his|her) (?:name|memory)|rest in peace|rip|grieving|bereave\w*)\b/
const OVER =
  /\b(?:behind (?:us|me|him|her)|all in the past|(?:that|it) was (?:all )?(?:years|months|ages) ago|long behind)\b/
const LESSON =
  /\b(?:newsletter|poster|leaflet for|essay|first aid (?:course|class|on)|teach first aid|pupils|my (?:lecture|exam|thesis|dissertation|course)|for a (?:talk|lecture|class|leaflet|presentation|quiz))\b/
const NEWS =
  /\b(?:singer|footballer|celebrity|actor|actress|presenter|politician|on the news|in the news|on telly|on tv|at a gig|on stage|novel|hero|in a (?:book|film|movie))\b/
const FIRST_PERSON = rx('i|im|ive|id|my|me|mine')
const CRY = rx(
  'help|think|now|right now|please help|emergency|i think|what do (?:i|we) do|asap|urgent|again|happening|just',
)

/** Facts about the message as a whole. */
export function settingOf(sentences: readonly Sentence[]): Setting {
  return {
    isBereaved: sentences.some(({ text }) => BEREAVED.test(text)),
    isConfirmed: sentences.some(({ text }) => CONFIRMS.test(text)),
    isOver: sentences.some(({ text }) => OVER.test(text)),
    isLesson: sentences.some(({ text }) => LESSON.test(text)),
  }
}

/** Whether an emergency's sign is told of a person at hand, now. @param isTerm as `Sign.isTerm` */
export function isEmergencyTold(place: Place, setting: Setting, isTerm: boolean): boolean {
  const { sentence } = place
  const clause = clauseOf(place)
  const present = PRESENT.test(clause)
  if ((setting.isOver || setting.isLesson) && !present) return false
  if (REPORTED.test(sentence.text) && !FIRST_PERSON.test(clause)) return false
  if (NEWS.test(sentence.text) && !present) return false
  if ((PAST.test(spoken(sentence)) || RESOLVED.test(sentence.text)) && !present) return false
  if (setting.isBereaved && !present && !/\b(?:i|im|ive|id)\b/.test(clause)) return false
  if (/\bin general\b|\bgenerally\b/.test(sentence.text) && !present) return false
  if (setting.isConfirmed) return true
  if (isTerm && !isCloseToHome(sentence)) return false
  if (isHypothetical(place, clause)) return false
  const question = questionOf(sentence, clause)
  if (question !== null) return isOwnQuestion(question, clause)
  if ((GENERAL.test(clause) || isAskedAfter(sentence)) && !PERSON.test(clause)) return false
  return true
}

/** The clause of the sign, or clauses where it spans some. */
function clauseOf({ sentence, first, last }: Place): string {
  return spanText(sentence, firstWordOf(sentence, first), lastWordOf(sentence, last))
}

function firstWordOf({ clauses }: Sentence, word: number): number {
  let at = word
  while (at > 0 && clauses[at - 1] === clauses[word]) at--
  return at
}

function lastWordOf({ clauses }: Sentence, word: number): number {
  let at = word
  while (at + 1 < clauses.length && clauses[at + 1] === clauses[word]) at++
  return at
}

function spanText({ text, starts, words }: Sentence, from: number, to: number): string {
  return text.slice(starts[from] ?? 0, (starts[to] ?? 0) + (words[to]?.length ?? 0))
}

/** The question that the clause is or belongs to, without what leads up to it; null in a statement. */
function questionOf({ text }: Sentence, clause: string): string | null {
  const [own, whole] = [clause.replace(FILLERS, ''), text.replace(FILLERS, '')]
  if (OPENERS.test(own)) return whole.startsWith(own.slice(0, 12)) ? whole : own
  return OPENERS.test(whole) && !hasOwnSubject(clause) ? whole : null
}

/** "Double vision, how common is that?" */
const ASKED_AFTER =
  /\b(?:how many|how common|how often|how rare|what (?:is|are|does|do|causes?)(?: \w+)?(?: \w+)?|whats (?:it|that|this)|explain|meaning|definition|any (?:link|table|leaflet|info|information)|are they linked|is (?:it|that|this) (?:listed|common|in|linked|the same|related))$/

function isAskedAfter(sentence: Sentence): boolean {
  if (ASKED_AFTER.test(sentence.text)) return true
  const end = sentence.words.length - 1
  const lastClause = spanText(sentence, firstWordOf(sentence, end), end)
  return (
    sentence.clauses[end] !== 0 &&
    /^(?:which|what|how|who|why|are|do|does) /.test(lastClause) &&
    !PERSON.test(lastClause) &&
    !PRESENT.test(sentence.text)
  )
}

function isCloseToHome(sentence: Sentence): boolean {
  const { text, isShouted } = sentence
  return PERSON.test(text) || isShouted || CRY.test(text) || PRESENT.test(text)
}

/** The sentence with a comma between its clauses. */
function spoken({ words, clauses }: Sentence): string {
  return words.map((word, at) => (at > 0 && clauses[at] !== clauses[at - 1] ? `, ${word}` : word)).join(' ')
}

const OWN_SUBJECT = rx(
  `im|ive|hes|shes|i (?:have|feel|just|keep|cant|am|had|took|think|was|woke|fell|coughed|got)|my \\w+|(?:he|she) (?:is|has|keeps|just|cant|was|had|fell)|now|suddenly|mine|because`,
)

function hasOwnSubject(clause: string): boolean {
  return OWN_SUBJECT.test(clause)
}

function isHypothetical({ sentence, first }: Place, clause: string): boolean {
  const before = spanText(sentence, firstWordOf(sentence, first), first)
  const opening = sentence.text.replace(FILLERS, '')
  if (IF_NOW.test(sentence.text) || MIGHT_BE.test(clause)) return false
  if (HYPOTHETICAL.test(before)) return !(PRESENT.test(clause) && OWNER.test(clause))
  return /^(?:if|what if|in case|suppose|when should|before) /.test(`${opening} `) && !hasOwnSubject(clause)
}

function isOwnQuestion(bare: string, clause: string): boolean {
  const asked = bare.replace(/\b(?:to|tell|show|give|send|help) me\b/g, '')
  if (IS_IT_NORMAL.test(bare) || EXPECTED.test(bare)) return !GENERAL.test(bare) || OWNER.test(clause)
  if (IS_THIS.test(bare)) return !GENERAL.test(bare)
  if (MIGHT_BE.test(bare)) return PERSON.test(bare)
  if (/^should (?:i|we|he|she)/.test(bare)) return OWNER.test(clause) || PRESENT.test(clause)
  if (/^did i\b/.test(bare)) return true
  if (MODAL.test(bare)) return /\b(?:im|hes|shes|ive) /.test(bare) || (OWNER.test(clause) && PRESENT.test(clause))
  if (/^(?:when|how long|how soon) (?:did|was|were|had)\b/.test(bare)) return false
  if (/^(?:do|does|did) (?:you|your|they|people|these|anyone)/.test(bare))
    return OWNER.test(clause) && PRESENT.test(clause)
  if (WH.test(bare) && GENERAL.test(bare) && !OWNER.test(clause)) return false
  return PERSON.test(asked)
}

const CRISIS_GENERAL =
  /\bself harm is (?:a|the|our|one) \w+\b|\btopics?\b|\b(?:is|are) self harm\w* (?:\w+ )?(?:common|usual|normal)\b|\b(?:suicide|crisis) (?:helplines?|hotlines?|numbers?|posts?|policy|notes? policy)\b|\bmoderators? (?:handle|deal|answer|respond)|\bposts about suicide\b|\b(?:risk|rates?|prevention|chance) of suicide\b|^were any\b|\b(?:do|does|are|is) (?:cancer |many |most |all )?(?:patients|people|survivors)\b|\bsuicide (?:gene|rates?|risk)\b|\bgene therapy\b/

/** Whether a crisis's sign is told of a person at hand: what is planned or wished counts, what is long past does not. */
export function isCrisisTold(place: Place, setting: Setting): boolean {
  const clause = clauseOf(place)
  if (CRISIS_GENERAL.test(place.sentence.text) && !FIRST_PERSON.test(clause)) return false
  if (
    /\b(?:what if|if) i (?:ever )?(?:feel|get|become|am) \w+ (?:later|one day|in (?:the )?future|again one day)\b/.test(
      clause,
    )
  )
    return false
  if (
    /\b(?:helplines?|how do moderators|our group page)\b/.test(place.sentence.text) &&
    !/\b(?:me|myself|im|tonight|now)\b/.test(clause)
  )
    return false
  if (/\bif (?:someone|somebody|a member|anyone)\b/.test(clause) && !PRESENT.test(clause)) return false
  if (REPORTED.test(place.sentence.text) && !PERSON.test(clause)) return false
  if (PAST.test(clause) && !PRESENT.test(clause)) return false
  if (
    /\b(?:killed|hanged|shot|drowned|took) (?:himself|herself|themselves|his|her)\b/.test(clause) &&
    !PRESENT.test(clause)
  )
    return !setting.isBereaved && /\b(?:tried|attempt\w*|pills|tablets|morphine)\b/.test(clause)
  return true
}
