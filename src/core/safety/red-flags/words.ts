/** Words of everyday speech that several red flags share, as alternatives for `any`. */

export const FAMILY =
  '(?:mum|dad|nan|gran|nana|grandma|grandpa|grandad|granddad|grandmother|grandfather|wife|husband|hubby|hubs|hub|partner|missus|spouse|fiance|fiancee|boyfriend|girlfriend|bf|gf|son|daughter|kid|kids|child|children|baby|toddler|boy|girl|lad|little one|brother|sister|sis|bro|uncle|aunt|auntie|aunty|cousin|nephew|niece|grandson|granddaughter|friend|mate|pal|buddy|neighbour|neighbor|colleague|roommate|flatmate|twin|stepson|stepdad|stepmum|in law|teen|teenager|other half|old man|member)'

/** Drugs and other medicines that an overdose is told of. */
export const MEDICINE =
  '(?:pills?|tablets?|tabs|meds|medicines?|medications?|capsules?|painkillers?|pain killers?|morphine|oramorph|codeine|co codamol|cocodamol|paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|oxy|oxycodone|oxycontin|oxynorm|percocet|vicodin|hydrocodone|hydromorphone|dilaudid|tramadol|fentanyl|patch|patches|methadone|mst|zomorph|gabapentin|pregabalin|lorazepam|diazepam|valium|xanax|ativan|temazepam|zopiclone|ambien|sleeping pills?|sleepers|antidepressants?|amitriptyline|sertraline|insulin|methotrexate|dexamethasone|steroids?|warfarin|digoxin|beta blockers?|opioids?|opiates?|liquid|syringe|dose|doses|dosage|prescription|packet|blister pack|chemo tablets)'

export const COUGH =
  '(?:cough|coughs|coughed|coughing|coughin|hack|hacked|hacking|hacks|spit|spits|spitting|spat|phlegm|sputum|mucus|mucous|spittle|saliva|snot|flem|gob|gobbed|hawked|hawking|clearing (?:my|his|her) throat)'

/** The writer or another person, as object. */
export const SELF = '(?:myself|himself|herself|themselves|themself|hisself|meself|ourselves)'
