import { describe, expect, test } from 'vitest'
import { pageAt, pageMark, takePages } from '../../../src/core/ingest/pages.ts'
import { parseSource } from '../../../src/core/ingest/parse.ts'

const parse = (body: string) => parseSource({ id: 'moss', markdown: `---\ntitle: Moss\n---\n\n${body}` })
const pageOf = (body: string, words: string) => {
  const { text, pages } = parse(body)
  return pageAt(pages, text.indexOf(words))
}

test('a page mark leaves no trace in the canonical text', () => {
  const body = (mark: (page: number) => string) =>
    `${mark(1)}\n\n# Moss\n\nMoss is ${mark(2)}green and photo${mark(3)}synthetic.\n\n${mark(4)}\n\n- One\n\n| A | B |\n|---|---|\n| ${mark(5)}1 | 2 |\n`
  expect(parse(body(pageMark)).text).toBe(parse(body(() => '')).text)
  expect(parse(body(pageMark)).blocks).toEqual(parse(body(() => '')).blocks)
})

test('words stand on the page of the last mark before them', () => {
  const body = `Before.\n\n${pageMark(2)}\n\nMoss is ${pageMark(3)} green. It grows.\n\n| A |\n|---|\n| ${pageMark(4)}cell |\n`
  expect(['Before', 'Moss', 'green', 'grows', 'A', 'cell'].map((words) => pageOf(body, words))).toEqual([
    null,
    2,
    3,
    3,
    3,
    4,
  ])
})

test('a source without marks has no pages', () => {
  expect(parse('Moss is green.')).not.toHaveProperty('pages')
})

describe('takePages', () => {
  test('joins a word that a page break parts, and keeps one space between two words', () => {
    expect(takePages('photo<!-- page 7 -->synthetic')).toEqual({
      clean: 'photosynthetic',
      pages: [{ page: 7, start: 5 }],
    })
    expect(takePages(' green  <!-- page 7 --> moss ')).toEqual({ clean: 'green moss', pages: [{ page: 7, start: 5 }] })
  })

  test('leaves what only looks like a mark', () => {
    const text = '<!-- page x --> <!--page 3--> <!-- Page 3 --> <!-- page 123456 -->'
    expect(takePages(text)).toEqual({ clean: text, pages: [] })
  })
})
