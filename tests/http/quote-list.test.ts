import { expect, test } from 'vitest'
import { cite } from '../../src/core/answer/cite.ts'
import { quoteFrom } from '../../src/core/answer/quote.ts'
import { pageMark } from '../../src/core/ingest/pages.ts'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { split } from '../../src/core/ingest/split.ts'
import { quoteList } from '../../src/http/pages/quotes.ts'
import { textOf } from './reading.ts'

const listOf = async (body: string) => {
  const source = parseSource({ id: 'moss', markdown: `---\ntitle: Moss\npublished: '2021'\n---\n\n${body}` })
  const quotes = split(source).map((passage) => quoteFrom(source, passage, passage, 0.9))
  return textOf(String(await quoteList({ quotes, sources: [cite(source)] })))
}

test('the page of the original stands beside a quote, where it has pages', async () => {
  expect(await listOf(`${pageMark(4)}\n\nMoss is green and it grows on stones.`)).toContain('Published 2021, page 4')
  expect(await listOf('Moss is green and it grows on stones.')).not.toContain('page')
})
