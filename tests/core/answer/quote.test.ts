import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteFrom } from '../../../src/core/answer/quote.ts'
import { parseSource } from '../../../src/core/ingest/parse.ts'
import { split } from '../../../src/core/ingest/split.ts'

const source = parseSource({
  id: 'leaflet',
  markdown: `---\ntitle: Leaflet\n---\n\nIt is rare. It grows slowly.\n\n| Place | Share |\n|---|---|\n| Leg | 35 |\n\n${'Long words. '.repeat(80)}`,
})
const other = parseSource({ id: 'other', markdown: '---\ntitle: Other\n---\n\nSomething else entirely stands here.' })
const [prose, row, long] = split(source) as [
  ReturnType<typeof split>[0],
  ReturnType<typeof split>[0],
  ReturnType<typeof split>[0],
]

describe('quoteFrom', () => {
  test('takes its words from the source, by offset', () => {
    expect(quoteFrom(source, prose, { start: prose.start, end: prose.start + 11 }, 0.9).text).toBe('It is rare.')
  })

  test('gives a table row its headers and cells', () => {
    expect(quoteFrom(source, row, row, 0.9)).toMatchObject({
      text: 'Leg | 35',
      table: { headers: ['Place', 'Share'], cells: ['Leg', '35'] },
    })
  })

  test('gives it the title of its table, unless that is a paragraph rather than a title', () => {
    const rowOf = (before: string) => {
      const table = parseSource({
        id: 'table',
        markdown: `---\ntitle: T\n---\n\n${before}\n\n| Place | ml |\n|---|---|\n| Leg | 35 |\n`,
      })
      const passage = split(table).at(-1) as ReturnType<typeof split>[0]
      return quoteFrom(table, passage, passage, 0.9).table
    }
    expect(rowOf('Table 1. Water, in millilitres a day')).toMatchObject({
      caption: 'Table 1. Water, in millilitres a day',
    })
    expect(rowOf('It needs water.')).not.toHaveProperty('caption')
    expect(rowOf(`Table 1. ${'More and more '.repeat(30)}`)).not.toHaveProperty('caption')
  })

  test('asks before figures that a title tells to be of survival, also where it is too long to be shown', () => {
    const markdown = `---\ntitle: T\n---\n\nTable 1. ${'By stage, '.repeat(40)}survival after five years\n\n| Stage | Share |\n|---|---|\n| I | 80 % |\n`
    const table = parseSource({ id: 'table', markdown })
    const passage = split(table).at(-1) as ReturnType<typeof split>[0]
    expect(quoteFrom(table, passage, passage, 0.9)).toMatchObject({ sensitive: 'prognosis' })
  })

  test('refuses a span outside of the passage, an empty, a backward and an over-long one', () => {
    const { start, end } = prose
    for (const span of [
      { start: start - 1, end },
      { start, end: end + 1 },
      { start, end: start },
      { start: end, end: start },
      { start: long.start, end: long.end },
    ]) {
      const passage = span.start === long.start ? long : prose
      expect(() => quoteFrom(source, passage, span, 0.9)).toThrow(RangeError)
    }
  })

  test('tells which part answers where it holds more than that', () => {
    const first = { start: prose.start, end: prose.start + 11 }
    expect(quoteFrom(source, prose, prose, 0.9, first).key).toEqual(first)
    expect(quoteFrom(source, prose, first, 0.9, first)).not.toHaveProperty('key')
    expect(quoteFrom(source, prose, first, 0.9)).not.toHaveProperty('key')
  })

  test('refuses a key outside of the quote and an empty one', () => {
    const first = { start: prose.start, end: prose.start + 11 }
    expect(() => quoteFrom(source, prose, first, 0.9, prose)).toThrow(RangeError)
    expect(() => quoteFrom(source, prose, prose, 0.9, { start: prose.start, end: prose.start })).toThrow(RangeError)
  })

  test('refuses a passage of another source', () => {
    expect(() => quoteFrom(other, prose, prose, 0.9)).toThrow(RangeError)
  })

  test('whatever the span, a quote is a slice of its source or there is none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 1200 }), fc.integer({ min: -5, max: 1200 }), (start, end) => {
        try {
          const quote = quoteFrom(source, long, { start, end }, 0.5)
          expect(quote.text).toBe(source.text.slice(start, end))
          expect(quote.text.length).toBe(end - start)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})
