import { describe, expect, test } from 'vitest'
import { CorpusFaults } from '../../../src/core/errors.ts'
import { buildCorpus, type CorpusInput } from '../../../src/core/ingest/build-corpus.ts'

const source = (id: string, body = 'Bones are hard. They grow.'): CorpusInput => ({
  id,
  file: `corpus/${id}.md`,
  markdown: `---\ntitle: About ${id}\n---\n\n${body}\n`,
})
const questions = (id: string, quote: string) => ({
  questions: { file: `corpus/${id}.questions.yaml`, yaml: `- quote: ${quote}\n  questions: [How about ${id}?]\n` },
})

test('sources, passages and questions come in the order of the ids, whatever the order of the files', () => {
  const files = [
    { ...source('c'), ...questions('c', 'They grow.') },
    source('a', 'One.\n\nTwo.'),
    { ...source('b'), ...questions('b', 'Bones are hard.') },
  ]
  const corpus = buildCorpus(files)
  expect(corpus.sources.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(corpus.passages.map(({ sourceId }) => sourceId)).toEqual(['a', 'a', 'b', 'c'])
  expect(corpus.questions.map(({ question }) => question)).toEqual(['How about b?', 'How about c?'])
  expect(buildCorpus(files.toReversed())).toEqual(corpus)
})

test('a question is tied to a passage of its own source, though another source says the same', () => {
  const { passages, questions: asked } = buildCorpus([source('a'), { ...source('b'), ...questions('b', 'They grow.') }])
  expect(asked[0]?.passageId).toBe(passages.find(({ sourceId }) => sourceId === 'b')?.id)
})

test('unanswered questions come with the corpus; without a file there are none', () => {
  const file = { yaml: '- topic: hair\n  questions: [Will I lose my hair?]\n', file: 'corpus/unanswered.yaml' }
  expect(buildCorpus([source('a')], file).unanswered).toEqual(['Will I lose my hair?'])
  expect(buildCorpus([source('a')]).unanswered).toEqual([])
})

describe('faults', () => {
  const faulty = [
    { id: 'empty', file: 'corpus/empty.md', markdown: '' },
    source('good'),
    { id: 'untitled', file: 'corpus/untitled.md', markdown: '---\naudience: patient\n---\n\ntext' },
    { ...source('asked'), ...questions('asked', 'Bones are soft.') },
  ]

  const unanswered = { yaml: '- topic: hair', file: 'corpus/unanswered.yaml' }

  test('of several files are reported together, in the order of the files, one line each', () => {
    expect(() => buildCorpus(faulty, unanswered)).toThrow(CorpusFaults)
    const lines = messageOf(() => buildCorpus(faulty, unanswered)).split('\n')
    expect(lines.map((line) => line.split(': ')[0])).toEqual([
      'corpus/empty.md:1',
      'corpus/untitled.md:2',
      'corpus/asked.questions.yaml:1',
      'corpus/unanswered.yaml:1',
    ])
  })

  test('of one file are told together, too: each entry of a list on its line', () => {
    const yaml =
      '- quote: Bones are soft.\n  questions: [How soft?]\n- quote: Bones are hard.\n- quote: They shrink.\n  questions: [Why?]\n'
    const glossary = '- term: bone\n  quote: Bones are soft.\n- term: hair\n  quote: They grow.\n'
    const many = {
      ...source('a'),
      questions: { file: 'a.questions.yaml', yaml },
      glossary: { file: 'a.glossary.yaml', yaml: glossary },
    }
    const gaps = { yaml: '- topic: hair\n- topic: skin\n', file: 'unanswered.yaml' }
    expect(
      messageOf(() => buildCorpus([many], gaps))
        .split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual([
      'a.questions.yaml:3',
      'a.questions.yaml:1',
      'a.questions.yaml:4',
      'a.glossary.yaml:1',
      'a.glossary.yaml:3',
      'unanswered.yaml:1',
      'unanswered.yaml:2',
    ])
  })

  test('are told with file and line as data too', () => {
    const faults = (errorOf(() => buildCorpus(faulty, unanswered)) as CorpusFaults).faults
    expect(faults.map(({ file, line }) => [file, line])).toEqual([
      ['corpus/empty.md', 1],
      ['corpus/untitled.md', 2],
      ['corpus/asked.questions.yaml', 1],
      ['corpus/unanswered.yaml', 1],
    ])
  })
})

function errorOf(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('Nothing was thrown.')
}

function messageOf(run: () => unknown): string {
  return errorOf(run).message
}
