import { expect, test } from 'vitest'
import { checkFaults } from '../../../src/core/check/faults.ts'
import { brief, madeUp, parsed } from './made-up.ts'

test('every quote that is gone is told with its file and line, and the rest is still read', () => {
  const corpus = parsed([
    madeUp({
      questions:
        '- quote: Bones are soft.\n  questions: [How soft?]\n- quote: Bones are hard.\n  questions: [How hard?]\n- quote: Bones.\n  questions: [What?]\n',
      glossary: '- term: hair\n  quote: Hair is soft.\n- term: bones\n  quote: Bones are hard.\n',
    }),
    { id: 'b', file: 'b.md', markdown: 'no front matter' },
  ])
  expect(brief(checkFaults(corpus))).toEqual([
    'error fault a.questions.yaml:1',
    'error fault a.questions.yaml:5',
    'error fault a.glossary.yaml:1',
    'error fault b.md:1',
  ])
  expect(corpus.corpus.questions.map(({ question }) => question)).toEqual(['How hard?'])
  expect(corpus.corpus.terms.map(({ term }) => term)).toEqual(['bones'])
})

test('what to do is told apart from what is wrong, where the message says it', () => {
  const [gone] = checkFaults(parsed([madeUp({ questions: '- quote: Bones are soft. Hm.\n  questions: [x]\n' })]))
  expect(gone).toMatchObject({
    what: 'The quote "Bones are soft. Hm." is not in corpus source a, word for word.',
    mend: 'Correct it or delete the entry.',
  })
  const [cut] = checkFaults(parsed([madeUp({ questions: '- quote: Bones are\n  questions: [x]\n' })]))
  expect(cut?.what).toContain('whole sentences of one paragraph')
  expect(cut?.mend).toContain('no index')
})
