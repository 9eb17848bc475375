import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collapse } from '../../../src/core/ingest/normalise.ts'
import { splitSentences } from '../../../src/core/ingest/sentences.ts'
import { MAX_QUOTE_CHARS } from '../../../src/core/source.ts'

const sentences = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('where a sentence ends', () => {
  test.each([
    ['full stop, question mark, exclamation mark', ['It is rare.', 'Is it?', 'Yes!', 'Good.']],
    ['et al.', ['See Chan et al. BMC Neurology 1984.', 'It was rare.']],
    ['titles', ['Dr. Smith met Prof. Jones.', 'They agreed.']],
    ['initials', ['J. R. Goldberg wrote it.', 'He is a doctor.']],
    ['figures and references', ['As in Fig. 2 and Ref. A it grew.', 'Then it stopped.']],
    ['i.e. and e.g. before a capital', ['Some, e.g. Ewing sarcoma, i.e. Tumours of bone, grow.', 'Others rest.']],
    ['decimals', ['The mean age was 22.6 years.', 'It was 5.0 cm wide.']],
    ['a citation in brackets before the stop', ['It spreads [3].', 'It grows (Weis and Huvos).', 'It rests.']],
    ['an abbreviation in brackets', ['It is seen (Fig. 2).', 'It is not.']],
    ['a closing quotation mark', ['He said “It is rare.”', 'She left.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected)
  })

  test('a citation that stands right after the stop belongs to the sentence before it', () => {
    expect(sentences('Tumours grow.[3] The next one rests.')).toEqual(['Tumours grow.[3]', 'The next one rests.'])
    expect(sentences('Tumours grow.(3) The next one rests.')).toEqual(['Tumours grow.(3)', 'The next one rests.'])
  })

  test('text without a stop is one sentence', () => {
    expect(sentences('Location of tumours')).toEqual(['Location of tumours'])
  })

  test('no text, no sentence', () => {
    expect(splitSentences('')).toEqual([])
    expect(splitSentences(' \n ')).toEqual([])
  })

  test('spans are offset by the base', () => {
    expect(splitSentences('One. Two.', 100)).toEqual([
      { start: 100, end: 104 },
      { start: 105, end: 109 },
    ])
  })
})

describe('a sentence that is too long to quote', () => {
  const clause = (length: number, end: string) => `${'word '.repeat(Math.ceil(length / 5)).slice(0, length - 1)}${end}`
  const lengths = (text: string) => sentences(text).map(({ length }) => length)

  test('is left whole up to 700 characters and cut from 701', () => {
    expect(lengths(clause(MAX_QUOTE_CHARS, '.'))).toEqual([700])
    expect(lengths(clause(MAX_QUOTE_CHARS + 1, '.'))).toHaveLength(2)
  })

  test('is cut after the last semicolon, though a comma comes later', () => {
    const text = `${clause(400, ';')} ${clause(100, ',')} ${clause(400, '.')}`
    expect(lengths(text)).toEqual([400, 501])
  })

  test('is cut after the last comma where there is no semicolon', () => {
    const text = `${clause(400, ',')} ${clause(200, ',')} ${clause(400, '.')}`
    expect(lengths(text)).toEqual([601, 400])
  })

  test('is not cut at a clause that ends early: the rest would be as long again', () => {
    const text = `${clause(100, ';')} ${clause(900, '.')}`
    expect(lengths(text)[0]).toBeGreaterThan(600)
  })

  test('is cut between words where there is no clause', () => {
    const text = clause(1500, '.')
    expect(sentences(text).join(' ')).toBe(text)
  })

  test('is cut inside a word only if the word alone is too long', () => {
    expect(lengths('x'.repeat(1500))).toEqual([700, 700, 100])
  })

  test('is never cut inside a surrogate pair', () => {
    const text = `x${'😀'.repeat(400)}`
    expect(sentences(text).every((piece) => piece.isWellFormed())).toBe(true)
    expect(sentences(text).join('')).toBe(text)
  })
})

describe('for any text with single spaces, as blocks are', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Bone',
      'grows.',
      'al.',
      'J.',
      'Fig.',
      '3.5',
      '[3].',
      '(e.g.',
      'why?',
      'so;',
      'then,',
      '“No.”',
      '…',
    ),
    fc.constantFrom('.', '?', '!', '.[', '😀', '中文。', '\u0301', 'x'.repeat(300), 'y'.repeat(800)),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
  )
  const space = fc.constantFrom(' ', ' ', ' ', '')
  const text = fc.array(fc.tuple(piece, space), { maxLength: 120 }).map((parts) => collapse(parts.flat().join('')))

  test('sentences are in order, trimmed, not empty, short enough, and leave out only white space', () => {
    fc.assert(
      fc.property(text, (raw) => {
        let at = 0
        for (const { start, end } of splitSentences(raw)) {
          const sentence = raw.slice(start, end)
          expect(raw.slice(at, start).trim()).toBe('')
          expect(start).toBeGreaterThanOrEqual(at)
          expect(sentence).not.toBe('')
          expect(sentence).toBe(sentence.trim())
          expect(sentence.length).toBeLessThanOrEqual(MAX_QUOTE_CHARS)
          at = end
        }
        expect(raw.slice(at).trim()).toBe('')
      }),
    )
  })
})

test('a long text is split as its sentences are one by one', () => {
  const sentence = fc.constantFrom(
    'The dog ran.',
    'He saw e.g. Dr. Smith.',
    '"Why?" she asked.',
    'It grew.[3]',
    'At 3.5 cm it was large (Fig. 2).',
    'Wait… what?!',
    `A ${'very '.repeat(130)}long one.`,
    '骨は硬い。',
  )
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 100, maxLength: 300 }), (sentences) => {
      const text = sentences.join(' The. ')
      const spans = splitSentences(text).map(({ start, end }) => text.slice(start, end))
      expect(spans.join(' ').length).toBe(text.length)
      const alone = new Set(
        sentences.flatMap((one) =>
          splitSentences(`The. ${one} The.`).map(({ start, end }) => `The. ${one} The.`.slice(start, end)),
        ),
      )
      expect(spans.filter((one) => !alone.has(one))).toEqual([])
    }),
    { numRuns: 50 },
  )
})
