import { expect, test } from 'vitest'
import { checkReading, gradeSections } from '../../../src/core/check/reading.ts'
import { readingGrade } from '../../../src/core/check/reading-grade.ts'
import { BODY, brief, COMPLETE, withBody } from './made-up.ts'

const EASY =
  'You can eat what you like. Drink a lot of water. Rest when you are tired. Ask the nurse if you feel sick. Your hair will grow back in a few weeks. Walk a bit each day.'
const HARD =
  'Immunohistochemical investigation of undifferentiated mesenchymal populations demonstrated heterogeneous cytoplasmic expression, necessitating supplementary molecular characterisation preceding multidisciplinary recommendation of neoadjuvant polychemotherapy, radiotherapeutic consolidation and rehabilitation of functionally compromised extremities in every participating institution.'
const FOR_PATIENTS = COMPLETE.replace('clinician', 'patient')
const BODY_TEXT = `${`${EASY} `.repeat(6)}\n\n## Hard words\n\n${HARD}\n\n## Few words\n\nImmunohistochemistry demonstrates heterogeneity.`

test('the grade of a sentence is that of the formula, counted by hand', () => {
  // 6 words, 6 syllables; 3 words, 6 syllables.
  expect(readingGrade(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59)
  expect(readingGrade(['Tumors metastasize.', 'Go.'])).toBeCloseTo(0.39 * 1.5 + 11.8 * (7 / 3) - 15.59)
})

test('grades each section with enough words, and marks hard ones for patients', () => {
  const grades = gradeSections(withBody(BODY_TEXT, FOR_PATIENTS))
  expect(grades.map(({ section, line, isHard }) => [section, line, isHard])).toEqual([
    [null, BODY, false],
    ['Hard words', BODY + 2, true],
  ])
  expect(grades[0]?.grade).toBeLessThan(4)
})

test('tells a hard source for patients, not one for clinicians', () => {
  expect(brief(checkReading(withBody(BODY_TEXT, FOR_PATIENTS)))).toEqual([`note reading a.md:${BODY + 2}`])
  expect(brief(checkReading(withBody(HARD, FOR_PATIENTS)))).toEqual([`warning reading a.md:${BODY}`])
  expect(checkReading(withBody(BODY_TEXT))).toEqual([])
  expect(checkReading(withBody(EASY, FOR_PATIENTS))).toEqual([])
})
