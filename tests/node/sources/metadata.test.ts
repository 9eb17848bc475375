import { expect, test } from 'vitest'
import { askMissing } from '../../../src/node/sources/metadata.ts'

/** Somebody at a terminal with these answers, who then only presses Enter. */
function person(...answers: string[]) {
  const asked: string[] = []
  const ask = async (question: string) => {
    asked.push(question)
    return answers.shift() ?? ''
  }
  return { ask, asked }
}

test('asks for what is missing only, and takes an empty answer for unknown', async () => {
  const { ask, asked } = person('Ada Fern; Ben Bog', '', '2020-05')
  const facts = await askMissing({ title: 'Moss', licence: 'CC BY 4.0' }, ask, 'moss.pdf')
  expect(facts).toEqual({ title: 'Moss', licence: 'CC BY 4.0', authors: ['Ada Fern', 'Ben Bog'], published: '2020-05' })
  expect(
    asked.map(
      (question) =>
        question
          .replace(/^.*\n(?= )/s, '')
          .trim()
          .split(/[ ,:]/)[0],
    ),
  ).toEqual(['Authors', 'Publisher', 'Published', 'Address', 'Written'])
  expect(asked.filter((question) => question.includes('moss.pdf (“Moss”)'))).toEqual(asked.slice(0, 1))
})

test('asks again after an answer that is not well formed, and tells why', async () => {
  const { ask, asked } = person('Moss', '', '', 'soon', '2020')
  expect(await askMissing({}, ask, 'moss.pdf')).toMatchObject({ title: 'Moss', published: '2020' })
  expect(asked[4]).toMatch(/^ {2}--published must be a date as YYYY.*\n {2}Published \(/)
})
