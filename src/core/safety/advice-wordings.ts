/** How people ask to have their own case judged: data of `personal-advice.ts`. See `compileWordings` for the marks. */

/** Words that many wordings share. */
export const NAMES = {
  relative:
    'mum|mom|mummy|mommy|mam|dad|daddy|mother|father|son|daughter|husband|wife|hubby|brother|sister|gran|grandma|grandad|grandpa|nan|child|kid|kids|children|boy|girl|lad|baby|toddler|partner|friend|mate|uncle|aunt|auntie|nephew|niece|cousin|fiance|fiancee|boyfriend|girlfriend',
  /** Someone named without "my". */
  near: 'mum|mom|mummy|mommy|dad|daddy|hubby|gran|grandma|grandad|grandpa',
  kin: '<near>|(?:my|our|his|her) (?:[^ .,]+ )?(?:<relative>)s?',
  who: 'i|im|ive|ill|we|he|hes|she|shes|<kin>|(?:a|the) (?:<relative>)|someone (?:like me|my age)|people like me',
  whom: 'me|us|him|her|<kin>|someone (?:like me|my age)',
  whose: 'my|our|his|her|mums|moms|dads|hubbys',
  /** The reader or somebody near, in any form; the giver's "tell me" is none. */
  own: 'i|im|ive|(?<!(?:tell|show|give|find|let|remind|point|send|explain to) )me|my|mine|we|weve|our|ours|(?<!(?:tell|show|give|the|in) )us|(?:<near>)s?',
  third: 'he|hes|she|shes|him|his|her|hers',
  judged:
    'safe|ok|okay|alright|fine|allowed|dangerous|harmful|risky|bad|good|wrong|right|daft|mad|mistake|worth|wise|sensible|reasonable|advisable|better|best|late|early|soon|long|much|many|idea|necessary|needed|required|possible|normal|stupid|silly|crazy|selfish|serious|enough|high|low|worrying|harmless|overkill|urgent|point|sinister|bother|worse|fair',
  sign: 'lumps?|lumpy|bumps?|swelling|swollen|mass|growth|nodules?|shadow|lesions?|cyst|knot|pains?|painful|hurts?|hurting|aches?|ached|aching|sore|tender|cough|headaches?|backaches?|limp|limping|tingling|numb|numbness|bruise|rash|patch|hoarse|tired|tiredness|fatigue|weight|bleed|bleeding|swells|stiff|spot|hard|calcium',
  disease:
    'cancer|cancers|cancerous|tumours?|sarcoma|sarcomas|chondrosarcoma|osteosarcoma|mcs|malignant|malignancy|benign|recurrence|relapse|metastasis|metastases|metastatic|mets|secondaries|mesenchymal',
  report:
    'scans?|mri|mris|ct|pet|xrays?|x rays?|reports?|results?|bloods?|blood tests?|bloodwork|counts|pathology|histology|biopsy|slides|letter|ultrasound|labs|markers?',
  value:
    'grade|stage|margins?|ki67|ki 67|suv|ldh|alp|hb|haemoglobin|hemoglobin|platelets|neutrophils|neuts|white cells|calcium|creatinine|crp|psa',
  therapy:
    'treatments?|chemo|chemos|chemotherapy|radiation|radiotherapy|surgery|operation|op|drugs?|medicines?|medication|trials?|options?|plans?|regimen|hospital|surgeon|doctor|immunotherapy|proton therapy|amputation|transplant|diet|cycles|approach|choice|next step',
  medicine:
    'tablets?|pills?|dose|doses|dosage|mg|mgs|milligrams?|capsules?|ibuprofen|nurofen|advil|paracetamol|tylenol|acetaminophen|aspirin|naproxen|antibiotics?|painkillers?|pain killers?|pain relief|steroids?|dexamethasone|prednisone|prednisolone|morphine|oxycodone|codeine|tramadol|gabapentin|pregabalin|supplements?|vitamins?|turmeric|cbd|cannabis|herbs?|herbal|medicines?|medication|meds|injections?|insulin|statins?|blood thinners|antidepressants?|melatonin|probiotics?|laxatives?|vincristine|ifosfamide|doxorubicin|adriamycin|cyclophosphamide|etoposide|cisplatin|methotrexate|pazopanib|trabectedin|gefitinib|imatinib|how much|how many',
  daily:
    'eat|eating|drink|drinking|food|foods|diet|keto|vegan|sugar|alcohol|wine|beer|smoke|smoking|vape|fly|flying|flight|travel|holiday|drive|driving|swim|swimming|sea|pool|exercise|run|running|gym|yoga|sport|sports|football|lift|work|working|job|school|nursery|college|university|play|sex|pregnant|pregnancy|kids|children|baby|babies|fertile|infertile|fertility|breastfeed|vaccine|vaccinated|jab|shot|teeth|tooth|dentist|hair|tattoo|sun|sauna|bath|shower|pets?|cat|dog|garden|wedding|sleep|walk|wear',
  /** What a reader may do with the chat and its pages. */
  chat: 'share|read|find|post|print|quote|copy|link|download|join|search|talk|speak|chat|contact|email|phone|message|ask|donate|tell|see|trust this|trust you|look|know|learn|use this|use it|put|add|write|save|upload|send|pin|claim|rely|type|cite|show|register|sign up|subscribe|volunteer|understand',
  page: 'question|questions|message|messages|data|chat|privacy|name|details|history|ip|location|email|story|group|page|site|website|link|account|facebook|post|wifi|router|newsletter|leaflet|blog|members|forum|magazine|magazines|essay|wall|poster|noticeboard|talk|presentation|podcast',
} as const

