import { expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toRows } from '../../../src/core/retrieval/corpus-rows.ts'
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
  return createWordingOdds(toRows(corpus))
}
const odds = oddsFor(ANSWERED, UNANSWERED)

test('tells by how a question is worded which list it is like, whatever it is about', () => {
  expect(odds('How much does a wig cost?')).toBeGreaterThan(1)
  expect(odds('Where do muscles hurt?')).toBeLessThan(-1)
})

test('heeds pairs of words, too', () => {
  expect(odds('much how')).toBeLessThan(odds('how much'))
})

test('learns nothing from what only one question holds', () => {
  expect(odds('splint')).toBe(0)
  expect(odds('moss')).toBe(0)
})

test('says nothing without words, or where the corpus lacks one of the lists', () => {
  expect(odds('')).toBe(0)
  expect(odds('?!')).toBe(0)
  expect(oddsFor([], UNANSWERED)('How much does it cost?')).toBe(0)
  expect(oddsFor(ANSWERED, [])('Where do bones hurt?')).toBe(0)
})

test('a long story weighs no more than a question of some twenty words', () => {
  const story = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ')
  const asked = odds('How much does it cost?')
  expect(odds(`How much does it cost? ${story}`)).toBeGreaterThan(0)
  expect(odds(`How much does it cost? ${story}`)).toBeLessThan(asked / 5)
})
