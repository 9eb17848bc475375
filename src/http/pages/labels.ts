/** Every word of the pages that is neither a quote, nor a source's metadata, nor a text from the catalogue. */
import { MAX_MESSAGE_CHARS } from '../schemas/text.ts'

export const labels = {
  site: 'Quotewell',
  tagline: 'Ask a question and read what named sources say, in their own words.',
  skip: 'Skip to the main content',

  question: 'Your question',
  questionHint: 'Please leave out names and other details that tell who you are. What you write is not kept.',
  questionHintCounted: 'Please leave out names and other details that tell who you are.',
  ask: 'Ask',
  blank: 'Type a question first.',
  tooLong: `This question is too long. Shorten it to ${MAX_MESSAGE_CHARS} characters or fewer.`,
  unreadable: 'This question holds characters that cannot be read. Type it again.',
  errorTitle: 'Error',
  later: {
    'not-ready': 'This service is still starting. Please try again in a minute.',
    busy: 'Many people are asking right now. Please try again in a few seconds.',
  },

  answer: 'Answer',
  youAsked: 'You asked:',
  severity: { urgent: 'Urgent', caution: 'Please note', info: 'Good to know' },
  quotes: 'Quotes',
  tableRow: 'One row of a table',
  showSurvival: 'Show survival figures',
  seeInSource: (n: number) => `See quote ${n} in its source`,
  suggestions: 'Questions you could ask',
  disclaimers: 'Before you rely on this',

  published: 'Published',
  lastRevised: 'Last revised',
  undated: 'Date unknown',
  audience: { patient: 'for patients', clinician: 'for clinicians' },
  source: 'Source',
  authors: 'Authors',
  publisher: 'Publisher',
  date: 'Date',
  writtenFor: 'Written',
  licence: 'Licence',
  original: 'Original',
  sections: 'Sections of this source',
  table: 'Table',

  notFoundTitle: 'Source not found',
  notFound: 'There is no source at this address. It may have been taken out of the collection.',
  toQuestion: 'Ask a question',
} as const