/** Where a clause begins, with what people put before a question. */
const START =
  '(?:\\.|,|and|but|so|or|then|also|ok|okay|please|hi|hello|hey|well|yes|no|now|think|reckon|wondering|wonder|because|if so|just|in that case|honestly|therefore|asking) '
const MODAL =
  '(?:is|isnt|are|arent|am|do|does|doesnt|has|have|will|would|wouldnt|can|could|couldnt|may|might|shall|should|shouldnt|must|ought)'

/** Elliptic: no subject, yet a judgement. */
const ELLIPTIC: readonly string[] = [
  `${START}(?:ok|okay|safe|alright|fine|normal|worth|dangerous|bad|wrong|right|sensible|too (?:late|early|soon|much)) (?:to|for|if|me|him|her|it|having|getting|going)(?! (?:<chat>))`,
  `${START}(?:<therapy>|<medicine>|<report>|biopsy|scan) [3] or (?:no|not|without) `,
  '(?:<medicine>|<sign>|<therapy>|alcohol|wine|beer|flying|swimming) [6] [.,] (?:is that |thats |all )?(?:ok|okay|safe|allowed|normal|alright|fine|yes or no|good idea|bad idea|worth it|worrying|dangerous) [.]',
  '(?:<sign>|came back) [6] [.,] [1] (?:<disease>|infection|serious|dangerous)(?: or not| back)? [.]',
  'what(?:s| is| are| could) (?:this|these|the|that|be this) (?:[^ .,]+ )?(?:<sign>|thing|things) [2] (?:on|in|near|under) (?:<whose>)',
  'how (?:bad|serious|dangerous|good) (?:is|are) [6] [.,] (?:mine|my|his|hers|ours|im|ive)',
  '(?:is|are) [5] (?:margins?|ki67|grade) (?:<judged>)',
  '(?:mg|dose|dosage|how much) [4] (?:for|per) (?:an? )?[1] (?:kg|kilo|stone|year|\\d+)|\\d+ ?kg (?:adult|child|kid|woman|man|boy|girl|person)',
  '(?:what|whats) (?:would|will|could|might|does|do|is) [9] (?:happen to|mean for|do to|best for|better for) (?:<whom>|my|our)',
  '(?<!why )(?:is|are) (?:the|an?|having|getting|more|another|this|that) (?:[^ .,]+ )?(?:<therapy>|test|cure|surgery|scan|biopsy|port) (?:really |even |still )?(?:worth|necessary|needed|advisable|a good idea|the answer|a mistake|pointless)',
  '(?:would|will|could|can|please|pls) (?:you |someone )?(?:please )?(?:go|travel|fly|look at|have a look at) (?:abroad|private|privately|elsewhere|these|this|my) ',
  '(?:please|can you|kindly) (?:look at|see|check|read|review|interpret|explain) (?:these|this|my|attached|the attached)',
  '(?:should|must|can|could|need) (?:it|this|that|they) (?:be |to be )?(?:redone|repeated|removed|taken out|checked|biopsied|scanned|treated|done again|operated|cut out|drained)',
  '(?:did|does|could|can|might|would) (?:that|it|this) (?:bring|brought|cause|caused|trigger|make|start|set) (?:it|this|that|my|me|him|her|his)',
  'worth (?:me|him|her|us|my|his|a try|a shot|asking|paying|having|trying|the risk|travelling|getting|fighting)',
  'what (?:would|could|might|can|will) (?:cause|make|have caused) (?:an? |this |the |my |these )?[9] (?:my|his|her|our) ',
  '(?:what|how|and) (?:if|about if) (?:i|we|he|she|<kin>) (?:dont|stop|stopped|skip|wait|refuse|miss|missed|say|said|do|did|have|take|took|start|leave|left|want|cant)',
  '(?:whose|which|who) [2] (?:is|are|was) (?:better|best|right|wrong|correct|safer)|(?:suit|suits|benefit|help) (?:<whom>|my|our) (?:best|most|better)|(?:it|this|that) would be (?:<judged>) (?:to|if)',
  '[^ .,]+ or (?:[^ .,]+ ){1,2}for (?:<whom>|my|our)|(?:know|told|tell|tells|say|sure|wonder|wondering|asking) (?:me |us )?(?:if|whether) (?:<who>) (?:need|needs|can|could|should|still|will|am|is|have|has)',
  '(?:<medicine>|alcohol|food|wine) [4] (?:chemo|chemotherapy|treatment|radiotherapy|radiation) (?:ok|okay|safe|allowed|alright|fine)|(?:is|be|are) (?:ok|okay|safe|fine|alright|allowed|right|enough|too much) for (?:an?|my|our|the) (?:[^ .,]+ |\\d+ ){0,3}(?:<relative>|teenager|teen|adult|year|yr|woman|man|person|patient)',
  '(?:whats|what is|what) (?:causing|making|behind|triggering|wrong with) (?:my|our|his|her)|(?:why|how come) (?:is|are|am|do|does|has|have)? ?(?:my|i)(?! (?:<page>|doctors?|hospital|oncologist|team|surgeon|consultant|only|see|need to (?:<chat>))) ',
  'should (?:everyone|everybody|all|anyone|others|the rest) (?:in|of) (?:my|our)|what should be done|, (?:leave it|ignore it|wait and see|or not|right|correct) [.]',
  'appl(?:y|ies) to (?:<whom>|my|our)|(?:at|for|because of) (?:my|his|her|our) age|(?:with|given|considering|despite) (?:my|his|her|our) (?:[^ .,]+ )?(?:age|heart|kidneys?|diabetes|asthma|history|condition|health|weight|grade|stage|allergy|problem|problems|results|symptoms|job|baby|pregnancy)',
  '(?:do|would|dont) you (?:agree|disagree)|(?:whats|what is) your (?:take|view|advice|opinion|verdict)|your (?:thoughts|take)',
  'how likely (?:am i|is my|are my|is it that (?:i|my|mine|he|she)|are we|is he|is she|<kin>)|(?:do|would|does) (?:i|we|he|she|<kin>) (?:sound|look|seem|fit|count)',
  'how (?:can|could|do|should|might) (?:i|we) (?:best |help )?(?:stop|prevent|reduce|treat|manage|get rid|ease|relieve|deal with|calm|bring down|lower|boost|improve|look after|feed|help (?:him|her|my|mum|dad|mom)|make (?:him|her|my|it))|what (?:can|could|should) (?:i|we|he|she) (?:do|take|use|give|put|try)',
  '(?:who|where|which doctor) (?:should|can|do|shall|must) (?:i|we|he|she|<kin>) (?:see|go for|be treated|get treated|be operated|turn to|be referred)',
  'tell (?:me|us) (?:which|what|whether|if|when|where) [2] (?:to|i should|we should) ',
  '(?:why|how come) (?:hasnt|havent|isnt|arent|didnt|doesnt|dont|wont|wouldnt) [4] (?:<who>|<whom>|my|our)(?! (?:<page>)) ',
  `${START}(?:did|was|were|hasnt|havent|didnt|wasnt) [8] (?:i|me|my|our|us) `,
]

