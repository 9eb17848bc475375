import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createEngine, type EngineParts } from '../../../src/core/answer/engine.ts'
import type { Answer, Engine, Turn } from '../../../src/core/answer/reply.ts'
import { buildCorpus, type CorpusInput } from '../../../src/core/ingest/build-corpus.ts'
import type { Embedder, TokenEmbedding } from '../../../src/core/ports.ts'
import { isStandalone } from '../../../src/core/question/standalone.ts'
import { toEmbeddedText, toPassageTexts, toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { createExactIndex } from '../../../src/core/retrieval/exact-index.ts'
import { buildLexicalIndex } from '../../../src/core/retrieval/lexical-index.ts'
import { packPassageVectors } from '../../../src/core/retrieval/passage-vectors.ts'
import { createTokenPacker } from '../../../src/core/retrieval/token-vectors.ts'
import { messages } from '../../../src/core/safety/catalogue.ts'
import { createOnnxMultiplier } from '../../../src/node/onnx-multiplier.ts'
import { randomUnitVectors } from '../../node/random-unit-vectors.ts'
import { BUILD_PATIENCE, openDefaultCorpus } from './default-corpus.ts'

let embedder: Embedder
let engine: Engine
beforeAll(async () => {
  const parts = await openDefaultCorpus('engine')
  embedder = parts.embedder
  engine = createEngine(parts)
}, BUILD_PATIENCE)

const ask = (one: Engine, message: string, history: readonly Turn[] = [], maxQuotes = 3) =>
  one.answer({ message, history, country: null, maxQuotes })

function expectVerbatim({ sources }: Engine, { status, quotes, sources: cited }: Answer, maxQuotes = 3) {
  expect(quotes.length > 0).toBe(status === 'answered')
  expect(quotes.length).toBeLessThanOrEqual(maxQuotes)
  for (const { text, sourceId, start, end } of quotes) {
    expect(text).not.toBe('')
    expect(sources.find(({ id }) => id === sourceId)?.text.slice(start, end)).toBe(text)
    expect(cited.map(({ id }) => id)).toContain(sourceId)
  }
}

const QUESTIONS = [
  'How often are lung scans recommended?',
  'What is the survival rate?',
  'Is this cancer rare?',
  'Which chemotherapy drugs are used?',
  'Does surgery cure the tumour?',
  'Who first described mesenchymal chondrosarcoma?',
  'Will I lose my hair from chemotherapy?',
  'What does the patient of Chan show?',
  'Wich tretment is recomended?',
  'weather tomorrow in Paris',
]
const FRAGMENTS = [
  ...['and', 'why', 'it', 'the', 'tumour', 'lungs', 'chemotherpay', 'survival', 'dural tail', 'MCS', 'Chan et al.'],
  ...['hair', '?', 'ifosfamide', '10%', 'Carly', 'is', 'how many', 'bone scan', 'xyzzy', '😀', 'é', '«»', '\u0000'],
]
const fragments = fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 12 }).map((some) => some.join(' '))
const turn = fc.record<Turn>({
  role: fc.constantFrom('user', 'assistant'),
  content: fc.oneof(fragments, fc.constantFrom(...QUESTIONS), fc.string({ maxLength: 300 })),
})

