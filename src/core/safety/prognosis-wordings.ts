/** How people ask how long one lives with a disease: data of `prognosis.ts`. See `compileWordings` for the marks. */

export const NAMES = {
  relative:
    'mum|mom|mummy|mommy|dad|daddy|mother|father|son|daughter|husband|wife|hubby|brother|sister|gran|grandma|grandad|grandpa|child|kid|kids|children|boy|girl|baby|partner|friend|uncle|aunt',
  who: 'i|ill|we|he|hell|she|shell|they|you|people|patients|someone|somebody|anyone|anybody|one|those|most|many|kids|children|adults|(?:my|our|his|her|the|a) (?:\\p{L}+ )?(?:<relative>)|mum|mom|dad|hubby',
  disease: 'it|this|mcs|cancer|this cancer|the cancer|tumour|sarcoma|chondrosarcoma|osteosarcoma|disease|illness',
  time: '(?:\\p{N}+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|thirty|a few|few|many|several|more|another) ?(?:years?|yrs?|months?|mths?|weeks?|decades?)|\\p{N}+(?:yrs?|y)',
} as const

export const ASKING: readonly string[] = [
  // By its name.
  '(?:survival|survivability|survivable|survivors?|mortality|lethality|lifespan|life span|lifetime|life expectancy|years of life|longevity)',
  '(?<!cells )(?:survive|survives|survived|surviving)(?! (?:the )?(?:surgery|operation|biopsy|waiting|wait|on|without my|radiation cells))',
  '(?:my|his|her|our|the|what|whats|is|overall|good|poor|bad|better|worse|general|long term|any) (?:(?!word|term)\\p{L}+ )?(?:prognosis|outlook|prognoses)(?! (?:literature|mean|is spelt))',
  '(?:prognosis|outlook) (?:of|for|with|in|after|once|if|when|without|is|please|better|worse|[.?])',
  '(?:fatal|fatality|fatalities|terminal|deadly|lethal|incurable|death sentence|life threatening|life limiting|life shortening)(?! (?:end|region|domain|part))',
  '(?:death|deaths|die|dies|died|dying) (?:rate|rates|from (?:it|this|mcs|mesenchymal|extraskeletal|osteosarcoma|the (?:disease|cancer|tumour)|that|esos|chondrosarcoma)|of (?:it|this|mcs|mesenchymal|extraskeletal|the (?:disease|cancer|tumour)|chondrosarcoma))',
  // Will I die? How many died?
  '(?:am|is|are|will|would|could|can|do|does|did|might|gonna|have|has|going to|likely to|chance of|chances of|risk of|odds of|percent|percentage of|rate of|in|to|how many|who|which|what|all|most|any|likelihood of|probability of) (?:(?!cells?|why)\\p{L}+ |\\p{N}+ ){0,5}(?:die|dies|died|dying|perish|pass away|passed away)(?! (?:of embarrassment|for a|to know|laughing|of boredom|out|down|cells?|off))',
  '(?:how many|percent|percentage|number of|were|most|patients|people|anyone|chance of|risk of|cause of|causes of|rate of|likely|odds of|group) [5] (?:dead|deaths?)(?! (?:of me|tissue|cells?|battery|line|link))',
  '(?:it|this|that|mcs|disease|cancer|tumour|what|quick|quickly|will|would|could|going to|gonna|sarcoma) [2] (?:kill|kills|finish|take) (?:me|you|him|her|us|people|my (?:<relative>)|mum|mom|dad|someone|patients|them|most|everyone)(?! (?:with|away|to|home|off|in|for))',
  'how (?:quick|quickly|fast|soon|long) (?:does|do|will|would|can) [4] (?:kill|die|take me|take him|take her)',
  '(?:end|ends|ending) in death|(?:always|usually|often|ever) (?:fatal|kill|kills|die)|(?:be|been|being) dead|(?<!(?:group|page|site|forum|charity) )still (?:alive|living|here|around)',
  // How long have I got?
  'how (?:long|much time|many years|many months|much longer) (?:have|has|do|does|did|would|will|can|could|might|should) (?:<who>) (?:\\p{L}+ ){0,4}(?:got|left|have|live|lives|last|lasted|survive|get|be here|be around|expect)(?! (?:to wait|between|until|till|before (?:the|my)|numb|symptoms|pain|chemo|treatment|it done|back|to stay|to be|results|scans?|the|an?|my|his|her|home|in hospital))',
  'how (?:long|much time|many years|many months|much longer) (?:have|has|do|does) (?:i|we|he|she|dad|mum|mom) (?:got|have)(?: left| with| to live)? [.,]',
  'how (?:long|much time|many years|many months) [9] (?:left|to live|lived?|lives|living|have left|survive)(?! (?:with pain|in|at home|over|out))',
  '(?:years|months|time|weeks|days) (?:left|to live|remaining|do you get|does (?:he|she|one) get|people get|you get|have i got|has (?:he|she|dad|mum) got|i have left)|time [6] (?:people|patients|someone) [5] (?:get|have|got)',
  '(?:months or years|years or months|weeks or months|days or weeks|best case|worst case|borrowed time|my days are numbered|numbered days|end of life|end stage)',
  '(?:stage (?:4|four|iv)|metastatic|spread|its back|lungs|terminal|figures|honestly) ?,? how long',
  'how long (?:[.,]|for)(?! (?:the|a|results))|how long [4] (?:once|after|when|if|with) [3] (?:spread|spreads|lungs|metastases|mets|metastatic|stage|diagnosis|diagnosed|relapse|comes back|returns)',
  '(?:live|lived|living|lives) [5] (?:<time>)|(?:live|lives|lived|living) (?:longer|long|a long|a normal|a full|through|past|beyond|to (?:be|see|old|\\p{N})|until|till|(?<!(?:where|do) people live )with (?:it|this|mcs|mesenchymal|the (?:disease|cancer)))',
  '(?:will|would|can|could|is|are|does|do|did|has|have|chance|chances|likely|hope) (?:<who>) [2] (?:live|lived|live through|pull through|beat|beat it|make it|made it|get through|still be here|be here|be alive|alive|see (?:my|his|her|our|\\p{N}|christmas|the new year|another|next)|grow up|grow old|reach|outlive|recover from this|come through|last)(?! (?:to the|in time|on time|with|at home|alone|without|in|near|a copy|up for|look|for the))',
  '(?:<who>) (?:gonna|going to|likely to|ever|still|really) (?:make it|live|pull through|beat|be here|be alive|be around|get through)(?! (?:to the (?:appointment|clinic)|in time))',
  '(?:make it|made it|making it|got through it|beat it|beaten it|beating it|get through it|pull through|pulled through|live through it|lives through it)(?: [.,]| to \\p{N}| for \\p{N}| [3] (?:years|\\p{N}))',
  '(?:has|have|did|does|do|is there) (?:anyone|anybody|someone|any|many|people|everyone) [4] (?:lived?|survived?|beat|beaten|made it|alive|long term|cured)',
  // Chances and figures.
  '(?:my|his|her|our|your|their|dads|mums|(?:<relative>)s?) (?:\\p{L}+ )?(?:chances?|odds)(?! of (?:getting (?:an?|the) (?:appointment|trial)|passing it))',
  '(?:what are|whats|what is|what|any|give me|tell me|best|good|real|honest) (?:the |my )?(?:\\p{L}+ )?(?:chances?|odds|likelihood|probability|statistics|stats)(?: [.,]| with (?:it|this|that|chemo|surgery|treatment|mcs)| of (?:surviv|living|making|beating|being (?:here|alive)|getting (?:through|better|over)|coming through|him|her|me|us|a cure|recovery|dying|death|\\p{N})| if| when| after| once| for (?:me|him|her|us|my|someone|people|a|stage)| at)',
  '(?:chances?|odds|likelihood|probability|likely|percent|percentage|proportion|share|%) [3] (?:surviv\\p{L}*|alive|living|live|lives|lived|making it|make it|made it|beat|beats|beating|being here|being alive|dying|die|dies|died|death|pull|pulling|getting through|coming through|cured|cure|make|(?:<time>)|still)',
  '(?:what|whats) (?:percent|percentage|proportion|fraction|share|%) [5] (?:beat|make it|live|die|survive|are cured|get cured|cured|are still|alive|pull through|dead|gone)',
  '(?:how many|do many|do most|most|anyone|any) [4] (?:beat|live|lived|survive|make it|made it|live through|pull through|die|died|alive|are cured|were cured|make \\p{N}|reach)(?! (?:in|near|at home|with pain|here))',
  '(?:average|mean|median|typical|usual|normal|expected|longest|shortest|maximum) [2] (?:years left|months left|life|lifespan|survival|time (?:left|to death|until death)|years (?:after|from)|anybodys? lasted|anyones? lasted|lasted|time to live)',
  '(?:longest|shortest) [4] (?:lived|lasted|survived|survivor|made it|gone)',
  '(?:alive|living|around|here) (?:at|after|in|for) (?:\\p{L}+ )?(?:<time>)|(?:<time>) (?:later|on|after) [3] alive',
  '(?:\\p{N}+|one|two|three|five|ten|fifteen|twenty) ?(?:year|yr|y|month|mth|years|yrs) (?:survival|survivors?|prognosis|outlook|odds|chances?|mark)',
  '(?:chances?|odds) of (?:\\p{N}+|five|ten|two|three|twenty) (?:years?|yrs?|months?)',
  '(?:how|what) [2] (?:did|happened to) (?:the |those |these )?(?:\\p{L}+ ){0,3}(?:patients|people|cases|group|children|kids|ones) [5] (?:do|fare|end up|turn out|in the end)(?= [.,])',
  '(?:was|been|were) given [1] (?:<time>)|(?:they said|doctor said|told|gave|given|was given|been given|giving|says|said) [3] (?:<time>)(?: to live| left| tops| at most| max| [.,])(?! (?:course|of chemo|of treatment))',
  '(?:does|will|would|could|can) [5] (?:extend|prolong|lengthen|shorten|add|buy) [4] (?:life|lives|time|years|months|survival)|(?:extend|prolong|shorten) (?:my|his|her|the|your|a) [1] (?:life|lives)',
  '(?:see|walk|watch|live to see|be at|be there for|miss) (?:my|our|his|her) (?:\\p{L}+ )?(?:<relative>)s? [2] (?:married|wedding|grow|grow up|graduate|graduation|born|birthday|school|down the aisle)|grow up (?:with|without) (?:a |his |her |me|their )',
  '(?:planning|plan) for (?:next|the) (?:christmas|summer|year|birthday|spring)|(?:be here|be around|make it to|see) (?:for |at |next |another |this |until |till |the end of )?(?:christmas|summer|next year|new year|easter|my \\p{N}+|his \\p{N}+|her \\p{N}+|my birthday|the year)',
  'is (?:it|this|there|mcs|that) (?:\\p{L}+ )?(?:curable|a killer|the end|game over|hopeless|going to kill|any hope|survivable)|is there (?:any |still |no )?hope|(?:poor|bad|good|better|worse|best|worst) outcomes?|outcomes? (?:of|for|in|after) (?:the )?(?:\\p{L}+ ){0,3}(?:patients|cases|people|group|disease|cancer)|(?:recovery|remission|success) rates?|(?:do|have|has|does) (?:i|we|he|she|dad|mum|mom) (?:have |got )?(?:long|much time)(?: left| [.,])|(?:can|could|will) (?:it|this|i|he|she|we|mcs) (?:ever )?be (?:cured|beaten|survived)|(?:cure|cured) (?:rate|rates)|give (?:me|us) (?:the )?(?:numbers|odds|figures|stats|it straight)',
  '(?:prepare|preparing|ready) for the worst|(?:get|getting|put) (?:my|his|her|our) affairs in order|(?:make|making|write) (?:a|my|his|her) will (?![\\p{L}])',
]
