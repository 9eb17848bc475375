import { describe, expect, test } from 'vitest'
import { cautionsFor } from '../../../src/core/answer/cautions.ts'
import { quoteFrom } from '../../../src/core/answer/quote.ts'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import type { Passage, Source } from '../../../src/core/source.ts'

const corpus = buildCorpus([
  { id: 'one', markdown: '---\ntitle: One\n---\n\nHalf of them died within two years.\n\nIt grows in bone.\n' },
])
const source = corpus.sources[0] as Source
const [figures, plain] = corpus.passages.map((passage: Passage) => quoteFrom(source, passage, passage, 0.9))

const kinds = (...given: Parameters<typeof cautionsFor>) => cautionsFor(...given).map(({ kind }) => kind)

describe('cautions', () => {
  test('come for what is asked', () => {
    expect(kinds(['Where does it grow?'], false, [])).toEqual([])
    expect(kinds(['Should I have surgery?'], false, [])).toEqual(['personal_advice'])
    expect(kinds(['What is the survival rate?'], false, [])).toEqual(['prognosis'])
    expect(kinds(['Am I going to die if I stop my chemo?'], false, [])).toEqual(['personal_advice', 'prognosis'])
  })

  test('come for any wording of the question', () => {
    expect(kinds(['and for children?', 'What is the survival rate? and for children?'], false, [])).toEqual([
      'prognosis',
    ])
  })

  test('come for what is quoted', () => {
    expect(
      kinds(
        ['Where does it grow?'],
        false,
        [plain, figures].filter((quote) => quote !== undefined),
      ),
    ).toEqual(['prognosis'])
    expect(kinds(['Where does it grow?'], false, plain ? [plain] : [])).toEqual([])
  })

  test('come for personal identifiers, first', () => {
    expect(kinds(['What is the survival rate?'], true, [])).toEqual(['personal_data', 'prognosis'])
  })

  test('are told once, and are not urgent', () => {
    const told = cautionsFor(['What is the survival rate?', 'survival'], false, figures ? [figures, figures] : [])
    expect(told.map(({ severity }) => severity)).toEqual(['caution'])
  })
})
