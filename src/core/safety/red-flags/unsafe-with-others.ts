import { crises } from '../catalogue.ts'
import { any, type RedFlag, sign, signUnless } from './red-flag.ts'

const SOMEONE =
  '(?:he|she|they|(?:my|the|our) (?:\\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|ex|dad|stepdad|stepfather|stepmother|mum|son|daughter|brother|sister|uncle|aunt|cousin|carer|landlord|flatmate|nurse|neighbour|bloke|man|nephew|grandson))'

/** Violence, threats and neglect by people near the writer. */
export const unsafeWithOthers: RedFlag = {
  id: 'unsafe-with-others',
  kind: 'crisis',
  text: crises.unsafe,
  helperText: crises.unsafeHelper,
  signs: [
    signUnless(
      /\b(?:baby|toddler|little one|grandchild|cat|dog|kitten|puppy|with (?:a|his|her|the) (?:pillow|ball|snowball|news|bill|questions?)|lol|haha|game|match|for six)\b/,
      any(
        `${SOMEONE} (?:\\w+ )?(?:hits|beats|slaps|punches|chokes|strangles|kicks|grabs|hit|beat|slapped|punched|choked|strangled|kicked|grabbed|shoved|pushed) (?:me(?! (?:a|an|some|at|on the swing|home)\\b)|my (?:mum|mother|sister|face|throat|arm|head))\\b`,
        `${SOMEONE} (?:is|keeps|has been|been) (?:hitting|beating|slapping|punching|choking|kicking|hurting|abusing|threatening|raping|molesting) me`,
        `${SOMEONE} (?:\\w+ )?(?:hurts|abuses|raped|molests|molested|rapes|threatens) me`,
        '(?:being|getting|am|im) (?:abused|beaten|beaten up|raped|molested)',
        '(?:hes|shes|theyre) (?:\\w+ )?(?:hitting|beating|hurting|abusing|choking|threatening) me',
      ),
    ),
    sign(
      any(
        `${SOMEONE} (?:\\w+ )?(?:threatened|threatens|wants|tried|says hell|says shell|said hell|said shell|said hed|said shed) (?:to )?(?:kill|stab|shoot|strangle|hurt|hit|beat) (?:me|us|my)`,
        '(?:forcing|forced|forces) (?:himself|herself|me to have sex|me into sex)',
        'touches me (?:where|when|in ways)',
        '(?:raised (?:his|her) fists?|(?:his|her) hands (?:around|round) my (?:neck|throat)|grabbed me by|grabs me by)',
        'raped me',
      ),
    ),
    sign(
      any(
        '(?:he|she|they) (?:locked|locks|keeps|kept|keep) me (?:in|inside|locked|shut|from leaving|prisoner)',
        'locked me in',
        'wont let me (?:out|leave the house|go out|leave the room)',
        '(?:keeps|withholds|takes|took|hides|sells) my (?:\\w+ )?(?:medicine|medicines|meds|morphine|tablets|pills|patches|painkillers) (?:from me|and (?:my (?:phone|card|bank)|sells|hits|laughs|threatens))',
      ),
    ),
    sign(
      any(
        '(?:not|dont feel|im not|isnt) safe (?:at home|here|in this house|in my (?:own )?home|with (?:him|her|them|my husband|my partner|my wife|my son))',
        '(?:scared|afraid|frightened|terrified) of (?:my (?:own )?(?:husband|partner|boyfriend|wife|son|father|dad|carer|brother|stepdad|stepfather|girlfriend|ex)|going home)',
        'scared to go home',
      ),
    ),
    sign(
      any(
        '(?:hes|shes|he has|she has|he|she) (?:just )?(?:got|has|picked up) (?:a|the) (?:knife|gun|shotgun|axe)',
        '(?:kicking|breaking|smashing) (?:my|the|our) (?:front |back )?door (?:in|down)',
        'coming to (?:hurt|kill|get) me',
      ),
    ),
  ],
  examples: [
    'my husband hits me and I am too weak to leave',
    "I'm not safe at home",
    'he is hurting me and I have nowhere to go',
    'my son threatened to kill me last night and he is back now',
    'She keeps my morphine from me and laughs',
    'He locked me in and took my phone',
    'my boyfriend choked me again tonight',
    "I am scared of my own husband, he's been drinking again",
    'my carer slaps me when nobody is here',
    'I am being abused by my brother',
    'my uncle is forcing himself on me',
  ],
  nearMisses: [
    'it hit me hard when he told me the result',
    'My toddler hit me with a pillow and giggled',
    'he beat me at chess again',
    'Is it safe at home to keep morphine?',
    'my ex was violent, we divorced in 2009',
    'he keeps me company in clinic',
    'the nurse grabbed me a coffee',
    'Do hospitals ask about violence at home?',
  ],
}
