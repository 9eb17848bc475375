import { expect, test } from 'vitest'
import { checkLanguage } from '../../../src/core/check/language.ts'
import { BODY, brief, COMPLETE, withBody } from './made-up.ts'

const SPANISH =
  'El tratamiento consiste en quimioterapia antes y después de la operación, y la mayoría necesita rehabilitación.'
const ENGLISH =
  'Most people get chemotherapy before and after their operation, and need months of exercise to walk again.'

test('tells passages in another language', () => {
  expect(brief(checkLanguage(withBody(`${ENGLISH}\n\n${SPANISH}\n\n${SPANISH}`)))).toEqual([
    `warning language a.md:${BODY + 2},${BODY + 4}`,
  ])
})

test('tells a source that says it is in another language', () => {
  expect(brief(checkLanguage(withBody(SPANISH, `${COMPLETE}\nlanguage: es`)))).toEqual(['warning language a.md:9'])
})

test('leaves names, Latin terms and table rows alone', () => {
  const table = '| Case | Outcome |\n|---|---|\n| Reif et al. 1987 [2] L1–5 (I&ED) TR/RT/CT | Died, metastasis |'
  expect(checkLanguage(withBody(`${ENGLISH}\n\nCauda equina, conus medullaris.\n\n${table}`))).toEqual([])
})
