import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  meanSignals,
  type RowSignals,
  supportOf,
  weighQuestion,
  weighSignals,
} from '../../../src/core/answer/signals.ts'

const NONE: RowSignals = { dense: 0, late: 0, lexical: 0 }
const GOOD: RowSignals = { dense: 0.8, late: 0.8, lexical: 1 }
const POOR: RowSignals = { dense: 0.3, late: 0.3, lexical: 0 }

const share = fc.double({ min: 0, max: 1, noNaN: true })
const rowSignals = fc.record<RowSignals>({ dense: share, late: share, lexical: share })
const signals = fc.record({ told: rowSignals, asked: rowSignals, support: share, around: share })

describe('a sentence without a reader question competes', () => {
  test('it beats a poorer sentence with a poor question', () => {
    expect(weighSignals({ told: GOOD, asked: null, support: 0, around: 0.5 })).toBeGreaterThan(
      weighSignals({ told: POOR, asked: POOR, support: 0, around: 0.5 }),
    )
  })

  test('but loses, a little, to one whose question fits as well as the sentence', () => {
    fc.assert(
      fc.property(rowSignals, share, (told, around) => {
        const [alone, withQuestion] = [
          weighSignals({ told, asked: null, support: 0, around }),
          weighSignals({ told, asked: told, support: 0, around }),
        ]
        expect(alone).toBeLessThan(withQuestion)
        expect(withQuestion - alone).toBeLessThan(0.1)
      }),
    )
  })
})

describe('what speaks for a sentence adds up', () => {
  test.each(['dense', 'late', 'lexical'] as const)(
    '%s of its question counts, and nothing speaks against it',
    (key) => {
      fc.assert(
        fc.property(signals, (all) => {
          const nearer = { ...all, asked: { ...all.asked, [key]: all.asked[key] + 0.5 } }
          expect(weighSignals(nearer)).toBeGreaterThan(weighSignals(all))
          const better = { ...all, told: { ...all.told, [key]: all.told[key] + 0.5 } }
          expect(weighSignals(better)).toBeGreaterThanOrEqual(weighSignals(all))
        }),
      )
    },
  )

  test('a passage that is about the question helps', () => {
    expect(weighSignals({ told: POOR, asked: POOR, support: 0, around: 0.9 })).toBeGreaterThan(
      weighSignals({ told: POOR, asked: POOR, support: 0, around: 0.1 }),
    )
  })

  test('nothing at all weighs nothing', () => {
    expect(weighSignals({ told: NONE, asked: NONE, support: 0, around: 0 })).toBe(0)
    expect(weighQuestion(NONE)).toBe(0)
  })

  test('the question counts the same in a sentence as alone', () => {
    fc.assert(
      fc.property(rowSignals, (asked) => {
        expect(weighSignals({ told: NONE, asked, support: 0, around: 0 })).toBeCloseTo(weighQuestion(asked), 10)
      }),
    )
  })
})

test('of several wordings each counts the same', () => {
  expect(meanSignals([GOOD])).toEqual(GOOD)
  const mean = meanSignals([
    { dense: 0.2, late: 0.4, lexical: 1 },
    { dense: 0.4, late: 0.8, lexical: 0 },
  ])
  expect(mean.dense).toBeCloseTo(0.3, 10)
  expect(mean.late).toBeCloseTo(0.6, 10)
  expect(mean.lexical).toBeCloseTo(0.5, 10)
})

test('several near reader questions speak for a sentence, one alone or far ones hardly', () => {
  expect(supportOf([])).toBe(0)
  expect(supportOf([0.8])).toBe(0)
  expect(supportOf([0.8, 0.8, 0.8])).toBeCloseTo(Math.log(3))
  expect(supportOf([0.8, 0.3])).toBeLessThan(0.01)
  expect(supportOf([0.8, 0.79, 0.3])).toBeGreaterThan(supportOf([0.8, 0.7, 0.3]))
})
