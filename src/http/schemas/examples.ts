/** Examples in the OpenAPI document. Quotes are real ones of the default corpus, fixed texts those of the catalogue. */

import { disclaimers, messages, notices } from '../../core/safety/catalogue.ts'
import { palettes } from '../pages/palette.ts'
import { LIMITS } from './chat-request.ts'

const SOURCE_ID = 'mesenchymal-chondrosarcoma-liddy-shriver'
const REPLY_ID = '3afec5b0-8099-4984-ae37-c5ebbd28fcf6'
const QUESTION = 'How rare is mesenchymal chondrosarcoma?'

const source = {
  id: SOURCE_ID,
  title: 'Mesenchymal Chondrosarcoma',
  authors: ['John M. Goldberg, MD', 'Holcombe Grier, MD'],
  publisher: 'Liddy Shriver Sarcoma Initiative',
  published: null,
  lastRevised: '2004-12',
  url: 'https://sarcomahelp.org/mesenchymal-chondrosarcoma.html',
  doi: null,
  licence: 'Not stated; all rights remain with the publisher',
  audience: 'patient',
  language: 'en',
  readerUrl: `/sources/${SOURCE_ID}`,
} as const

const quoted = {
  text: 'It tends to affect children and young adults, but is a rare tumor, accounting for less than 1% of all sarcomas (Weis and Huvos).',
  sourceId: SOURCE_ID,
  start: 545,
  end: 673,
  section: null,
  passageId: `${SOURCE_ID}:28`,
}

const disclaimer = ({ id, version, text }: (typeof disclaimers)[keyof typeof disclaimers]) => ({ id, version, text })

const ageNotice = {
  kind: 'source_age',
  id: notices.sourceAge.id,
  version: notices.sourceAge.version,
  severity: 'info',
  text: notices.sourceAge.text,
  actions: [],
} as const

const answered = {
  id: REPLY_ID,
  status: 'answered',
  message: messages.answered.text,
  question: { asked: QUESTION, searched: QUESTION },
  quotes: [{ n: 1, ...quoted, score: 0.998 }],
  sources: [source],
  notices: [ageNotice],
  disclaimers: Object.values(disclaimers).map(disclaimer),
  suggestions: ['Who gets mesenchymal chondrosarcoma?'],
} as const

const greeted = {
  ...answered,
  status: 'conversation',
  message: messages.greeting.text,
  question: { asked: 'Hello', searched: null },
  quotes: [],
  sources: [],
  notices: [],
} as const

const explained = {
  text: 'Translocations are events in which one piece of a chromosome breaks off and becomes stuck to another chromosome.',
  sourceId: SOURCE_ID,
  start: 1910,
  end: 2022,
  section: 'Why does mesenchymal chondrosarcoma occur?',
} as const

const settings = {
  title: 'Quotewell',
  greeting: null,
  theme: palettes,
  disclaimers: answered.disclaimers,
  country: null,
  languages: { answers: ['en'], fixedTexts: ['es', 'fr'] },
  limits: LIMITS,
} as const

/** By media type, as OpenAPI has them: a name, what it shows, the value. */
export const examples = {
  chatRequest: {
    question: { summary: 'A question', value: { message: QUESTION } },
    followUp: {
      summary: 'A question that needs the one before it',
      value: {
        message: 'Who gets it?',
        history: [
          { role: 'user', content: QUESTION },
          { role: 'assistant', content: quoted.text },
        ],
        country: 'GB',
        maxQuotes: 1,
      },
    },
  },
  chatReply: {
    answered: { summary: 'Quotes of a source', value: answered },
    conversation: { summary: 'Small talk gets a fixed text', value: greeted },
  },
  glossary: {
    term: {
      summary: 'One term',
      value: { terms: [{ term: 'translocation', forms: ['translocation'], quote: explained }] },
    },
  },
  settings: { plain: { summary: 'A server without a settings file', value: settings } },
  searchRequest: { query: { summary: 'The best passage', value: { query: QUESTION, limit: 1 } } },
  searchReply: { passages: { summary: 'One passage', value: { passages: [{ ...quoted, score: 0.91 }] } } },
  sourceList: { sources: { summary: 'A corpus of one source', value: { sources: [source] } } },
  sourceText: {
    source: {
      summary: 'Its beginning',
      value: {
        ...source,
        text: 'Mesenchymal Chondrosarcoma',
        sections: [{ title: 'Mesenchymal Chondrosarcoma', level: 1, start: 0, end: 26 }],
      },
    },
  },
} as const

/** The events of a stream are those of this reply. */
export const streamedExample = greeted
