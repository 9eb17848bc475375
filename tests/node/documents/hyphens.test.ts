import { describe, expect, test } from 'vitest'
import type { Change } from '../../../src/node/documents/document.ts'
import { joinLines, vocabularyOf } from '../../../src/node/documents/hyphens.ts'

const join = (above: string, below: string, ...others: string[]) =>
  joinLines(above, below, vocabularyOf([above, ...others]), [])

describe('a word that a line end breaks', () => {
  test.each([
    [
      'is made whole where nothing speaks for its hyphen',
      'the photo-',
      'synthetic cells',
      [],
      'the photosynthetic cells',
    ],
    ['is made whole as the document writes it elsewhere', 'well-', 'known', ['it is wellknown'], 'wellknown'],
    [
      'keeps a hyphen that the document writes elsewhere',
      'a follow-',
      'up of',
      ['the follow-up was long'],
      'a follow-up of',
    ],
    [
      'keeps a hyphen between two words of the document',
      'a long-',
      'term plan',
      ['a long way', 'in the term'],
      'a long-term plan',
    ],
    ['keeps a hyphen before a capital', 'the Anglo-', 'American war', [], 'the Anglo-American war'],
    [
      'is made whole though its second half has capitals, as the document writes it',
      'an OP-',
      'TIONAL part',
      ['OPTIONAL'],
      'an OPTIONAL part',
    ],
    ['keeps a hyphen after capitals', 'after MRI-', 'guided biopsy', [], 'after MRI-guided biopsy'],
    ['keeps a hyphen before a figure', 'in COVID-', '19 cases', [], 'in COVID-19 cases'],
    ['keeps the last of several hyphens', 'a state-of-the-', 'art scan', [], 'a state-of-the-art scan'],
    [
      'is made whole where its first half could also be a word',
      'her ill-',
      'ness and thresh-',
      [],
      'her illness and thresh-',
    ],
    [
      'keeps a hyphen before a word that is seldom a mere ending',
      'the nineteenth-',
      'century mill',
      [],
      'the nineteenth-century mill',
    ],
    ['keeps a hyphen before a participle after "well"', 'a well-', 'informed nurse', [], 'a well-informed nurse'],
    ['keeps a hyphen after "self"', 'their self-', 'esteem', [], 'their self-esteem'],
    ['keeps a hyphen that stands for a word to come', 'pre- and', 'postoperative', [], 'pre- and postoperative'],
    [
      'keeps a hyphen that stands for a word to come, at the line end too',
      'pre-',
      'and postoperative',
      [],
      'pre- and postoperative',
    ],
    [
      'is whole at a soft hyphen, whatever else',
      'a long\u00AD',
      'term plan',
      ['a long way', 'in the term'],
      'a longterm plan',
    ],
    [
      'keeps a hyphen between two English words that make no third',
      'a high-',
      'grade tumour',
      [],
      'a high-grade tumour',
    ],
    ['is made whole where the whole is English', 'the treat-', 'ment of', [], 'the treatment of'],
    ['is made whole where half of it is no word', 'ifos-', 'famide and', [], 'ifosfamide and'],
    ['is made whole after a prefix that is a word, too', 'an extra-', 'skeletal tumour', [], 'an extraskeletal tumour'],
    [
      'is made whole though its first half is a word',
      'an inter-',
      'connected net',
      ['an inter city train'],
      'an interconnected net',
    ],
  ])('%s', (_, above, below, others, whole) => {
    expect(join(above, below, ...others)).toBe(whole)
  })

  test('two whole words get a space', () => {
    expect(join('the cat ', ' sat')).toBe('the cat sat')
    expect(join('a range –', 'wide')).toBe('a range – wide')
  })

  test('is reported with both spellings', () => {
    const changes: Change[] = []
    joinLines('photo-', 'synthetic', vocabularyOf([]), changes, 7)
    joinLines('self-', 'care', vocabularyOf([]), changes)
    expect(changes).toEqual([
      { kind: 'repaired', what: 'word broken at a line end', text: 'photo- synthetic → photosynthetic', page: 7 },
      { kind: 'repaired', what: 'hyphen kept at a line end', text: 'self- care → self-care' },
    ])
  })
})

test('the half of a word at a line end is no word of the vocabulary', () => {
  const vocabulary = vocabularyOf(['Photo-synthetic cells-', 'and photo-'])
  expect(['photo-synthetic', 'photo', 'synthetic', 'cells', 'and'].map(vocabulary.count)).toEqual([1, 1, 1, 0, 1])
})
