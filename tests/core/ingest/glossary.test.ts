import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseGlossary } from '../../../src/core/ingest/glossary.ts'
import { parseSource } from '../../../src/core/ingest/parse.ts'
import { split } from '../../../src/core/ingest/split.ts'

const FILE = 'corpus/bone.glossary.yaml'
const source = parseSource({
  id: 'bone',
  markdown: `---
title: Bone facts
---

The femur is the bone of the thigh. It is long. Half of them died within 2 years of the femur.

Bones grow.
`,
})
const passages = split(source)
const read = (...lines: string[]) => parseGlossary({ yaml: lines.join('\n'), file: FILE }, source, passages)

describe('what is read', () => {
  test('a term with its forms, tied to the span and the passage of its quote', () => {
    const [femur] = read(
      '- term: thigh bone',
      '  forms: [femur, femurs]',
      '  quote: The femur is the bone of the thigh.',
    )
    expect(femur).toEqual({
      passageId: passages[0]?.id,
      term: 'thigh bone',
      forms: ['thigh bone', 'femur', 'femurs'],
      start: 0,
      end: 'The femur is the bone of the thigh.'.length,
    })
  })

  test('a term without further forms, and a form that repeats the term', () => {
    expect(read('- term: femur', '  quote: The femur is the bone of the thigh.')[0]?.forms).toEqual(['femur'])
    const [again] = read('- term: femur', '  forms: [femur]', '  quote: The femur is the bone of the thigh.')
    expect(again?.forms).toEqual(['femur'])
  })

  test.each(['', '# nothing yet\n', '[]'])('no entries: %j', (yaml) => {
    expect(read(yaml)).toEqual([])
  })
})

describe('an entry that can not be used is told with file and line', () => {
  const first = ['- term: thigh', '  quote: The femur is the bone of the thigh.']
  const fault =
    (...second: string[]) =>
    () =>
      read(...first, ...second)

  test.each([
    [
      'gone from the source',
      'The femur is a bone.',
      'the quote "The femur is a bone." is not in corpus source bone, word for word. Correct it or delete the entry.',
    ],
    [
      'cut inside a sentence',
      'The femur is the bone',
      'the quote "The femur is the bone" must begin and end with whole sentences of one paragraph, list item or table row.',
    ],
    [
      'about something else',
      'Bones grow.',
      'the quote does not hold "femur" or one of its forms. Choose the sentence that explains it.',
    ],
    [
      'with figures of survival',
      'Half of them died within 2 years of the femur.',
      'the quote for "femur" tells figures of survival. Choose another sentence.',
    ],
  ])('a quote %s', (_, quote, reason) => {
    expect(fault('- term: femur', `  quote: ${quote}`)).toThrow(`${FILE}:3: ${reason}`)
  })

  test.each(['thigh', 'Thigh'])('a form that stands under another term: %s', (form) => {
    expect(fault('- term: femur', `  forms: [${form}]`, '  quote: The femur is the bone of the thigh.')).toThrow(
      `${FILE}:3: the form "${form}" of "femur" stands already under "thigh".`,
    )
  })

  test.each([
    ['no term', ['- quote: Bones grow.']],
    ['no quote', ['- term: bone']],
    ['a blank term', ['- term: " "', '  quote: Bones grow.']],
    ['a term of over 100 characters', [`- term: ${'x'.repeat(101)}`, '  quote: Bones grow.']],
    ['forms that are no list', ['- term: bone', '  forms: bones', '  quote: Bones grow.']],
    ['an unknown field', ['- term: bone', '  note: x', '  quote: Bones grow.']],
  ])('%s', (_, entry) => {
    expect(fault(...entry)).toThrow(
      `${FILE}:3: each entry needs \`term:\`, \`quote:\` and, if it has any, a list of \`forms:\`.`,
    )
  })
})

const corpus = new URL('../../../corpus/', import.meta.url)
const ids = readdirSync(corpus).flatMap((name) => /^(.+)\.glossary\.yaml$/.exec(name)?.[1] ?? [])

test('each of the three sources has a glossary', () => {
  expect(ids).toHaveLength(3)
})

test.each(ids)('the glossary of %s loads, each form as it stands in a source', (id) => {
  const load = (name: string) => readFileSync(new URL(name, corpus), 'utf8')
  const real = parseSource({ id, markdown: load(`${id}.md`) })
  const file = `${id}.glossary.yaml`
  const terms = parseGlossary({ yaml: load(file), file }, real, split(real))
  expect(terms.length).toBeGreaterThan(0)
  const quoted = terms.map(({ start, end }) => real.text.slice(start, end))
  expect(quoted.filter((text) => load(file).includes(text))).toEqual(quoted)
})
