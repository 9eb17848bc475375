import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Turn } from '../../../src/core/answer/reply.ts'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { isStandalone } from '../../../src/core/question/standalone.ts'
import { createUnderstanding, type Understand } from '../../../src/core/question/understand.ts'
import { toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { createVocabulary } from '../../../src/core/retrieval/vocabulary.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'

const corpus = buildCorpus([
  {
    id: 'leaflet',
    markdown: `---
title: Chondrosarcoma leaflet
---

Chemotherapy often follows surgery. It is known as adjuvant treatment. Overall survival (OS) is poor.
Scans of the lungs are recommended.
`,
    questions: {
      file: 'leaflet.questions.yaml',
      yaml: '- quote: Chemotherapy often follows surgery.\n  questions: [Is chemotherapy postoperative?]\n',
    },
  },
])

let understand: Understand
beforeAll(async () => {
  understand = createUnderstanding(createVocabulary(toRows(corpus)), await loadEmbedder(DEFAULT_MODEL))
})

const user = (content: string): Turn => ({ role: 'user', content })
const assistant = (content: string): Turn => ({ role: 'assistant', content })

describe('a message is mended', () => {
  test.each([
    ['Is chemotherpay given after surgery?', 'Is chemotherapy given after surgery?', 'a misspelt word of a text'],
    ['What is chondrosarkoma treatment?', 'What is chondrosarcoma treatment?', 'one of a title'],
    ['Is treatment postopertive?', 'Is treatment postoperative?', 'one of a reader question'],
    ['Is sorafenib a treatment?', 'Is sorafenib a treatment?', 'an unknown drug stays'],
    ['Is surgery followed by treatment?', 'Is surgery followed by treatment?', 'nothing to mend'],
  ])('%s -> %s: %s', (message, searched) => {
    expect(understand(message, [])).toEqual({ searched, texts: [searched], identified: false })
  })
})

describe('personal identifiers', () => {
  test('are in no wording, of the message nor of an earlier one', () => {
    const { searched, texts, identified } = understand('Is surgery a treatment? Call me on 07700 900123', [])
    expect({ searched, identified }).toEqual({
      searched: expect.stringContaining('Is surgery a treatment?'),
      identified: true,
    })
    expect(texts.join()).not.toContain('900123')
    const later = understand('And surgery?', [user('Is chemotherapy recommended? jane@example.org')])
    expect(later.searched).not.toContain('jane')
    expect(later.identified).toBe(false)
  })
})

describe('a statement before the question', () => {
  const told = 'My sister is 40 and found a lump on her arm in June last year.'

  test('is searched with it, and the question alone as well', () => {
    const message = `${told} Is surgery recomended?`
    expect(understand(message, [])).toEqual({
      searched: `${told} Is surgery recommended?`,
      texts: ['Is surgery recommended?', `${told} Is surgery recommended?`],
      identified: false,
    })
  })

  test('counts more where the question points back at it', () => {
    const message = `${told} Is it treatable?`
    expect(understand(message, []).texts).toEqual(['Is it treatable?', message, message])
  })

  test('of a few words stays with it: it often names what is asked about', () => {
    expect(understand('We saw the lungs, what now?', []).texts).toEqual(['We saw the lungs, what now?'])
  })
})

describe('a follow-up', () => {
  test('is completed with the last question; both wordings are searched', () => {
    const history = [user('Is chemotherapy recommended?'), assistant('This is what the sources say.')]
    expect(understand('And surgery?', history)).toEqual({
      searched: 'Is chemotherapy recommended? And surgery?',
      texts: ['Is chemotherapy recommended? And surgery?', 'And surgery?'],
      identified: false,
    })
  })

  test('and its question before are both mended', () => {
    const { searched, texts } = understand('And surgrey?', [user('Is chemotherpay recommended?')])
    expect(searched).toBe('Is chemotherapy recommended? And surgery?')
    expect(texts).toEqual([searched, 'And surgery?'])
  })

  test('to a follow-up reaches one question farther back', () => {
    const history = [user('Are lungs scanned?'), user('Is chemotherapy recommended?'), user('And surgery?')]
    expect(understand('Why?', history).searched).toBe('Is chemotherapy recommended? And surgery? Why?')
  })

  test('reaches no farther than to the last question that stands alone', () => {
    const history = [user('Are lungs scanned?'), user('Is chemotherapy recommended?')]
    expect(understand('Why?', history).searched).toBe('Is chemotherapy recommended? Why?')
  })

  test('is completed with whole words of a long question, not with all of it', () => {
    const { searched, texts } = understand('And surgery?', [user(`Is ${'chemotherapy '.repeat(100)}good?`)])
    expect(searched).toBe(`Is ${'chemotherapy '.repeat(38)}And surgery?`)
    expect(texts).toEqual([searched, 'And surgery?'])
    expect(understand('And it?', [user('😀'.repeat(1000))]).searched).toBe(`${'😀'.repeat(250)} And it?`)
    expect(understand('And it?', [user(`x${'😀'.repeat(1000)}`)]).searched.isWellFormed()).toBe(true)
  })

  test('takes nothing from what the program said', () => {
    expect(understand('Why?', [assistant('Chemotherapy often follows surgery.')])).toEqual(understand('Why?', []))
  })

  test('without a question before it is searched as it is', () => {
    expect(understand('And surgery?', [])).toMatchObject({ searched: 'And surgery?', texts: ['And surgery?'] })
  })
})

const turn = fc.record<Turn>({
  role: fc.constantFrom('user', 'assistant'),
  content: fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom('Is chemotherapy recommended?', 'Why?', 'And it?')),
})
const word = fc.constantFrom('surgery', 'lungs', 'chemotherpay', 'the', 'is', 'it', 'and', 'why', 'OS', 'xyzzy', '?')
const message = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

test('no history changes how a stand-alone message is understood', () => {
  fc.assert(
    fc.property(message, fc.array(turn, { maxLength: 30 }), (text, history) => {
      fc.pre(isStandalone(text))
      expect(understand(text, history)).toEqual(understand(text, []))
    }),
  )
})

test('whatever is asked, the text shown as searched is the first that is searched, and ends with the message', () => {
  fc.assert(
    fc.property(message, fc.array(turn, { maxLength: 5 }), (text, history) => {
      const { searched, texts } = understand(text, history)
      expect(texts[0]).toBe(searched)
      expect(texts.length).toBeLessThanOrEqual(2)
      expect(searched.endsWith(understand(text, []).searched)).toBe(true)
    }),
  )
})