/** Personal in themselves. */
export const ASKING: readonly string[] = [
  ...ELLIPTIC,
  // Should I …? Whether we ought to …
  '(?:should|shouldnt|shall|ought|oughtnt|must) (?:<who>)(?! (?:to )?(?:be )?(?:ask|asking|expect|expecting|call|ring|look|bring|read|know|say|pack|write|search|type)) ',
  '(?:should|shouldnt|shall|ought|must) (?:my|our|mums|dads) ',
  '(?:if|whether|that|think|reckon|so|tell me|maybe|perhaps) (?:<who>) (?:really |also )?(?:should|ought|shouldnt|must|have to|need to|better)',
  '(?:what|which|who|how|when|where)(?: [^ .,]+){0,3} (?:should|shall|ought|would|do|can|must) (?:<who>) (?:to )?(?:do|choose|pick|take|have|go|try|be on|get|listen|believe|trust|follow|decide|eat|drink|avoid|wear|need|start|stop|rest|wait|drive|fly|return|cope|give|be getting|be taking|be having)',
  // Do I need …? Does he have to …?
  `${START}(?:do|does|dont|doesnt) (?:<who>) [2] (?:need|have|want|require|got)(?! (?:to )?(?:<chat>|pay|register|help|more info|any idea)) `,
  // What would you do? Do you recommend …?
  '(?:what|whatd|which) (?:would|should|do) you (?:[^ .,]+ )?(?:do|recommend|advise|suggest|choose|pick|say|think|decide|go for|go with|take|make of)(?! (?:here|for a living|in this chat|of this)) ',
  '(?:would|wouldnt|could|can|do|will|please) you (?:[^ .,]+ )?(?:recommend|advise|suggest|let your|let ur|have (?:the|this|surgery|chemo|it|an)|take (?:the|it|this|chemo)|go (?:for|with|through|ahead)|choose|pick|do it|do the|stop|risk|decide|refuse|agree|treat me|cure|prescribe|bother|put your|be worried|be scared|be concerned|worry|want this|want your)',
  '(?:if you were|if it was|if this was|if it were|were you|was you) [2] (?:me|us|you|your|yours|my|in my|in our|in his|in her)',
  '(?:in|if in) (?:my|our|his|her) (?:place|position|shoes|situation|case|circumstances)',
  '(?:advise|advice) (?:me|us|please|for me|for us|for my|on whether|about whether|on what|what i|what we)|(?:any|need|want|give me|your|looking for|after|bit of|some) (?:[^ .,]+ )?advice|please advise',
  '(?:your|an|another|a second|honest|medical) (?:honest |personal |medical |expert |professional |own )?(?:opinion|recommendation|verdict|judgement|view) (?:on|about|for|of|please|as|[.])|your (?:honest |personal |medical |expert |own ){0,2}(?:opinion|recommendation|verdict|judgement|view)',
  'what (?:would|might|do|should|will) (?:a|an|any|another|your|other|most|good) (?:[^ .,]+ )?(?:doctors?|oncologists?|surgeons?|experts?|specialists?|nurses?|consultants?) [2] (?:do|say|tell|advise|recommend|suggest|think) [3] (?:me|us|my|our|here|in|him|her|[.])',
  // Which is best for me? Torn between …
  '(?:best|right|better|safest|safer|ideal|suitable|correct|strongest|kindest|gentlest|good|wrong) [2] (?:<therapy>|thing|way|one|idea) [4] (?:for|do|does|should|would) (?:<whom>|<who>|my|our|someone|a person|an? \\d+|(?:an? )?\\d+)',
  '(?:best|better|right|safer|safest|suitable|good|correct|enough|safe|bad|the only way|wrong|dangerous) (?:for|in|to) (?:<whom>|my|our) ',
  '(?:which|what) [2] (?:<therapy>) [3] (?:<who>) [1] (?:need|needs|have|has|take|get|choose|go|try|start|be|given|offered)',
  '(?:decide|deciding|choose|choosing|choice|torn|undecided|sure|unsure|confused|dilemma|debating|considering|thinking|worried|wondering|agonising|stuck) [3] (?:between|whether|if i should|if we should|which|what to|who to|about (?:stopping|refusing|skipping|cancelling|quitting|having|going)|of (?:stopping|refusing|skipping|cancelling|quitting|having|not having|saying))',
  'which (?:of )?(?:them|these|those|the two|one|doctor|plan|surgeon|hospital|option|treatment|opinion) [3] (?:right|better|best|wrong|correct|choose|pick|listen|believe|trust|follow|go with|go for)',
  '(?:help|let) me (?:decide|choose|pick|make up)|(?:how do (?:i|we)) [2] (?:decide|choose|know (?:if|whether|which|when)|pick|tell if|cope)|(?:who|whos|which) (?:is|was) (?:right|correct|wrong)|whos right|decide for me|tell (?:me|us) what to do|what do (?:i|we) (?:do|tell)',
  '(?:do|should|shall|can|could|would) (?:i|we) (?:agree|go|trust|sign|accept|wait|push|fight|risk|stop|stay|carry on|opt|decline|refuse|say|let|take|start|keep|tell (?:them|him|her))',
  // My own outlook on treatment.
  '(?:my|our|his|her|mums|dads) (?:best |treatment |other |only |real )?(?:options|choices|next steps?|treatment plan)',
  '(?:hope|cure|treatment|anything|any point|a way|a trial|an alternative) [3] (?:for|in) (?:<whom>|my|our) ',
  '(?:why|how) did (?:i|we|my [^ .,]+|<near>) (?:[^ .,]+ )?(?:get|catch|develop|end up)|(?:my|our) fault|did (?:i|we) (?:cause|do something|bring|give|do anything|make)',
  '(?:was|were) (?:it|that|i|we|this) (?:[^ .,]+ )?(?:wrong|right|mistake|a mistake|stupid|ok|okay|bad|silly|the right|the wrong|dangerous|unwise|foolish|too late)',
  '(?:think|reckon|worried|scared|afraid|sure|fear) (?:that )?(?:i|we|he|she) (?:[^ .,]+ )?(?:made|did|took|chose|got|waited|left|should|need|have) ',
  // A diagnosis for me.
  'what (?:have|has|do|does) (?:<who>) (?:got|have)(?! to)|what (?:is|s|on earth is)? ?wrong with (?:<whom>|my|our)|whats (?:wrong|happening|going on|the matter|up) (?:with|to|in) (?:<whom>|my|our)',
  '(?:diagnose|examine|assess) (?:<whom>|my|our|this|it) ',
  '(?:(?:does|do|did|could|would) (?:it|this|that|these|they) [1] (?:sound|look|seem)|sounds|seems) [2] like [4] (?:<disease>|it|this|one of)',
  '(?:is|are|could|can|might|may|will|would|does|do|isnt|couldnt) (?:this|that|these|those|<whose>) [3] (?:<sign>) ',
  '(?:is|are|could|can|might|does|do) (?:the|it|these|those|this|that) (?:<sign>|(?:[^ .,]+ )?(?:<sign>)) (?:on|in|near|under|behind|at|around|above|below|of) (?:<whose>|the) [6] (?:<disease>|<judged>|it|back|spread|mean|removed|checked)',
  '(?:<sign>) [9,] (?:[.,] )?[2,] (?:is (?:it|that|this)|are (?:they|these|those)|could (?:it|this|that|they) be|can it be|might (?:it|this|that) be|worth|does (?:it|that|this) mean|what (?:is|could) (?:it|this|that)|should i|do i|have i|am i|whats (?:that|this|it)|nothing to worry)(?! (?:what|how|why|the same|used|called|named|spelled|common))',
  '(?:could|might|can|is|does) (?:this|that|it) (?:be|really be|mean) (?:what|the same|my|mine|it|one of|cancer|a tumour|a sarcoma|back|its back|the cancer)(?! as) ',
  '(?:my|our|his|her|mums|dads) [3] (?:cancer|tumour|sarcoma|disease|illness|condition|type|mcs|chondrosarcoma|osteosarcoma|lump|case) [2] (?:aggressive|serious|malignant|benign|high|low|dangerous|curable|treatable|operable|inoperable|growing|spreading|hereditary|genetic|advanced|terminal|bad)',
  '(?:how|what) (?:bad|serious|aggressive|advanced|far gone|dangerous|big|fast|stage|grade|type|kind)(?: of [^ .,]+)? (?:is|am|are|do|does|have|was) (?:<whose>|mine|i|we|he|she|it for|that for|this for|<kin>)',
  '(?:cancer|tumour|sarcoma) (?:i|we|ive|my) (?:have|got) [2] (?:bad|serious|curable|treatable)',
  // Read my results.
  '(?:read|look at|look over|check|interpret|explain|go through|go over|review|translate|make sense of|tell me what|decode|analyse|analyze|understand|help with|see) (?:what )?(?:<whose>|this|these|attached|the attached) [4] (?:<report>|<value>) ',
  '(?:can|could|will|would|able) (?:you|someone|anyone|somebody|anybody)? ?(?:please |to )?(?:read|look at|look over|check|interpret|explain|go through|go over|review|translate|decode|analyse|analyze) (?:it|them|(?:the|a|an) (?:<report>|(?:[^ .,]+ )?(?:<report>))) (?:for (?:me|us)|i|we|from|if|[.,])',
  '(?:heres|here is|here are|this is|these are|attached is|ill paste|will paste|pasting|i got) (?:<whose>|the) (?:[^ .,]+ ){0,3}(?:<report>) ',
  '(?:what|whats|how) (?:does|do|is|are|could|would|might|will|s)? ?(?:<whose>) [3] (?:<report>|<value>) [3] (?:mean|means|say|saying|show|showing|look|looking|tell|telling)',
  '(?:<whose>) [3] (?:<report>|<value>) (?:is|are|was|were|came|says?|said|shows?|showed) [9,] (?:[.,] )?(?:is (?:that|it|this)|are (?:they|those)|what does|does (?:that|it)|should|do i|am i|how bad|how good|whats that|what do)',
  '(?:report|scan|biopsy|mri|ct|letter|pathologist|radiologist|margins|results) (?:says?|said|shows?|showed|showing|reads|came back|was|were|are) [9,] (?:[.,] )?[2,] (?:is (?:that|it|this)|does (?:that|it|this) mean|what does (?:that|it|this) mean (?:for|to)|what is it then|so what|how bad|should|do i|am i|what now)',
  '(?:are|is) (?:these|those|this|that|the) (?:<report>|(?:[^ .,]+ )?(?:<report>)) [1] (?:good|bad|ok|okay|normal|fine|worrying|right|clear|high|low)',
  '(?:is|are) (?:an? )?(?:<value>) (?:of|at|over|under) [3] (?:<judged>)',
  // How much to take.
  '(?:what|which|whats|right|correct|safe|max|maximum|usual|recommended|best) [2] (?:dose|doses|dosage|mg|milligrams|amount) [7] (?:should|would|can|could|take|need|i|we|he|she|kg|kilos?|stone|year old|yr old|<whom>|my|child|kid|adult|woman|man)',
  '(?:dose|dosage) [4] (?:<whom>|my|our|his|kg|kilos?|year old|yr old) ',
  'how (?:much|many|often) [4] (?:can|should|could|shall|may|must) (?:<who>|you|one|an?) [4] (?:take|have|get|give|be|use|need|kg|year|yr|kid|child|woman|man|adult|swallow|drink|inject)',
  'how (?:much|many) (?:mg|milligrams|tablets|pills|units|capsules|grams|mls?) [4] ',
  '(?:weigh|weighs|weight|kg|kilos|kilo|stone|lbs|pounds) [4,] (?:how much|what dose|how many|which dose|dose)',
  '(?:missed|forgot|skipped|doubled|stopped|forgotten) (?:a|my|his|her|the|to take|taking) [3] (?:<medicine>) ',
  '(?:double|halve|skip|swap|crush|split|stop|lower|raise|up|reduce|increase) (?:my|his|her|the|our) [2] (?:<medicine>) ',
  // Is it safe to …? Can you … on chemo?
  `(?:is|isnt|was|would) it (?:be |really |even |still |actually |not |at all ){0,3}(?:an? )?(?:<judged>) (?:to|if|that|for|having|going|taking|paying|getting|doing|waiting|stopping|starting|skipping|drinking|eating|flying)(?! (?:<chat>|this|someone|patients|doctors|members|be (?:used|found|seen|quoted)))`,
  '(?:can|could|may|should) you (?:[^ .,]+ )?(?:have|take|drink|eat|fly|work|smoke|swim|travel|exercise|get|drive|mix|be|still) [6] (?:on|during|while|with|between|after|before) [1] (?:chemo|chemotherapy|treatment|radiation|radiotherapy|surgery|vincristine|doxorubicin|ifosfamide|cycles|port|picc)',
  '(?:is|are) [3] (?:safe|ok|okay|allowed) (?:on|during|while|with|between|after|before|to take) [2] (?:chemo|chemotherapy|treatment|radiation|radiotherapy|surgery|vincristine|doxorubicin|ifosfamide|my)',
  'when (?:can|could|should|will|may|would) (?:<who>)|how (?:soon|long|quickly|early) [3] (?:can|should|could|will|till|until|before|must|would) (?:<who>)(?! (?:<chat>|wait|hear|be told|get my|get the|followed)) ',
  'how (?:tired|sick|ill|bad|painful|weak|badly) (?:will|would|might) [2] (?:<whom>|i|he|she|it be|my)|(?:leave|make|makes|give|hurt|harm|kill|help|affect|cure|save|work for|work on) (?:<whom>|my|our) [3] (?:infertile|paralysed|paralyzed|sick|ill|tired|worse|better|bald|blind|disabled|deaf|weak)',
  'is (?:[^ .,]+ ){1,4}(?:without [3] )?too (?:many|much|few|long|soon|late|little|old|young|risky|high|low)|(?:is|are) (?:[^ .,]+ ){1,3}enough(?: for| or| [.])',
  '(?:be|is|are) too (?:much|risky|hard|strong|late|dangerous) for (?:<whom>|my|our)|(?:do|does|would|will|can) (?:i|we|he|she|<kin>) (?:[^ .,]+ )?qualify',
  'is (?:this|that|it) how (?:it|they|this) (?:starts?|begins?|feels?)|(?:do|does|could|can|might) (?:my|our|his|her|these|this|those) (?:[^ .,]+ )?(?:symptoms?|signs?) mean|(?:from|by|given|with) (?:my|our|his|her|these) (?:[^ .,]+ )?symptoms',
  'what (?:<therapy>|dose) should (?:an?|the) [5] (?:get|have|take|be given)',
  '(?:what|how|why|when|which) [2] (?:would|could|will|might|likely|chances?) [7] (?:my|mine|our|<near>)(?! (?:<page>|doctor|doctors|team|nurse|oncologist|surgeon)) ',
  '(?:can|could|should|may|would) (?:someone|somebody|a person|anyone|a patient|people|patients|a woman|a man) (?:with|in|on|over|under|aged|of|who) [5] (?:get|have|take|drive|fly|be|eat|drink|go|still|survive|tolerate)',
  'is it (?:the )?(?:right )?time (?:to|for|i|we)|time to (?:stop|start|change|give up|switch|quit)|(?:make|making) up my mind|rate my|(?:pick|choose|decide|recommend) (?:one|a [^ .,]+|something|it) for (?:me|us|my)|(?:give|make|write|prescribe|recommend) (?:me|us) (?:a|an|some|my|the) [2] (?:plan|treatment|diagnosis|prescription|dose|opinion|medicine|drug|tablets)',
  '(?:i|we|he|she|<kin>) (?:want|wants|plan|plans|intend|decided|am going|is going|would like|refuses|wanna) (?:to )?(?:quit|stop|refuse|skip|give up|come off|cancel|delay|have no more|treatment|chemo)|tell me (?:honestly|straight|the truth|frankly)',
  'too (?:much|many|late|high|low|long|strong|risky) for (?:an?|the|my|someone) ',
  'am i (?!right (?:that|in thinking)|reading|understanding)|are we (?!talking|sure|looking|any closer)',
]

