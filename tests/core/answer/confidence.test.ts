import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clues, createClueFinder, isConfident, toProbability } from '../../../src/core/answer/confidence.ts'
import type { Candidate, Retrieval } from '../../../src/core/answer/retrieve.ts'
import type { RowSignals } from '../../../src/core/answer/signals.ts'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { type PassageRow, toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { createVocabulary } from '../../../src/core/retrieval/vocabulary.ts'
import type { Passage, Span } from '../../../src/core/source.ts'

const corpus = buildCorpus([
  { id: 'bone', markdown: '---\ntitle: Bone\n---\n\nBones are hard. They grow.\n\nMuscles pull the skeleton.\n' },
])
const vocabulary = createVocabulary(toRows(corpus))
const [bones, muscles] = corpus.passages as [Passage, Passage]

const row = (dense: number, late: number, lexicalScore = 0): RowSignals => ({ dense, late, lexical: lexicalScore })

function candidate(passage: Passage, fit: number, asked: RowSignals | null, at = 0): Candidate {
  return {
    passage,
    sentence: passage.sentences[at] as Span,
    asked: asked && (passage.sentences[at] as Span),
    signals: { told: row(0.3, 0.4, 0.5), asked, support: 0, around: 0.2 },
    listed: asked !== null,
    fit,
    cover: () => ({ mean: 0.6, shortfall: 0.1, least: 0.3, common: 0.5, surplus: 0.7 }),
  }
}

const retrieval = (
  candidates: readonly Candidate[],
  unanswered: RowSignals | null = null,
  questions: Retrieval['questions'] = [],
): Retrieval => ({
  embeddings: [],
  candidates,
  questions,
  unanswered,
  unansweredShare: 0.25,
  unansweredCommon: 0.05,
})

const best = candidate(bones, 1, row(0.7, 0.8))
const told = 'Bones are hard.'
const find = (question: string, all: Retrieval, one = best, text = told, words = vocabulary) =>
  createClueFinder(question, all, words)(one, text)

describe('clues', () => {
  test('tell what the candidate and its reader question leave out', () => {
    expect(find('hard bones', retrieval([best]))).toMatchObject({
      shortfall: 0.1,
      least: 0.3,
      surplus: 0.7,
      unansweredCommon: 0.05,
    })
  })

  test('take the sentence for the question, where no reader question is near', () => {
    const alone = candidate(bones, 1, null)
    const rival = row(0.5, 0.55)
    expect(find('hard bones', retrieval([best], rival)).unansweredLate).toBeCloseTo(0.55 - 0.8, 10)
    expect(find('hard bones', retrieval([alone], rival), alone).unansweredLate).toBeCloseTo(0.55 - 0.4, 10)
  })

  test('count the terms that the corpus has never seen', () => {
    // One passage holds bone, another one skeleton; nothing holds zebra and giraffe.
    expect(find('Has a skeleton the bone of a zebra or giraffe?', retrieval([best])).unseen).toBe(2 / 4)
    expect(find('Are bones hard?', retrieval([best])).unseen).toBe(0)
    expect(find('is it?', retrieval([best])).unseen, 'no terms').toBe(0)
  })

  test('tell how the question is worded', () => {
    const odd = { ...vocabulary, wordingOdds: (question: string) => question.length }
    expect(find('Are bones hard?', retrieval([best]), best, told, odd).wording).toBe(15)
    expect(find('Are bones hard?', retrieval([best])).wording, 'a corpus without lists').toBe(0)
  })

  test('tell how much of what is asked the nearest reader question asks, too', () => {
    const asking = (text: string, passage = bones): PassageRow => ({
      kind: 'question',
      passage,
      ...(passage.sentences[0] as Span),
      text,
      context: '',
    })
    const framed = (question: string, ...questions: PassageRow[]) =>
      find(question, retrieval([best], null, questions)).framed
    expect(framed('What are bones?', asking('What are muscles?'))).toBe(1)
    expect(framed('Who sells bones?', asking('What are muscles?'))).toBeLessThan(0.5)
    expect(framed('What are bones?', asking('What are muscles?', muscles)), 'of another passage').toBe(0)
    expect(framed('What are bones?'), 'none near').toBe(0)
  })

  test('measure the lead over the best candidate of another passage', () => {
    const same = candidate(bones, 0.9, null, 1)
    const rivals = [candidate(muscles, 0.7, null), candidate(muscles, 0.4, null)]
    expect(find('hard', retrieval([best, same, ...rivals])).lead).toBeCloseTo(0.3, 10)
    expect(find('hard', retrieval([best, same])).lead, 'no rival').toBe(0)
  })

  test('tell whether a figure is asked for that the quote lacks', () => {
    expect(find('How many bones are there?', retrieval([best])).noFigure).toBe(1)
    expect(find('Which bones are hard?', retrieval([best])).noFigure).toBe(0)
    const counted = 'There are 206 bones.'
    expect(find('How many bones are there?', retrieval([best]), best, counted).noFigure).toBe(0)
  })

  test('compare with the nearest question that has no answer', () => {
    expect(find('hard', retrieval([best]))).toMatchObject({ unanswered: 0, unansweredLate: 0 })
    const nearer = find('hard', retrieval([best], row(0.9, 0.95)))
    expect(nearer.unanswered).toBeGreaterThan(0)
    expect(nearer.unansweredLate).toBeCloseTo(0.15, 10)
    const farther = find('hard', retrieval([best], row(0.2, 0.3)))
    expect(farther.unanswered).toBeLessThan(0)
    expect(farther.unansweredLate).toBeCloseTo(-0.5, 10)
  })
})

const KEYS = Object.keys(find('hard bones', retrieval([best]))) as (keyof Clues)[]
const anyClues = fc
  // Where all words are unseen, the probability is 0: a test of its own.
  .tuple(...KEYS.map((key) => fc.double({ min: -1, max: key === 'unseen' ? 0.99 : 1, noNaN: true })))
  .map((values) => Object.fromEntries(KEYS.map((key, at) => [key, values[at]])) as unknown as Clues)

/** One that a reader question leads to, and one that stands alone: each has its own model. */
const led = candidate(bones, 1, row(0.7, 0.8))
const alone = candidate(bones, 1, null)
const kinds = [led, alone]

describe('the probability', () => {
  test('lies between 0 and 1', () => {
    fc.assert(
      fc.property(anyClues, (clues) => {
        for (const one of kinds) {
          expect(toProbability(one, clues)).toBeGreaterThan(0)
          expect(toProbability(one, clues)).toBeLessThan(1)
        }
      }),
    )
  })

  test.each(['least', 'framed'] as const)('rises with %s', (key) => {
    fc.assert(
      fc.property(anyClues, (clues) => {
        const more = { ...clues, [key]: clues[key] + 0.1 }
        expect(toProbability(led, more)).toBeGreaterThan(toProbability(led, clues))
      }),
    )
  })

  test.each([
    'unanswered',
    'unansweredLate',
    'unansweredShare',
    'wording',
    'shortfall',
    'surplus',
    'unansweredCommon',
  ] as const)('falls with %s', (key) => {
    fc.assert(
      fc.property(anyClues, (clues) => {
        const more = { ...clues, [key]: clues[key] + 0.1 }
        for (const one of kinds) expect(toProbability(one, more)).toBeLessThanOrEqual(toProbability(one, clues))
        expect(toProbability(led, more) + toProbability(alone, more)).toBeLessThan(
          toProbability(led, clues) + toProbability(alone, clues),
        )
      }),
    )
  })

  test('is 0 where the corpus lists questions and knows no word of this one', () => {
    fc.assert(
      fc.property(anyClues, (clues) => {
        expect(toProbability(led, { ...clues, unseen: 1 })).toBe(0)
        expect(toProbability(alone, { ...clues, unseen: 1 })).toBeGreaterThan(0)
      }),
    )
  })

  test('that is enough for an answer is neither certain nor impossible to reach', () => {
    for (const one of kinds) {
      expect(isConfident(one, 0)).toBe(false)
      expect(isConfident(one, 1)).toBe(true)
    }
  })
})
