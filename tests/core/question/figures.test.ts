import { describe, expect, test } from 'vitest'
import { asksForFigure, holdsFigure } from '../../../src/core/question/figures.ts'

describe('a question that asks for a figure', () => {
  test.each([
    'How many people get it?',
    'how long do people live',
    'What percentage comes back?',
    'whats the 5 year survival rate',
    'How old was she?',
    'average age',
    'Which year was that?',
    'what % relapse',
  ])('%s', (question) => {
    expect(asksForFigure(question)).toBe(true)
  })
  test.each(['How is it treated?', 'What is MCS?', 'Who found it?', 'however many-sided', 'Does it come back?'])(
    'not: %s',
    (question) => {
      expect(asksForFigure(question)).toBe(false)
    },
  )
})

describe('a text that holds a figure', () => {
  test.each(['54.6 percent', 'It takes several months.', 'Twelve patients', 'Most patients', 'It is rare.'])(
    '%s',
    (text) => {
      expect(holdsFigure(text)).toBe(true)
    },
  )
  test.each(['Surgery is the main treatment.', 'The bones are hard.', ''])('not: %s', (text) => {
    expect(holdsFigure(text)).toBe(false)
  })
})
