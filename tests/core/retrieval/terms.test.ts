import { describe, expect, test } from 'vitest'
import { toTerm, toTerms } from '../../../src/core/retrieval/terms.ts'

describe('words that are found by each other', () => {
  test.each([
    ['a plural', 'tumors', 'tumor'],
    ['a verb in its forms', 'spreading', 'spreads'],
    ['capitals', 'MRI', 'mri'],
    ['a possessive', 'patient’s', 'patient'],
    ['a possessive with a typewriter apostrophe', "Ewing's", 'ewing'],
    ['British and American: tumour', 'tumours', 'tumor'],
    ['British and American: paralyse', 'paralysed', 'paralyzed'],
    ['British and American: haemorrhage', 'haemorrhage', 'hemorrhage'],
    ['British and American: oedema', 'oedema', 'edema'],
    ['British and American: dyspnoea', 'dyspnoea', 'dyspnea'],
    ['British and American: anaemia', 'anaemia', 'anemia'],
    ['British and American: leukaemia', 'leukaemia', 'leukemia'],
    ['British and American: oesophagus', 'oesophagus', 'esophagus'],
    ['British and American: paediatric', 'Paediatric', 'pediatric'],
    ['British and American: orthopaedic', 'orthopaedic', 'orthopedic'],
    ['British and American: metastasise', 'metastasised', 'metastasized'],
    ['British and American in the plural: haemorrhages', 'haemorrhages', 'hemorrhages'],
    ['British and American in the plural: oedemas', 'oedemas', 'edemas'],
    ['British and American in the plural: leukaemias', 'leukaemias', 'leukemias'],
    ['British and American in other forms: paralysing', 'paralysing', 'paralyzing'],
    ['British and American in other forms: metastasises', 'metastasises', 'metastasizes'],
  ])('%s', (_, one, other) => {
    expect(toTerm(one)).toBe(toTerm(other))
    expect(toTerm(one)).not.toBeNull()
  })
})

test.each([
  ['bone', 'bond'],
  ['benign', 'malignant'],
  ['radiation', 'radiologist'],
])('%s and %s stay apart', (one, other) => {
  expect(toTerm(one)).not.toBe(toTerm(other))
})

test.each(['the', 'What', 'is', 'My', 'does', "it's", ''])('%j says nothing about the topic', (word) => {
  expect(toTerm(word)).toBeNull()
})

test.each(['pain', 'cancer', 'scan', 'rare', 'child', 'bad', 'long', 'often'])('%s is kept', (word) => {
  expect(toTerm(word)).not.toBeNull()
})

test('the terms of a text are each there once, without stop words', () => {
  expect([...toTerms('The patient’s tumour: is it a bone tumor? Bones, 2.')]).toEqual(['patient', 'tumor', 'bone', '2'])
  expect(toTerms(' ?!').size).toBe(0)
})