/** A yes-or-no question that names the reader or somebody near in the same sentence. */
export const OWN_QUESTION: readonly string[] = [
  `${START}${MODAL} (?!(?:i|we|you|someone|anyone|members|our group) (?:please |just |also |still |only |kindly )?(?:be able to )?(?:<chat>|give (?:you|feedback|me)|go back to|get (?:a (?:copy|link|list|print)|this|more info|in touch|hold|involved)|explain|borrow|help me find))(?!(?:it|this) (?:ok|okay|alright|safe|possible|allowed|fine) (?:to|if [1] )(?: ?)(?:<chat>))(?!there (?:a|an|any) (?:support|group|page|helpline|charity|website|book|leaflet))(?!(?:strangers|people|others|anyone|everyone) )(?!(?:we|i|you) (?:know|sure|right)|my (?:<page>)|it for my (?:<page>))[6] (?:<own>)(?! (?:<page>|facebook|support|own story|doctor said|doctors said|read|keep reading|understand|mean|think)) `,
  `${START}(?:is|are|does|do|has|have|will|would|can|could|may|might|should) (?!(?:i|we|you) )[1] (?:<third>)(?! (?:have been|been|have joined) )`,
]

/** The message tells of the reader's own case … */
export const OWN_CASE: readonly string[] = [
  '(?:ive|im|i have|i had|i got|i was|i am|i feel|i found|weve|we have|we were|my|our|hes|shes|he has|she has|mums|dads|<near>)',
]

