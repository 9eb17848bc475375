import { describe, expect, test } from 'vitest'
import { createFormFinder } from '../../../src/core/ingest/term-forms.ts'

describe('forms in a text', () => {
  const find = createFormFinder(['adjuvant', 'neo-adjuvant', 'adjuvant chemotherapy', 'ED', 'I&ED', 'Sox 9', 'C++ (x)'])

  test.each([
    ['Adjuvant or ADJUVANT', ['adjuvant', 'adjuvant']],
    ['the longest counts: adjuvant\u00a0 chemotherapy', ['adjuvant chemotherapy']],
    ['Neo-adjuvant, then adjuvant.', ['neo-adjuvant', 'adjuvant']],
    ['neoadjuvant, adjuvants, non-adjuvant, adjuvant2', []],
    ['T3–4 (ED) and L1–5 (I&ED)', ['ED', 'I&ED']],
    ['ed is shed', []],
    ['SOX 9 / sox 9', ['sox 9', 'sox 9']],
    ['C++ (x), not C+++(x)', ['c++ (x)']],
  ])('%s', (text, forms) => {
    expect(find(text)).toEqual(forms)
  })

  test('none where there are no forms', () => {
    expect(createFormFinder([])('adjuvant')).toEqual([])
  })
})
