/**
 * Words of people who write English: grammar first, then what this chat is asked about. None of them is a common word
 * of another language in Latin letters ("die", "will", "cancer", "question" say nothing).
 */
export const ENGLISH: ReadonlySet<string> = new Set(
  `the of and to it its is are were been being be have had having do does did doing done would should could can
    cant cannot shall might must ought what whats which who whos whose whom how when where why that this these those
    there here their they them he she his her him hers we our ours you your yours my mine myself i'm im ive id ill
    dont doesnt didnt isnt arent wasnt wont wouldnt couldnt shouldnt hasnt havent not nothing never any some much
    many more most less few every each both other another same such only just also too very really still even yet
    again ever always often usually sometimes maybe about after before during between because if then than with
    without for from into out off over under up down by at but while until since through against near next all own
    hes shes theyre weve youre lets got get gets getting go going gone goes went came comes make makes made take
    takes taken took give given gave know known knows think thought tell told say said says see seen look looking
    looks find found feel feeling feels felt want wants wanted need needs needed ask asked asking help helps please
    thanks thank hello hey hi yes yeah ok okay sorry good bad better worse best worst big small large short high low
    old young new first last early late right wrong left back hard soft hot cold sick well fine tired scared worried
    afraid sad angry alone safe rare common usual main different likely true sure like one two three four five six
    seven eight nine once twice year years month months week weeks day days today tonight tomorrow yesterday morning
    night hour hours minute minutes time times now soon ago people person child children kid kids boy girl woman
    women mum mom dad mother father son daughter brother sister husband wife friend family doctors nurse surgeon
    clinic tumour tumours lump lumps bone bones blood body cell cells leg legs arms head neck chest lung lungs heart
    skin eye eyes face mouth jaw spine spinal brain foot feet knee hip thigh shoulder breath breathe breathing
    breathless cough coughing bleeding bleed pain painful hurt hurts hurting ache aching swelling swollen fever
    temperature temp shaking shivering seizure seizures stroke faint fainted numb weak weakness breth treatment
    treatments treat treated cure cured surgery operation chemo chemotherapy radiation radiotherapy drug drugs
    medicine tablets pills dose scan scans xray report results biopsy study studies series paper meaning mean means
    explain symptom symptoms sign signs cause causes caused risk chance chances rate rates survival survive survived
    death dead died dying dies alive live lives living lived life grow grows growing growth spread spreads spreading
    return returns happen happens happened work works start starts started stop stops stopped keep keeps called
    number numbers age ages aged size side effects disease support group answer answers read write show list way
    ways thing things something anything someone anyone everyone nobody place places home school job phone call ring
    line names wanna gonna lol plz pls ur thx wat wot cuz yo rn bro omg btw idk fuck shit hell god baby loss lost
    sight hearing trouble severe sudden suddenly heavy rash tongue lips throat allergic reaction allergy overdose
    dizzy confused headache vomiting vomit sleep eat eating drink water food hair fall falling fell walk walking
    move moving stand standing sit bed wet toilet bladder bowel shot hit wheelchair crutches tissue stem free team
    hope fear worry crying cry hate love miss end ended ending kill killed killing suicidal yourself himself herself
    second third half least nearly almost quite pretty enough round run running white black blue trial trials
    research researchers gene genes fusion marrow overdosed epileptic epilepsy fit fits convulsing convulsion cord
    tail ray needle open wide clear removed remove cut saw unknown`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * Words that say nothing about the language of a message: Latin and Greek names of medicine, genes, drugs and people.
 */
export const DOMAIN =
  /^(?:\p{L}*(?:omas?|omata|osis|oses|itis|aemia|emia|ectomy|ostomy|plasty|scopy|pathy|plasia|trophy|genesis|oma|mab|nib|platin|rubicin|mycin|fosfamide|taxel|dronate|dronic|trexate|tabine|steroids?|sarcoma\p{L}*|sarkom\p{L}*|sarcome\p{L}*|chondro\p{L}*|osteo\p{L}*|mesenchym\p{L}*|mesenqu?im\p{L}*|extraske\p{L}*|metasta\p{L}*|carcino\p{L}*|onco\p{L}*|histo\p{L}*|neo\p{L}*|intra\p{L}*|extra\p{L}*|epidural\p{L}*|adjuvant\p{L}*|radio\p{L}*|immuno\p{L}*|cyto\p{L}*|angio\p{L}*|hemo\p{L}*|haemo\p{L}*|thrombo\p{L}*)|mandibul\p{L}*|maxill\p{L}*|orbit\p{L}*|femur|femor\p{L}*|tibia\p{L}*|fibula|pelvi\p{L}*|sacrum|sacral|vertebra\p{L}*|lumba\p{L}*|thora\p{L}*|crani\p{L}*|mening\p{L}*|dura|dural|medulla\p{L}*|cauda|equina|conus|corpus|situ|vitro|vivo|novo|bloc|spina|etoposide|vincristine?|doxorubicin\p{L}*|adriamycin|ifosfamid\p{L}*|cisplatin\p{L}*|methotrexat\p{L}*|pazopanib|trabectedin|imatinib|gefitinib|morphine?|morfina|tumou?r|tumor(?:es|s)?|calcifica\p{L}*|necros\p{L}*|dyspn\p{L}*|anaphyla\p{L}*|neutropen\p{L}*|naloxone|oxycodone|prognos\p{L}*|resection|biops\p{L}*|ki|vs|et|al|etc|mri|ct|pet|mcs)$/u
