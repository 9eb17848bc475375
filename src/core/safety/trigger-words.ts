import { distance } from 'fastest-levenshtein'

/** The words that red flags turn on, and that are often misspelt in a fright. */
const TRIGGERS: readonly string[] = [
  ...['chest', 'breathe', 'breathing', 'breath', 'breathless', 'breathlessness', 'blood', 'bloody', 'bleeding'],
  ...['coughing', 'coughed', 'coughs', 'seizure', 'seizures', 'stroke', 'collapsed', 'collapse', 'fainted', 'fainting'],
  ...['unconscious', 'unresponsive', 'convulsing', 'convulsion', 'convulsions', 'overdose', 'overdosed', 'morphine'],
  ...['tablets', 'paracetamol', 'swollen', 'swelling', 'throat', 'tongue', 'allergic', 'reaction', 'anaphylaxis'],
  ...['anaphylactic', 'fever', 'feverish', 'temperature', 'shivering', 'shivers', 'shaking', 'chemo', 'chemotherapy'],
  ...['neutropenic', 'neutropenia', 'suicidal', 'suicide', 'kill', 'killing', 'myself', 'himself', 'herself', 'burden'],
  ...['numb', 'numbness', 'weakness', 'walking', 'bladder', 'bowels', 'bowel', 'pain', 'vomiting', 'vomited'],
  ...['drooping', 'slurring', 'slurred', 'speech', 'swallowed', 'tightness', 'crushing', 'struggling', 'suffocating'],
  ...['choking', 'gasping', 'wheezing', 'paralysed', 'paralyzed', 'responding', 'passed', 'blacked', 'confused'],
  ...['oxycodone', 'codeine', 'tramadol', 'fentanyl', 'hurting', 'hopeless', 'thoughts', 'without', 'haemoptysis'],
  ...['pressure', 'tingling', 'pouring', 'gushing', 'infusion', 'cyclophosphamide', 'doxorubicin', 'ifosfamide'],
  ...['vincristine', 'etoposide', 'methotrexate', 'convulsed', 'everyone', 'everybody', 'living', 'alive', 'dizzy'],
]
/** Ordinary words one slip away from a trigger; they mean what they say. */
const ORDINARY: ReadonlySet<string> = new Set(
  [
    'chess cheat crest chests cheats breathed breaths breadth breather breathes bread breed breeding broad bleed',
    'bleeds bleedings blond blonde bloods flood brood bloom bloodied coughs cough strike strokes stoke stroked stroker',
    'tablet table tables reactions reactive relation traction action spelling selling smelling smell swell swells',
    'through throats threat throw threats tongues fewer lever never sever fevers several ever feverfew sharing shaving',
    'shakes staking slaking making taking baking skill killed kills kilo kilos fill bill hill till pill will kiln',
    'billing filling willing tilling murder border bladders vowels bowls towels bowel number numbed thumb dumb',
    'talking waking walling wakening weaknesses walkings paint pains plain paid pair gain rain main pan pin panic',
    'spinal special speed peach speeches tightens tightened lightness hearting hurling curing turning burning hunting',
    'thought though throughout living loving giving lining diving leaving livings dosing evening aliver olive',
    'pouting touring scouring rushing gushing blushing crashing brushing cursing passes based past passed paused',
    'backed blocked black lacked blanked confuse confusing conferred responded respond chemos chemotherapies',
    'temperatures infusions illusion confusion inclusion choosing joking smoking cloaking grasping clasping',
    'suicides swallows swallow wallowed collapses collapsing overdoses overdosing overdone reacting pleasure',
    'pressures measure pressured within myself itself tingle tinkling mingling jingling single without',
    'seized stiffness fitness illness witness wellness moving morphing hopefuls hopeful dizzying slurs',
  ]
    .join(' ')
    .split(' '),
)
/** Words that people run together: "chestpain", "cantbreathe". */
const GLUED: ReadonlySet<string> = new Set([
  ...TRIGGERS,
  ...['cant', 'pain', 'pains', 'im', 'hes', 'shes', 'my', 'up', 'out', 'not', 'cough', 'wake', 'legs', 'leg', 'feel'],
  ...['high', 'face', 'lips', 'want', 'die', 'to', 'need', 'help', 'bad', 'heart', 'attack', 'over', 'dose', 'short'],
])
const MIN_LENGTH = 5
const MIN_LENGTH_FOR_TWO = 9

const byInitial = new Map<string, string[]>()
for (const word of TRIGGERS) byInitial.set(word.charAt(0), [...(byInitial.get(word.charAt(0)) ?? []), word])
const known: ReadonlySet<string> = new Set([...TRIGGERS, ...ORDINARY])

/** Slips too far from the word for a distance of one or two. */
const SLIPS: ReadonlyMap<string, string> = new Map([
  ...(['breth', 'breeth', 'brethe', 'breathe', 'breth', 'brieth'] as const).map((slip) => [slip, 'breathe'] as const),
  ...(['siezure', 'seezure', 'ceizure', 'siezer', 'seizer', 'seisure', 'seazure'] as const).map(
    (slip) => [slip, 'seizure'] as const,
  ),
  ...(['blod', 'bllod', 'blud', 'blodd', 'boold'] as const).map((slip) => [slip, 'blood'] as const),
  ...(['suiside', 'sucide', 'suicde'] as const).map((slip) => [slip, 'suicide'] as const),
  ...(['suicidle', 'suisidal', 'sucidal', 'suicidel'] as const).map((slip) => [slip, 'suicidal'] as const),
  ...(['coff', 'cofing', 'coffing', 'coughin', 'cuoghing', 'caughing', 'coghing'] as const).map(
    (slip) => [slip, 'coughing'] as const,
  ),
  ['nub', 'numb'],
  ['ches', 'chest'],
  ['chst', 'chest'],
  ['chets', 'chest'],
  ['num', 'numb'],
  ['cheat', 'chest'],
  ['feva', 'fever'],
  ['fevr', 'fever'],
  ['kemo', 'chemo'],
  ['keemo', 'chemo'],
  ['cemo', 'chemo'],
  ['panadol', 'paracetamol'],
])

/** Mends misspelt trigger words and takes apart run-together ones. @param text lower case, single spaces */
export function mendTriggers(text: string): string {
  return text.split(' ').map(mendWord).join(' ')
}

/** No real word of a message is longer, and each comparison costs its length. */
const MAX_LENGTH = 20

function mendWord(word: string): string {
  const slip = SLIPS.get(word)
  if (slip !== undefined) return slip
  if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || known.has(word)) return word
  return nearest(word) ?? takeApart(word) ?? word
}

function nearest(word: string): string | undefined {
  const allowed = word.length >= MIN_LENGTH_FOR_TWO ? 2 : 1
  return (byInitial.get(word.charAt(0)) ?? []).find(
    (trigger) =>
      trigger.length >= MIN_LENGTH &&
      (isSwap(word, trigger) ||
        (Math.abs(trigger.length - word.length) <= allowed && distance(word, trigger) <= allowed)),
  )
}

/** Two neighbouring letters changed places. */
function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

function takeApart(word: string): string | undefined {
  for (let at = 2; at <= word.length - 3; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (GLUED.has(head) && GLUED.has(tail)) return `${head} ${tail}`
  }
  return undefined
}
