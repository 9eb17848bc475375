import { expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { createFraming } from '../../../src/core/retrieval/frame.ts'
import { createLexicon } from '../../../src/core/retrieval/lexicon.ts'
import { createWordingOdds } from '../../../src/core/retrieval/wording.ts'

const ANSWERED = ['Where do bones hurt?', 'Where do bones grow?', 'What does moss look like?']
const UNANSWERED = ['How much does a splint cost?', 'How much does a crutch cost?', 'What does a visit cost?']

function oddsFor(answered: readonly string[], unanswered: readonly string[]) {
  const list = (questions: readonly string[]) => `questions: ${JSON.stringify(questions)}\n`
  const source = { id: 'bone', markdown: '---\ntitle: Bone\n---\n\nBones hurt.\n' }
  const questions = { file: 'bone.questions.yaml', yaml: `- quote: Bones hurt.\n  ${list(answered)}` }
  const corpus = buildCorpus(
    [answered.length > 0 ? { ...source, questions } : source],
    unanswered.length > 0 ? { file: 'unanswered.yaml', yaml: `- topic: cost\n  ${list(unanswered)}` } : undefined,
  )
  const rows = toRows(corpus)
  return createWordingOdds(rows, createFraming(createLexicon(rows)))
}
const odds = oddsFor(ANSWERED, UNANSWERED)

test('tells by how a question is worded which list it is like, whatever it is about', () => {
  expect(odds('How much does a wig cost?')).toBeGreaterThan(1)
  expect(odds('Where do muscles hurt?')).toBeLessThan(-1)
})

test('heeds pairs of words, too', () => {
  expect(odds('much how')).toBeLessThan(odds('how much'))
})

test('learns more from what several questions hold than from what only one does', () => {
  expect(odds('cost')).toBeGreaterThan(odds('splint'))
  expect(odds('splint')).toBeGreaterThan(odds('moss'))
})

test('gives the same odds for the same lists', () => {
  expect(oddsFor(ANSWERED, UNANSWERED)('Where does a wig grow?')).toBe(odds('Where does a wig grow?'))
})

test('says nothing without words, or where the corpus lacks one of the lists', () => {
  expect(odds('')).toBe(0)
  expect(odds('?!')).toBe(0)
  expect(oddsFor([], UNANSWERED)('How much does it cost?')).toBe(0)
  expect(oddsFor(ANSWERED, [])('Where do bones hurt?')).toBe(0)
})

test('a long story weighs little more than a question', () => {
  const story = Array.from({ length: 200 }, () => 'How much does it cost?').join(' ')
  expect(odds(story)).toBeLessThan(2 * odds('How much does it cost?'))
})
