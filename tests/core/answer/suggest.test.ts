import { describe, expect, test } from 'vitest'
import { suggestFirst, suggestNext } from '../../../src/core/answer/suggest.ts'
import { buildCorpus, type CorpusInput } from '../../../src/core/ingest/build-corpus.ts'
import { type PassageRow, toRows } from '../../../src/core/retrieval/corpus-rows.ts'

const SENTENCES = ['Bones are hard.', 'They grow.', 'They mend.', 'Marrow makes blood.', 'Teeth are no bones.']

/** A source whose sentences have these questions, as [sentence, question]. */
function source(id: string, asked: readonly (readonly [string, string])[]): CorpusInput {
  const markdown = `---\ntitle: ${id}\n---\n\n${SENTENCES.join(' ')}\n`
  const yaml = asked.map(([quote, question]) => `- quote: ${quote}\n  questions: [${JSON.stringify(question)}]\n`)
  return { id, markdown, questions: { file: `${id}.questions.yaml`, yaml: yaml.join('') } }
}

const asked = [
  ['Bones are hard.', 'How hard are bones really?'],
  ['Bones are hard.', 'Is a bone a hard thing?'],
  ['They grow.', 'bones growing age'],
  ['They grow.', 'When do bones grow?'],
  ['They mend.', 'My son broke a bone. Will the bone mend?'],
  ['They mend.', 'Do bones mend after a fracture?'],
  ['Marrow makes blood.', 'What does the marrow make?'],
  ['Teeth are no bones.', 'Are my teeth bones as well?'],
] as const
const rows = toRows(buildCorpus([source('bone', asked)])).filter((row): row is PassageRow => row.kind === 'question')
const shown = (...texts: string[]) =>
  rows
    .filter(({ text }) => texts.includes(text))
    .map(({ passage, start, end }) => ({ passageId: passage.id, start, end }))

describe('questions that go on', () => {
  test('are the nearest three, each from another place', () => {
    expect(suggestNext(rows, [])).toEqual([
      'How hard are bones really?',
      'When do bones grow?',
      'Do bones mend after a fracture?',
    ])
  })

  test('keep the order in which they are near', () => {
    expect(suggestNext(rows.toReversed(), [])).toEqual([
      'Are my teeth bones as well?',
      'What does the marrow make?',
      'Do bones mend after a fracture?',
    ])
  })

  test('are not those whose quotes are shown', () => {
    expect(suggestNext(rows, shown('Is a bone a hard thing?', 'When do bones grow?'))).toEqual([
      'Do bones mend after a fracture?',
      'What does the marrow make?',
      'Are my teeth bones as well?',
    ])
  })

  test('nor those whose quotes are shown in part', () => {
    const [first] = shown('When do bones grow?')
    const wide = { passageId: first?.passageId ?? '', start: (first?.start ?? 0) - 5, end: (first?.end ?? 0) - 4 }
    expect(suggestNext(rows, [wide])).toEqual([
      'Do bones mend after a fracture?',
      'What does the marrow make?',
      'Are my teeth bones as well?',
    ])
  })

  test('the same offsets in another passage are another place', () => {
    const elsewhere = shown('How hard are bones really?').map((one) => ({ ...one, passageId: 'other:0' }))
    expect(suggestNext(rows, elsewhere)[0]).toBe('How hard are bones really?')
  })

  test('are none where all is shown, or nothing is near', () => {
    expect(suggestNext(rows, shown(...asked.map(([, question]) => question)))).toEqual([])
    expect(suggestNext([], [])).toEqual([])
  })
})

describe('a question that is suggested is a whole one', () => {
  test.each([
    ['bones growing age', 'keywords'],
    ['when do bones grow?', 'begins in lower case'],
    ['When do bones grow', 'no mark'],
    ['Bones grow. When do they stop?', 'a story first'],
    ['When? How do bones grow?', 'two questions'],
    ['How hard?', 'too short to be understood'],
    [`When do ${'very '.repeat(20)}old bones grow?`, 'too long for a button'],
  ])('"%s" is not: %s', (question) => {
    const one = toRows(buildCorpus([source('bone', [['They grow.', question]])])).filter(
      (row): row is PassageRow => row.kind === 'question',
    )
    expect(one).toHaveLength(1)
    expect(suggestNext(one, [])).toEqual([])
  })
})

describe('questions to begin with', () => {
  const first = (...inputs: CorpusInput[]) => suggestFirst(buildCorpus(inputs).questions)

  test('are the first whole one of each source', () => {
    expect(
      first(
        source('bone', [['They grow.', 'bones growing'], ...asked]),
        source('heart-2', [['They mend.', 'Will a heart mend by itself?']]),
      ),
    ).toEqual(['How hard are bones really?', 'Will a heart mend by itself?'])
  })

  test('are at most three', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const inputs = ids.map((id) => source(id, [['They grow.', `When do the bones of ${id} grow?`]]))
    expect(first(...inputs)).toEqual(['a', 'b', 'c'].map((id) => `When do the bones of ${id} grow?`))
  })

  test('are none for a corpus without reader questions', () => {
    expect(suggestFirst([])).toEqual([])
  })
})