describe('over the default corpus', () => {
  test('every quote is a slice of its source', async () => {
    const requests = fc.tuple(
      fc.oneof(fragments, fc.constantFrom(...QUESTIONS)),
      fc.array(turn, { maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
    )
    await fc.assert(
      fc.asyncProperty(requests, async ([message, history, maxQuotes]) => {
        expectVerbatim(engine, await ask(engine, message, history, maxQuotes), maxQuotes)
      }),
      { numRuns: 40 },
    )
  })

  test('no history of any length changes the answer to a question that stands alone', async () => {
    expect(QUESTIONS.filter((question) => !isStandalone(question))).toEqual([])
    const cases = fc.tuple(fc.constantFrom(...QUESTIONS), fc.array(turn, { minLength: 1, maxLength: 40 }))
    await fc.assert(
      fc.asyncProperty(cases, async ([message, history]) => {
        expect(await ask(engine, message, history)).toEqual(await ask(engine, message))
      }),
      { numRuns: 25 },
    )
  })

  test('while a follow-up depends on it', async () => {
    const asked = (content: string): Turn[] => [{ role: 'user', content }]
    const kinases = await ask(engine, 'Which drugs block them?', asked('What are kinases?'))
    const other = await ask(engine, 'Which drugs block them?', asked('What are the symptoms of orbital tumours?'))
    expect(kinases.quotes[0]?.text).toContain('Gefitinib')
    expect(other.searched).not.toBe(kinases.searched)
    expect(other.quotes).not.toEqual(kinases.quotes)
  })

  test('nothing that is typed is too strange', async () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.array(unit, { maxLength: 60 }).map((units) => units.join('')),
      fc.constantFrom(
        '',
        ' ',
        '\n',
        '?'.repeat(2000),
        'a'.repeat(2000),
        'lungs '.repeat(333),
        '漢字'.repeat(500),
        '[SEP]',
      ),
    )
    await fc.assert(
      fc.asyncProperty(strange, fc.array(turn, { maxLength: 2 }), async (message, history) => {
        const answer = await ask(engine, message, history)
        expectVerbatim(engine, answer)
        expect(answer.disclaimers.length).toBeGreaterThan(0)
        const scores = (await engine.search(message, 5)).map(({ score }) => score)
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test.each(['Which tests are done at the start?', 'What is the outlook?', 'Do kinases matter?', 'hi', 'bake a cake'])(
    'what is suggested after "%s" is answered when it is asked',
    async (message) => {
      const { suggestions } = await ask(engine, message)
      expect(suggestions.length).toBeGreaterThan(0)
      expect(suggestions.length).toBeLessThanOrEqual(3)
      for (const suggestion of suggestions) {
        expect((await ask(engine, suggestion)).status, suggestion).toBe('answered')
      }
    },
  )

  test('what the sources do not tell gets no quote, but suggestions', async () => {
    const answer = await ask(engine, 'Which colour has the flag of Portugal?')
    expect(answer).toMatchObject({ status: 'no_answer', quotes: [], sources: [] })
    expect(answer.suggestions.length).toBeGreaterThan(0)
  })

  test('small talk is not searched', async () => {
    const answer = await ask(engine, 'Thank you!', [{ role: 'user', content: 'What is the survival rate?' }])
    expect(answer).toMatchObject({ status: 'conversation', message: messages.thanks.text, searched: null, quotes: [] })
  })

  test('fewer quotes are the first ones of more', async () => {
    const [one, five] = [await ask(engine, QUESTIONS[0] ?? '', [], 1), await ask(engine, QUESTIONS[0] ?? '', [], 5)]
    expect(five.quotes.length).toBeGreaterThan(1)
    expect(one.quotes).toEqual(five.quotes.slice(0, 1))
  })

  test('a search brings passages in their own words, best first', async () => {
    const found = await engine.search('lung scans after treatment', 5)
    expect(found).toHaveLength(5)
    expect(found[0]?.text).toContain('lung CT scans every 3 months')
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
    for (const { passage, text } of found) {
      const source = engine.sources.find(({ id }) => id === passage.sourceId)
      expect(source?.text.slice(passage.start, passage.end)).toBe(text)
    }
  })
})

/** An engine over these sources, indexed in memory. */
async function engineOf(...inputs: CorpusInput[]): Promise<Engine> {
  const corpus = buildCorpus(inputs)
  const embedded = await embedder.embedTokens(toRows(corpus).map(toEmbeddedText))
  return assemble(corpus, embedded, await embedder.embed(toPassageTexts(corpus)))
}

async function assemble(
  corpus: EngineParts['corpus'],
  embedded: readonly TokenEmbedding[],
  passages: readonly Float32Array[],
): Promise<Engine> {
  const { dimensions } = embedder
  const rows = toRows(corpus)
  const packer = createTokenPacker(dimensions)
  const vectors = new Float32Array(rows.length * dimensions)
  embedded.forEach((one, row) => {
    vectors.set(one.vector, row * dimensions)
    packer.add(one)
  })
  return createEngine({
    corpus,
    embedder,
    vectors: createExactIndex(vectors, dimensions),
    lexical: await buildLexicalIndex(rows),
    tokens: packer.pack(),
    passages: packPassageVectors(passages, dimensions),
    multiplier: await createOnnxMultiplier(dimensions),
  })
}

const PROSE_ONLY = '---\ntitle: Heart\n---\n\nThe heart of a resting adult beats about 70 times a minute.\n'
const TABLE_ONLY = '---\ntitle: Bones\n---\n\n| Bone | Place |\n|---|---|\n| Femur | Thigh |\n| Skull | Head |\n'

describe('search never abstains', () => {
  // The last two are nearest to questions that the sources don't answer: these must not take the place of passages.
  test.each(['where does it spread', 'side effects of chemo', 'hair loss'])('%s', async (query) => {
    for (const limit of [1, 10, 50]) {
      const found = await engine.search(query, limit)
      expect(found).toHaveLength(limit)
      expect(new Set(found.map(({ passage }) => passage.id)).size).toBe(limit)
      const scores = found.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
    }
  })
})

describe('a corpus of one sentence', () => {
  test('answers with it, or not at all', async () => {
    const one = await engineOf({ id: 'heart', markdown: PROSE_ONLY })
    const answer = await ask(one, 'How many times a minute does the heart of an adult beat?')
    expectVerbatim(one, answer)
    expect(answer.quotes.map(({ text }) => text)).toEqual([
      'The heart of a resting adult beats about 70 times a minute.',
    ])
    expect(answer.suggestions).toEqual([])
    expect((await ask(one, 'Which colour has the flag of Portugal?')).status).toBe('no_answer')
    expect(await one.search('heart', 10)).toHaveLength(1)
  })
})

describe('a corpus of one table', () => {
  test('answers with the row that is asked for, in its cells', async () => {
    const one = await engineOf({ id: 'bones', markdown: TABLE_ONLY })
    const answer = await ask(one, 'In which place is the femur bone?')
    expectVerbatim(one, answer)
    expect(answer.quotes[0]).toMatchObject({
      text: 'Femur | Thigh',
      table: { headers: ['Bone', 'Place'], cells: ['Femur', 'Thigh'] },
    })
    expect((await ask(one, 'Which colour has the flag of Portugal?')).status).toBe('no_answer')
  })
})

describe('a corpus of 50,000 passages', () => {
  const COUNT = 50_000
  const PER_SOURCE = 2_500
  const NEEDLE = 'The copper kettle of Aunt Matilda holds nine litres of water.'
  const SUBJECTS = ['gardener', 'violin', 'harbour', 'teacher', 'river', 'candle', 'sailor', 'museum']
  const ACTIONS = ['paints', 'follows', 'remembers', 'repairs', 'borrows', 'admires', 'forgets']

  let large: Engine
  beforeAll(async () => {
    const sentence = (at: number) =>
      at === COUNT / 2 ? NEEDLE : `The ${SUBJECTS[at % 8]} ${ACTIONS[at % 7]} ${SUBJECTS[(at >> 3) % 8]} number ${at}.`
    const corpus = buildCorpus(
      Array.from({ length: COUNT / PER_SOURCE }, (_, file): CorpusInput => {
        const paragraphs = Array.from({ length: PER_SOURCE }, (_, at) => sentence(file * PER_SOURCE + at))
        return { id: `file-${100 + file}`, markdown: `---\ntitle: File ${file}\n---\n\n${paragraphs.join('\n\n')}\n` }
      }),
    )
    expect(corpus.passages).toHaveLength(COUNT)
    const rows = toRows(corpus)
    const needle = rows.findIndex(({ text }) => text === NEEDLE)
    const [real] = await embedder.embedTokens([NEEDLE])
    // Any direction will do for all others: only one sentence means something.
    const embedded = randomUnitVectors(COUNT, embedder.dimensions, 7).map(
      (vector, row): TokenEmbedding =>
        row === needle && real ? real : { vector, tokens: vector, pieces: [row % 30_000] },
    )
    // Each passage is a single sentence: as a whole it has that sentence's vector.
    const passages = embedded.map(({ vector }) => vector)
    large = await assemble(corpus, embedded, passages)
  }, 120_000)

  test('answers with the one sentence that tells', async () => {
    const answer = await ask(large, 'How many litres of water does the copper kettle hold?')
    expectVerbatim(large, answer)
    expect(answer.quotes[0]?.text).toBe(NEEDLE)
  })

  test('answers in seconds, not in minutes', async () => {
    const started = performance.now()
    await ask(large, 'How many litres of water does the copper kettle hold?')
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  test('finds it by search as well', async () => {
    expect((await large.search('copper kettle', 3))[0]?.text).toBe(NEEDLE)
  })

  test('does not answer what nothing tells', async () => {
    expect((await ask(large, 'Which chemotherapy drugs are used?')).status).toBe('no_answer')
  })
})

describe('cautions and languages', () => {
  const kindsOf = ({ notices }: Answer) => notices.map(({ kind }) => kind)

  test('a personal question that the sources tell about keeps its quotes', async () => {
    const answer = await ask(engine, 'Should I have chemotherapy after my surgery?')
    expect(answer.status).toBe('answered')
    expect(kindsOf(answer)[0]).toBe('personal_advice')
  })

  test('survival figures are marked and come with their notice', async () => {
    const answer = await ask(engine, 'What is the 5 year survival of mesenchymal chondrosarcoma?')
    expect(answer.quotes[0]?.sensitive).toBe('prognosis')
    expect(kindsOf(answer)).toContain('prognosis')
  })

  test('a follow-up that asks on for a prognosis brings the notice too', async () => {
    const history: Turn[] = [{ role: 'user', content: 'What is the survival rate of breast cancer?' }]
    expect(kindsOf(await ask(engine, 'and for men?', history))).toContain('prognosis')
  })

  test('a plain question brings none', async () => {
    const answer = await ask(engine, 'Which gene fusion is found in mesenchymal chondrosarcoma?')
    expect(kindsOf(answer)).not.toContain('personal_advice')
    expect(kindsOf(answer)).not.toContain('prognosis')
    expect(answer.quotes.filter(({ sensitive }) => sensitive)).toEqual([])
  })

  test('nothing is searched for a message in another language', async () => {
    const answer = await ask(engine, '¿Qué es el condrosarcoma mesenquimal?')
    expect(answer).toMatchObject({ status: 'unsupported_language', language: 'es', searched: null, quotes: [] })
  })

  test('a call for help in another language goes first', async () => {
    const answer = await ask(engine, 'hola, mi hijo no puede respirar')
    expect(answer).toMatchObject({ status: 'safety', language: 'es', quotes: [] })
    expect(answer.notices[0]).toMatchObject({ kind: 'emergency', severity: 'urgent' })
  })
})
