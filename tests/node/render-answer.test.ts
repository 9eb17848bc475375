import { expect, test } from 'vitest'
import { composeAnswer } from '../../src/core/answer/compose.ts'
import { quoteFrom } from '../../src/core/answer/quote.ts'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { split } from '../../src/core/ingest/split.ts'
import { renderAnswer } from '../../src/node/render-answer.ts'

test('figures of survival are named before they are read', () => {
  const markdown = '---\ntitle: One\n---\n\nHalf of them died within two years.\n\nIt grows in bone.\n'
  const source = parseSource({ id: 'one', markdown })
  const quotes = split(source).map((passage) => quoteFrom(source, passage, passage, 0.9))
  const found = { searched: 'What?', quotes, disagree: false, suggestions: [], cautions: [] }
  const text = renderAnswer(composeAnswer(found, new Map([['one', source]]), new Date()))
  expect(text).toContain('1. [survival figures] “Half of them died within two years.”')
  expect(text).toContain('2. “It grows in bone.”')
})
