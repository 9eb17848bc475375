import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../../src/core/ingest/parse.ts'
import { parseReaderQuestions } from '../../../src/core/ingest/reader-questions.ts'
import { split } from '../../../src/core/ingest/split.ts'
import { MAX_QUOTE_CHARS } from '../../../src/core/source.ts'

const FILE = 'corpus/bone.questions.yaml'
const LONG = 'Very long sentences follow each other here. '.repeat(20).trim()
const source = parseSource({
  id: 'bone',
  markdown: `---
title: Bone facts
---

All in all, bones are hard.

Bones are hard. They hold the body up. They grow.

| Bone | Place |
|---|---|
| Femur | Thigh |

bones are hard.

${LONG}
`,
})
const passages = split(source)
const read = (...lines: string[]) => parseReaderQuestions({ yaml: lines.join('\n'), file: FILE }, source, passages)
const faultOf =
  (...lines: string[]) =>
  () =>
    read(...lines)

describe('what is read', () => {
  test('each question is tied to the span and the passage of its quote', () => {
    const [one, two] = read(
      '- quote: Bones are hard. They hold the body up.',
      '  questions:',
      '    - Hard?',
      '    - Soft?',
    )
    expect(one).toMatchObject({ question: 'Hard?', passageId: passages[1]?.id })
    expect(source.text.slice(one?.start, one?.end)).toBe('Bones are hard. They hold the body up.')
    expect(two).toEqual({ ...one, question: 'Soft?' })
  })

  test('a quote is found where it is whole sentences, not where it is a part of one', () => {
    const [one] = read('- quote: bones are hard.', '  questions: [Hard?]')
    expect(one?.passageId).toBe(passages[3]?.id)
    expect(one?.start).toBeGreaterThan(source.text.indexOf('bones are hard.'))
  })

  test('a table row is quoted as it stands in the canonical text', () => {
    const [one] = read('- quote: Femur | Thigh', '  questions: [Where is the femur?]')
    expect(one?.passageId).toBe(passages[2]?.id)
  })

  test('line ends of Windows and invisible characters make no difference', () => {
    expect(read('- quote: Bones are\u200b hard.\r', '  questions:\r', '    - Hard?\r')).toHaveLength(1)
  })

  test.each(['', '# nothing yet\n', '[]'])('no entries: %j', (yaml) => {
    expect(read(yaml)).toEqual([])
  })
})

describe('a quote that can not be used is told with its line', () => {
  const first = ['- quote: They grow.', '  questions:', '    - Do they grow?']
  const second = (quote: string) => faultOf(...first, `- quote: ${quote}`, '  questions: [Why?]')

  test('gone from the source', () => {
    expect(second('Bones are soft.')).toThrow(
      'corpus/bone.questions.yaml:4: the quote "Bones are soft." is not in corpus source bone, word for word. Correct it or delete the entry.',
    )
  })

  test('other capitals are other words', () => {
    expect(second('BONES ARE HARD.')).toThrow(/^corpus\/bone\.questions\.yaml:4: .* word for word/)
  })

  test.each([
    ['cut inside a sentence', 'They hold the body'],
    ['begun inside a sentence', 'hold the body up.'],
    ['over two passages', 'All in all, bones are hard.\\n\\nBones are hard.'],
    ['a part of a table row', 'Femur'],
  ])('%s', (_, quote) => {
    expect(second(`"${quote}"`)).toThrow(
      /^corpus\/bone\.questions\.yaml:4: the quote ".*" must begin and end with whole sentences of one paragraph, list item or table row\.$/s,
    )
  })

  test('too long to be shown', () => {
    expect(LONG.length).toBeGreaterThan(MAX_QUOTE_CHARS)
    expect(second(LONG)).toThrow(
      'corpus/bone.questions.yaml:4: the quote "Very long sentences follow each other here. Very long senten…" is longer than 700 characters.',
    )
  })

  test('below its questions: told with the line of the entry', () => {
    expect(faultOf('# remark', '', '- questions: [Why?]', '  quote: Gone.')).toThrow(
      /^corpus\/bone\.questions\.yaml:3: /,
    )
  })
})

describe('a malformed entry is told with its line', () => {
  const NEEDS = 'each entry needs `quote:` and a list of `questions:`.'
  const first = ['- quote: They grow.', '  questions:', '    - Do they grow?']

  test.each([
    ['no questions', ['- quote: Bones are hard.']],
    ['an empty list of questions', ['- quote: Bones are hard.', '  questions: []']],
    ['questions that are no list', ['- quote: Bones are hard.', '  questions: Hard?']],
    ['a blank question', ['- quote: Bones are hard.', '  questions: ["  "]']],
    ['a question of over 300 characters', ['- quote: Bones are hard.', `  questions: [${'x'.repeat(301)}]`]],
    ['no quote', ['- questions: [Hard?]']],
    ['an empty quote', ['- quote: ""', '  questions: [Hard?]']],
    ['a field that is not known', ['- quote: Bones are hard.', '  questions: [Hard?]', '  note: x']],
    ['a line that is no entry', ['- Bones are hard.']],
    ['a dash alone', ['-']],
  ])('%s', (_, entry) => {
    expect(faultOf(...first, ...entry)).toThrow(`corpus/bone.questions.yaml:4: ${NEEDS}`)
  })

  test('broken YAML', () => {
    expect(faultOf(...first, '- quote: "They grow.', '  questions: [Why?]')).toThrow(
      /^corpus\/bone\.questions\.yaml:[45]: this is not valid YAML: .+\.$/,
    )
  })

  test('a question that begins with an asterisk, which YAML takes for an alias', () => {
    expect(faultOf('- quote: They grow.', '  questions:', '    - *why*')).toThrow(
      /^corpus\/bone\.questions\.yaml:\d+: /,
    )
  })

  test('fields instead of a list', () => {
    expect(faultOf('quote: They grow.')).toThrow(
      'corpus/bone.questions.yaml:1: this must be a list. Each entry needs `quote:` and a list of `questions:`.',
    )
  })
})

test.each([
  'extraskeletal-osteosarcoma-thorax-2016',
  'intraspinal-mcs-bmc-neurology-2022',
  'mesenchymal-chondrosarcoma-liddy-shriver',
])('the reader questions of %s load, each on whole sentences', (id) => {
  const corpus = new URL('../../../corpus/', import.meta.url)
  const load = (name: string) => readFileSync(new URL(name, corpus), 'utf8')
  const real = parseSource({ id, markdown: load(`${id}.md`) })
  const cut = split(real)
  const file = `${id}.questions.yaml`
  const questions = parseReaderQuestions({ yaml: load(file), file }, real, cut)
  expect(questions.length).toBeGreaterThan(50)
  const starts = new Set(cut.flatMap(({ sentences }) => sentences.map(({ start }) => start)))
  const ends = new Set(cut.flatMap(({ sentences }) => sentences.map(({ end }) => end)))
  expect(questions.filter(({ start, end }) => !starts.has(start) || !ends.has(end))).toEqual([])
})
