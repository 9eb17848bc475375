import { describe, expect, test } from 'vitest'
import { screenSmallTalk } from '../../src/core/answer/screen.ts'
import { suggestFirst } from '../../src/core/answer/suggest.ts'
import { collapse, normalise } from '../../src/core/ingest/normalise.ts'
import { splitSentences } from '../../src/core/ingest/sentences.ts'
import { splitAsking } from '../../src/core/question/asking.ts'
import { dropIdentifiers } from '../../src/core/question/identifiers.ts'
import { createSpeller } from '../../src/core/question/spelling.ts'
import { isStandalone } from '../../src/core/question/standalone.ts'
import { createUnderstanding } from '../../src/core/question/understand.ts'
import { buildLexicalIndex } from '../../src/core/retrieval/lexical-index.ts'
import { toTerms, toWords } from '../../src/core/retrieval/terms.ts'
import { createVocabulary } from '../../src/core/retrieval/vocabulary.ts'
import { detectForeign } from '../../src/core/safety/language.ts'
import { asksForAdvice } from '../../src/core/safety/personal-advice.ts'
import { asksForPrognosis, holdsPrognosis } from '../../src/core/safety/prognosis.ts'
import { chatRequest } from '../../src/http/schemas/chat-request.ts'
import { searchRequest } from '../../src/http/schemas/search.ts'
import { measureGrowth } from '../hostile/growth.ts'

/** 4 is linear and 16 quadratic; between them, nearer to linear in the logarithm, what noise can make of 4. */
const MOST = 9

const fill =
  (part: string, start = '', end = '') =>
  (length: number) =>
    start + part.repeat(Math.ceil(length / part.length)) + end

/** Texts on which expressions that go back and try again would do so. */
const shapes: Record<string, (length: number) => string> = {
  'one long word': fill('a'),
  'one long word of y': fill('y', 'b', 'sses'),
  'one word of suffixes': fill('ational', '', 'x'),
  'a word and endings': fill('ings', 'x', 'zz'),
  'white space': fill(' ', 'this', 'x'),
  'tabs and line ends': fill('\t\n\r', 'x', 'y'),
  'short words': fill('a '),
  'unknown words': (length) => Array.from({ length: length / 8 }, (_, at) => `z${at.toString(26)}qxkv`).join(' '),
  misspelt: fill('chemotherpay metastsis '),
  'pointing words': fill('this rare type of '),
  'question words': fill('and or so what about ', 'how often ', '!'),
  marks: fill('?!.', 'why'),
  apostrophes: fill("a'", '', "''"),
  initials: fill('J. '),
  abbreviations: fill('e.g. cf. '),
  'letters and stops': fill('a.', ' '),
  citations: fill('.[1]', 'x'),
  'one chain of citations': fill('[1]', 'x.', 'x'),
  'open brackets': fill('.[1', 'x'),
  commas: fill('a,'),
  accents: fill('\u0301', 'e'),
  'invisible characters': fill('\u200b\u202e'),
  'halves of characters': fill('\ud800'),
  emoji: fill('\u{1f9b4}'),
  ideographs: fill('骨'),
}

const counts = new Map([
  ['chemotherapy', 3],
  ['metastases', 2],
  ['zebra', 1],
])
const speller = createSpeller(counts, () => false)
const rows = ['The tumor grows.', 'Chemotherapy for metastases.'].map(
  (text) => ({ kind: 'unanswered', text, context: '' }) as const,
)
const lexical = await buildLexicalIndex(rows)
const understand = createUnderstanding(createVocabulary(rows), {
  modelHash: '',
  dimensions: 1,
  embed: async () => [],
  embedTokens: async () => [],
  isWord: () => false,
  continuesWord: () => false,
})
const turns = (content: string) => [{ role: 'user', content } as const]
const asQuestion = (question: string) => [{ passageId: 'a:0', question, start: 0, end: 1 }]

const works: Record<string, (text: string) => unknown> = {
  screenSmallTalk,
  isStandalone,
  splitAsking,
  'speller.correct': speller.correct,
  dropIdentifiers,
  asksForAdvice,
  asksForPrognosis,
  detectForeign,
  holdsPrognosis: (text) => holdsPrognosis({ text }),
  understand: (text) => understand(text, turns(text)),
  toWords,
  toTerms,
  'lexical.search': (text) => lexical.search(text, 80),
  normalise,
  collapse,
  splitSentences: (text) => splitSentences(text),
  suggestFirst: (text) => suggestFirst(asQuestion(text)),
  'schema of a message': (message) => chatRequest.safeParse({ message }),
  'schema of a turn': (content) => chatRequest.safeParse({ message: 'x', history: turns(content) }),
  'schema of a country': (country) => chatRequest.safeParse({ message: 'x', country }),
  'schema of a search': (query) => searchRequest.safeParse({ query }),
}

describe.each(Object.keys(works))('%s takes time in proportion to the length of', (name) => {
  // Other work on the machine can spoil a measurement, but not three.
  test.each(Object.keys(shapes))('%s', { retry: 2 }, (shape) => {
    expect(measureGrowth(works[name] ?? String, shapes[shape] ?? String)).toBeLessThan(MOST)
  })
})