/** … and elsewhere asks for a judgement. */
export const JUDGEMENT: readonly string[] = [
  'what (?:else )?(?:could|can|might) (?:it|this|that) be|(?:good or bad|bad or good|yes or no|right or wrong|normal or not|safe or not|or not) [.]',
  '[.,] [2] (?:related|due|linked|because of|down to|caused by|connected) [4] [.]',
  ', (?:take|skip|stop|wait|call|go|keep|start|try|give|use) [4] [.]',
  `${START}(?:is|are|isnt|could|can|does|will|would|should|might|may) (?:it|that|this|they|these|those|the|there)(?! (?:(?:ok|okay|fine|alright|safe|possible|allowed) (?:to|if (?:i|we)) (?:<chat>)|(?:an? )?[^ .,]+ (?:group|charity|helpline|page)|written|the same|called|another|short for|what|where|how|why|a (?:type|kind|word|page|link|list|group|support|website)|any (?:page|link|support|group)|support|page|article|source|paper|study|chat|doctors?|online|group))`,
  'what (?:should|could|would|might|will|can) (?:it|that|this|they|happen|the) [5] (?:be|mean|do|next|now)',
  `${START}(?:is|are|was|were|would|isnt|could) (?:it|that|this|these|those|they|there) (?:be |really |even |still |actually |not |at all |just |all |any |too |an? |the |so ){0,4}(?:<judged>|<disease>|back|coming back|spread|spreading)(?! (?:to |if )[1] (?:<chat>))`,
  `${START}(?:really )?(?:worth|too late|good idea|bad idea|ok to|okay to|safe to|normal|dangerous|serious|thoughts|opinions?|suggestions|any ideas|what next|what now|now what)`,
  '(?:how|so how) (?:bad|good|serious|dangerous|worried|worrying|long|urgent) (?:is|are) (?:it|that|this|these|those)(?! (?:usually|normally|in general))',
  'does (?:it|that|this) mean (?:it|its|the cancer|the tumour|cancer|mets|spread|a|there|that|im|i|ive|he|hes|she|shes|we|my|his|her)',
  'what (?:does|would) (?:it|that|this) mean for ',
]

/** What the judgement is about, the first that fits; else a treatment. */
export const KINDS = {
  medicine: ['(?:<medicine>)'],
  results: ['(?:<report>|<value>) [9,] ', '(?:<report>|<value>)'],
  diagnosis: [
    '(?:<sign>)',
    '(?:have|has|had|got|is it|is this|is that|could it be|it be|this be|a|like|if its|is|sounds like) (?:a |an |the |it |this |my |his |her )?(?:<disease>)',
    '(?:diagnose|wrong with|symptoms|signs|diagnosis|aggressive|curable|stage|grade|come back|back|spread|my fault|why did|how did|catch)',
  ],
  dailyLife: ['(?:<daily>)'],
} as const
