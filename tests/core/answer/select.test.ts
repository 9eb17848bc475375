import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from '../../../src/core/answer/retrieve.ts'
import { createSelector } from '../../../src/core/answer/select.ts'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toTerms } from '../../../src/core/retrieval/terms.ts'
import type { Passage, Span } from '../../../src/core/source.ts'

const LONG = `Long ${'drawn out and wordy '.repeat(12)}sentence`
const corpus = buildCorpus([
  {
    id: 'bone',
    markdown: `---
title: Bone
---

Bones are hard. They grow in childhood. They mend after a fracture. Marrow makes blood.

Muscles pull.

${LONG} one. ${LONG} two.

Teeth are not bones at all. Nails are no bones either.
`,
  },
  { id: 'other', markdown: '---\ntitle: Other\n---\n\nMuscles pull.\n\nSkin covers everything. It stretches.\n' },
])
const sources = new Map(corpus.sources.map((source) => [source.id, source]))
const select = createSelector(sources, { termsOf: toTerms })
const [prose, single, long, teeth, twin] = corpus.passages as [Passage, Passage, Passage, Passage, Passage]

/** The part of a candidate that tells where it stands and how well it fits. */
function candidate(passage: Passage, at: number, fit: number, asked: Span | null = null): Candidate {
  const row = { dense: 0, late: 0, lexical: 0 }
  const sentence = passage.sentences[at] as Span
  const signals = { told: row, asked: asked && row, support: 0, around: 0 }
  const cover = () => ({ mean: 0, shortfall: 1, least: 0, common: 0, surplus: 0 })
  return { passage, sentence, asked, signals, listed: asked !== null, fit, cover }
}

const span = (passage: Passage, first: number, last = first): Span => ({
  start: (passage.sentences[first] as Span).start,
  end: (passage.sentences[last] as Span).end,
})

const textsOf = (candidates: readonly Candidate[], maxQuotes = 5) =>
  select(candidates, maxQuotes).map(({ candidate: { passage }, start, end }) =>
    sources.get(passage.sourceId)?.text.slice(start, end),
  )

describe('a sentence is widened', () => {
  test('by the one that follows, where neither neighbour is known to fit', () => {
    expect(textsOf([candidate(prose, 1, 1)])).toEqual(['They grow in childhood. They mend after a fracture.'])
  })

  test('by the one before, where that fits better', () => {
    const [first] = textsOf([candidate(prose, 1, 1), candidate(prose, 0, 0.5), candidate(prose, 2, 0.4)])
    expect(first).toBe('Bones are hard. They grow in childhood.')
  })

  test('by the one that follows, where that fits better or as well', () => {
    for (const fit of [0.4, 0.5]) {
      const [first] = textsOf([candidate(prose, 1, 1), candidate(prose, 2, 0.5), candidate(prose, 0, fit)])
      expect(first).toBe('They grow in childhood. They mend after a fracture.')
    }
  })

  test('by the one before, if it is the last of its passage', () => {
    expect(textsOf([candidate(prose, 3, 1)])).toEqual(['They mend after a fracture. Marrow makes blood.'])
  })

  test('not at all, if it is alone in its passage', () => {
    expect(textsOf([candidate(single, 0, 1)])).toEqual(['Muscles pull.'])
  })

  test('not beyond what is read at a glance', () => {
    expect(textsOf([candidate(long, 0, 1)])).toEqual([`${LONG} one.`])
  })
})

describe('the span of a reader question', () => {
  test('is quoted as it is, where no neighbour fits nearly as well', () => {
    const asked = span(prose, 1)
    expect(textsOf([candidate(prose, 1, 1, asked), candidate(prose, 2, 0.74)])[0]).toBe('They grow in childhood.')
    expect(textsOf([candidate(prose, 1, 1, asked)])).toEqual(['They grow in childhood.'])
  })

  test('is widened by a neighbour that fits nearly as well', () => {
    const asked = span(prose, 1)
    expect(textsOf([candidate(prose, 1, 1, asked), candidate(prose, 2, 0.76)])).toEqual([
      'They grow in childhood. They mend after a fracture.',
    ])
  })

  test('counts whole, where it is longer than the sentence', () => {
    expect(textsOf([candidate(prose, 2, 1, span(prose, 1, 2))])[0]).toBe(
      'They grow in childhood. They mend after a fracture.',
    )
  })

  test('of three sentences is never widened', () => {
    expect(textsOf([candidate(prose, 0, 1, span(prose, 0, 2)), candidate(prose, 3, 1)])[0]).toBe(
      'Bones are hard. They grow in childhood. They mend after a fracture.',
    )
  })
})

describe('what is chosen', () => {
  test('comes in the order of the candidates', () => {
    expect(textsOf([candidate(teeth, 0, 0.9), candidate(single, 0, 0.8)])).toEqual([
      'Teeth are not bones at all. Nails are no bones either.',
      'Muscles pull.',
    ])
  })

  test('tells nothing twice: near-duplicates are left out, in another source too', () => {
    expect(textsOf([candidate(single, 0, 1), candidate(twin, 0, 0.9), candidate(teeth, 0, 0.8)])).toEqual([
      'Muscles pull.',
      'Teeth are not bones at all. Nails are no bones either.',
    ])
  })

  test('does not overlap: what an earlier quote shows is not shown again', () => {
    expect(textsOf([candidate(prose, 0, 1), candidate(prose, 1, 0.9), candidate(prose, 3, 0.8)])).toEqual([
      'Bones are hard. They grow in childhood.',
      'They mend after a fracture. Marrow makes blood.',
    ])
  })

  test('of no candidates is nothing', () => {
    expect(select([], 3)).toEqual([])
  })
})

const anyCandidate = fc
  .constantFrom(...corpus.passages)
  .chain((passage) =>
    fc.tuple(
      fc.constant(passage),
      fc.nat({ max: passage.sentences.length - 1 }),
      fc.double({ min: -0.5, max: 1.5, noNaN: true }),
      fc.boolean(),
    ),
  )
  .map(([passage, at, fit, isAsked]) => candidate(passage, at, fit, isAsked ? span(passage, at) : null))

test('whatever the candidates: at most maxQuotes, whole sentences with the candidate, no overlap, no twins', () => {
  const cases = fc.tuple(fc.array(anyCandidate, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(cases, ([some, maxQuotes]) => {
      const candidates = some.toSorted((a, b) => b.fit - a.fit)
      const chosen = select(candidates, maxQuotes)
      expect(chosen.length).toBeLessThanOrEqual(maxQuotes)
      expect(chosen.length).toBeGreaterThanOrEqual(Math.min(candidates.length, 1))
      for (const { candidate: one, start, end } of chosen) {
        expect(one.passage.sentences.some((sentence) => sentence.start === start)).toBe(true)
        expect(one.passage.sentences.some((sentence) => sentence.end === end)).toBe(true)
        expect(start <= one.sentence.start && one.sentence.end <= end).toBe(true)
        const overlapping = chosen.filter(
          (other) => other.candidate.passage.id === one.passage.id && other.start < end && start < other.end,
        )
        expect(overlapping).toHaveLength(1)
      }
      const texts = textsOf(candidates, maxQuotes)
      expect(new Set(texts).size).toBe(texts.length)
    }),
  )
})
