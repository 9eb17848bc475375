import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../../src/core/ingest/parse.ts'
import { split } from '../../../src/core/ingest/split.ts'
import { MAX_QUOTE_CHARS, type Source } from '../../../src/core/source.ts'
import { markdownFile } from './markdown-file.ts'

const corpus = new URL('../../../corpus/', import.meta.url)
const parse = (body: string) => parseSource({ id: 'bone', markdown: `---\ntitle: Bone facts\n---\n\n${body}` })
const quotable = ({ blocks }: Source) => blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'tableHead')

const BODY = `# Bone facts

Bones are hard. They hold the body up.

## Growth

- Bones grow.

| Bone | Place |
|---|---|
| Femur. Long. | Thigh |
`

describe('passages', () => {
  const source = parse(BODY)
  const passages = split(source)
  const textOf = ({ start, end }: { start: number; end: number }) => source.text.slice(start, end)

  test('are the paragraphs, list items and table rows; headings and table heads are context only', () => {
    expect(passages.map(textOf)).toEqual([
      'Bones are hard. They hold the body up.',
      'Bones grow.',
      'Femur. Long. | Thigh',
    ])
  })

  test('are named by their source and where they begin', () => {
    const starts = passages.map(textOf).map((text) => source.text.indexOf(text))
    expect(passages.map(({ id }) => id)).toEqual(starts.map((start) => `bone:${start}`))
    expect(passages.every(({ sourceId }) => sourceId === 'bone')).toBe(true)
  })

  test('keep their id when text is added behind them', () => {
    const longer = split(parse(`${BODY}\nMore.\n`))
    expect(longer.slice(0, 3).map(({ id }) => id)).toEqual(passages.map(({ id }) => id))
  })

  test('know their section', () => {
    expect(passages.map(({ section }) => section)).toEqual([null, 'Growth', 'Growth'])
  })

  test('hold their sentences', () => {
    expect(passages[0]?.sentences.map(textOf)).toEqual(['Bones are hard.', 'They hold the body up.'])
  })

  test('of a table row are one sentence, whatever stops are in the cells', () => {
    const row = passages[2]
    expect(row?.sentences).toEqual([{ start: row?.start, end: row?.end }])
    expect(row?.table).toEqual({ caption: null, headers: ['Bone', 'Place'], cells: ['Femur. Long.', 'Thigh'] })
  })

  test('of a table row that is too long to quote are cut as prose is, and still know their table', () => {
    const [row] = split(parse(`| A | B |\n|---|---|\n| ${'long words '.repeat(80)} | end |`))
    expect(row?.sentences.length).toBeGreaterThan(1)
    expect(row?.sentences.every(({ start, end }) => end - start <= MAX_QUOTE_CHARS)).toBe(true)
    expect(row?.table?.headers).toEqual(['A', 'B'])
  })
})

/** What every quote relies on: passages are whole blocks, and sentences leave out nothing but white space. */
function checkPassages(source: Source) {
  const passages = split(source)
  expect(passages.map(({ start, end }) => ({ start, end }))).toEqual(
    quotable(source).map(({ start, end }) => ({ start, end })),
  )
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  for (const passage of passages) {
    expect(passage.sentences.length).toBeGreaterThan(0)
    let at = passage.start
    for (const { start, end } of passage.sentences) {
      const sentence = source.text.slice(start, end)
      expect(source.text.slice(at, start).trim()).toBe('')
      expect(sentence).toBe(sentence.trim())
      expect(sentence.length).toBeGreaterThan(0)
      expect(sentence.length).toBeLessThanOrEqual(MAX_QUOTE_CHARS)
      at = end
    }
    expect(at).toBe(passage.end)
  }
}

test('for any Markdown, passages are whole blocks and their sentences cover them', () => {
  fc.assert(fc.property(markdownFile, (markdown) => checkPassages(parseSource({ id: 'bone', markdown }))))
})

test.each([
  'extraskeletal-osteosarcoma-thorax-2016',
  'intraspinal-mcs-bmc-neurology-2022',
  'mesenchymal-chondrosarcoma-liddy-shriver',
])('so it is in %s', (id) => {
  checkPassages(parseSource({ id, markdown: readFileSync(new URL(`${id}.md`, corpus), 'utf8') }))
})
