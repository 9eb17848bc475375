import { beforeAll, expect, test } from 'vitest'
import { createEngine } from '../../../src/core/answer/engine.ts'
import type { Engine, Turn } from '../../../src/core/answer/reply.ts'
import { BUILD_PATIENCE, openDefaultCorpus } from './default-corpus.ts'

/** Sources by what they tell of. */
const LEAFLET = 'mesenchymal-chondrosarcoma-liddy-shriver'
const SPINE = 'intraspinal-mcs-bmc-neurology-2022'
const OSTEOSARCOMA = 'extraskeletal-osteosarcoma-thorax-2016'

interface Case {
  readonly asked: string
  /** What the reader asked before, oldest first. */
  readonly before?: readonly string[]
  readonly because: string
  readonly source: string
  /** Stands in the quote that must be first. */
  readonly first: string
}

const cases: readonly Case[] = [
  {
    asked: 'What did gefitinib get used for?',
    because: 'names the drug',
    source: LEAFLET,
    first: 'Gefitinib and imitinab are the two most commonly used kinase inhibitors',
  },
  {
    asked: 'Are the tumour cells positive for STAT6?',
    because: 'names a marker that stands in one sentence',
    source: SPINE,
    first: 'positive for CD99, SMA, BCL-2, STAT6',
  },
  {
    asked: 'Which gene fusion is typical of this tumour?',
    because: 'asks for the fusion, not for translocations in general',
    source: SPINE,
    first: 'HEY1-NCOA2 fusion',
  },
  {
    asked: 'does it go to the lungs mostly',
    because: 'lay words for the most common site of metastases',
    source: LEAFLET,
    first: 'The most common site to which the tumor spreads is the lungs.',
  },
  {
    asked: 'Do you cut first or give chemo first?',
    because: 'lay words for surgery and its order',
    source: LEAFLET,
    first: 'Surgical resection is the optimal first treatment.',
  },
  {
    asked: 'Should the chest be scanned?',
    because: 'lay word for the lungs; advice before the CT of one patient',
    source: LEAFLET,
    first: 'a CT scan of the lungs should be performed',
  },
  {
    asked: 'Can the tumour sit behind the eye?',
    because: 'lay words for the orbit',
    source: LEAFLET,
    first: 'orbital mesenchymal chondrosarcoma',
  },
  {
    asked: 'Is it more common in women?',
    because: 'lay word for females; the other source speaks of males',
    source: LEAFLET,
    first: 'The occurrence may be slightly higher in females than in males.',
  },
  {
    asked: 'Can a baby be born with this tumour?',
    because: 'lay words for congenital',
    source: LEAFLET,
    first: 'congenital mesenchymal chondrosarcoma of the orbit',
  },
  {
    asked: 'Might the tumour be found by chance?',
    because: 'no word of the sentence that tells of an x-ray for other reasons',
    source: LEAFLET,
    first: 'seen on an x-ray that is done for other reasons',
  },
  {
    asked: 'What happened to the patient described by Rushing?',
    because: 'table row by author',
    source: SPINE,
    first: 'Rushing et al. 1996 [4] | 48 | F',
  },
  {
    asked: "How old was the girl in Chan's report?",
    because: 'table row by author; another row has a girl of the same age',
    source: SPINE,
    first: 'Chan et al. 1984 [1] | 10 | F',
  },
  {
    asked: 'In the paper by Reif, how did the child do?',
    because: 'table row by author, and no other child',
    source: SPINE,
    first: 'Reif et al. 1987 [2] | 3 | M',
  },
  {
    asked: 'What percentage of tumours sit in the legs?',
    because: 'table row, by a lay word for lower extremities',
    source: LEAFLET,
    first: 'Lower Extremities | 18 | 35',
  },
  {
    asked: 'How many had it in the arms?',
    because: 'table row, by a lay word for upper extremities',
    source: LEAFLET,
    first: 'Upper Extremities | 6 | 12',
  },
  {
    asked: 'What is the five year survival of mesenchymal chondrosarcoma?',
    because: 'the same question of the other disease; of two sources that differ the newer one',
    source: SPINE,
    first: 'the 5-year and 10-year estimated survival rates were 70 and 54%',
  },
  {
    asked: 'How is the 5-year survival in the Frezza study?',
    because: 'names the study, so the other survival rates are not meant',
    source: SPINE,
    first: 'Frezza AM et al. [15] presented a group of 113 patients',
  },
  {
    asked: 'Where does extraskeletal osteosarcoma spread to?',
    because: 'metastases of this disease, not of the one that most sources tell of',
    source: OSTEOSARCOMA,
    first: 'Metastases commonly comprise the lungs, bones, lymph nodes, brain, liver and skin.',
  },
  {
    asked: 'What raises the risk of extraskeletal osteosarcoma?',
    because: 'a risk factor of this disease; of the other one none is known',
    source: OSTEOSARCOMA,
    first: 'prior radiation therapy is a known risk factor',
  },
  {
    asked: 'Is an operation the best option for intraspinal MCS?',
    because: 'surgery in the spine, not surgery in general',
    source: SPINE,
    first: 'Surgery is the best treatment for intraspinal MCS.',
  },
  {
    asked: 'Did the 19 year old get chemotherapy?',
    because: 'one patient, by age; the sentence calls it adjuvant therapy',
    source: SPINE,
    first: 'the patient did not receive any adjuvant therapy',
  },
  {
    asked: 'wich scans are recomended in the frist year after tretment?',
    because: 'four misspelt words',
    source: LEAFLET,
    first: 'lung CT scans every 3 months for the first year',
  },
  {
    asked: 'how offen do i need a ct of my lungs',
    because: 'a misspelt word and an abbreviation in lower case',
    source: LEAFLET,
    first: 'lung CT scans every 3 months for the first year',
  },
  {
    asked: 'whats mcs exactly',
    because: 'an abbreviation in lower case, defined where it is explained',
    source: SPINE,
    first: 'Mesenchymal chondrosarcoma (MCS) is an ultra-rare',
  },
  {
    asked: 'Which drugs block them?',
    before: ['What are kinases?'],
    because: 'a follow-up: "them" are the kinases',
    source: LEAFLET,
    first: 'Gefitinib and imitinab',
  },
  {
    asked: 'and in other locations?',
    before: ['What is the prognosis of intraspinal MCS?'],
    because: 'a follow-up without its topic',
    source: SPINE,
    first: 'better prognosis compared with MCS in other locations',
  },
  {
    asked: 'what does it do to genes?',
    before: ['Who gets this?', 'What is a translocation?'],
    because: 'a follow-up to the last question, not to the first',
    source: LEAFLET,
    first: 'This disrupts genes, turning off important "anti-growth"',
  },
  {
    asked: 'Which kinase was found in the tumour cells?',
    before: ['How rare is mesenchymal chondrosarcoma?'],
    because: 'a change of topic: the question before has no say',
    source: LEAFLET,
    first: 'the tyrosine kinase PDGFR was found to have increased intensity',
  },
  {
    asked: 'How often should lungs be scanned after treatment?',
    before: ['What are oncogenes?', 'And tumour suppressor genes?'],
    because: 'a change of topic after a follow-up',
    source: LEAFLET,
    first: 'lung CT scans every 3 months for the first year',
  },
  {
    asked: 'What does neoadjuvant chemo mean?',
    because: 'not adjuvant, which differs by three letters and stands nearby',
    source: LEAFLET,
    first: 'This approach is known as neo-adjuvant chemotherapy.',
  },
  {
    asked: 'Why is it mistaken for schwannoma?',
    because: 'asks why, not what a schwannoma looks like',
    source: SPINE,
    first: 'often misdiagnosed as schwannoma, since 90 % of spinal dumbbell tumors are schwannoma',
  },
  {
    asked: 'Did Carly have a lot of pain?',
    because: 'a person, not pain as a symptom',
    source: LEAFLET,
    first: 'She did all this while in pain.',
  },
]

let engine: Engine
beforeAll(async () => {
  engine = createEngine(await openDefaultCorpus('ranking'))
}, BUILD_PATIENCE)

const titled = cases.map((one) => [`${one.asked} (${one.because})`, one] as const)

test.each(titled)('%s', async (_, { asked, before = [], source, first }) => {
  const history = before.flatMap((content): Turn[] => [
    { role: 'user', content },
    { role: 'assistant', content: 'This is what the sources say.' },
  ])
  const { status, quotes } = await engine.answer({ message: asked, history, country: null, maxQuotes: 3 })
  expect(status).toBe('answered')
  expect(quotes[0]?.text).toContain(first)
  expect(quotes[0]?.sourceId).toBe(source)
})
