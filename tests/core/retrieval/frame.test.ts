import { expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { createFraming } from '../../../src/core/retrieval/frame.ts'
import { createLexicon } from '../../../src/core/retrieval/lexicon.ts'

const source = {
  id: 'bone',
  markdown: '---\ntitle: Bone tumours\n---\n\nTumours grow for long. They hurt.\n',
  questions: { file: 'bone.questions.yaml', yaml: '- quote: They hurt.\n  questions: [Is pain a sign?]\n' },
}
const framing = createFraming(createLexicon(toRows(buildCorpus([source]))))
const toFrame = (question: string) => framing.toFrame(framing.toTokens(question))

test('two questions have the same frame where they ask the same of different things of the topic', () => {
  expect(toFrame('How much do bone tumours cost?')).toEqual(toFrame('how much do tumors cost'))
  expect(toFrame('How much do tumours cost?')).not.toEqual(toFrame('How many tumours grow?'))
})

test('hides the words of the sources, runs of them as one, and nothing else', () => {
  expect(toFrame('Does a bone tumour hurt a cat?').join(' ')).toBe('^ does a * a cat $')
})

test('shows words that ask for a measure, and those of the questions alone', () => {
  expect(toFrame('how long').join(' ')).toBe('^ how long $')
  expect(toFrame('the pain').join(' ')).toBe('^ the pain $')
})

test('an empty question has an empty frame', () => {
  expect(toFrame('')).toEqual(['^', '$'])
  expect(framing.toTokens('?!')).toEqual([])
})
