import { expect, test } from 'vitest'
import { composeAnswer } from '../../src/core/answer/compose.ts'
import { quoteFrom } from '../../src/core/answer/quote.ts'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { split } from '../../src/core/ingest/split.ts'
import { renderAnswer } from '../../src/node/render-answer.ts'

test('a table row is told cell by cell, each after its header, below the title of its table', () => {
  const markdown =
    '---\ntitle: Moss\n---\n\nTable 1. Water, in millilitres a day\n\n| Age | Summer |\n|---|---|\n| First year | 30 |\n'
  const source = parseSource({ id: 'moss', markdown })
  const passage = split(source).at(-1) as ReturnType<typeof split>[0]
  const quotes = [quoteFrom(source, passage, passage, 0.9)]
  const found = { searched: 'What?', quotes, disagree: false, suggestions: [], cautions: [] }
  expect(renderAnswer(composeAnswer(found, new Map([['moss', source]]), new Date()))).toContain(
    '1. Table 1. Water, in millilitres a day\n   Age: First year\n   Summer: 30\n   — Moss',
  )
})

test('figures of survival are named before they are read', () => {
  const markdown = '---\ntitle: One\n---\n\nHalf of them died within two years.\n\nIt grows in bone.\n'
  const source = parseSource({ id: 'one', markdown })
  const quotes = split(source).map((passage) => quoteFrom(source, passage, passage, 0.9))
  const found = { searched: 'What?', quotes, disagree: false, suggestions: [], cautions: [] }
  const text = renderAnswer(composeAnswer(found, new Map([['one', source]]), new Date()))
  expect(text).toContain('1. [survival figures] “Half of them died within two years.”')
  expect(text).toContain('2. “It grows in bone.”')
})
