import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { compileWordings } from '../../../src/core/safety/compile-wordings.ts'
import { asksForPrognosis, holdsPrognosis } from '../../../src/core/safety/prognosis.ts'
import { ASKING, NAMES } from '../../../src/core/safety/prognosis-wordings.ts'
import { worstCases } from './linear.ts'
import { OTHER_FIGURES, PROGNOSIS } from './own-messages.ts'

test.each(PROGNOSIS)('"%s" asks for a prognosis', (message) => {
  expect(asksForPrognosis(message)).toBe(true)
})

test.each(OTHER_FIGURES)('"%s" asks for something else', (message) => {
  expect(asksForPrognosis(message)).toBe(false)
})

test('a long message takes a short time, however it is made', () => {
  const pattern = compileWordings(ASKING, NAMES)
  const pieces = ['how long ', 'chance of ', 'how many people ', 'do the patients ', '5 years ', 'die ', 'a '.repeat(9)]
  for (const text of worstCases(pieces)) {
    pattern.test(` ${text} `)
    holdsPrognosis({ text: text.slice(0, 700) })
  }
})

/** How each sentence or row of the three sources begins that tells figures of survival or death, read by hand. */
const HOLDING = [
  'Despite treatment with radiotherapy for bone metastasis',
  'For metastasised disease doxorubicin-based chemotherapy',
  'Chan et al. 1984',
  'Reif et al. 1987',
  'Di et al. 1989',
  'Rushing et al. 1996',
  'Bae et al. 2011',
  'lida et al. 2014',
  'Chen et al. 2016',
  'Current case | 19',
  'The follow-up period ranged from 5 months to 60 months, and two deaths',
  'In a 2015 retrospective study, Frezza',
  'Of the 23 patients followed clinically at the Mayo',
  'The 5- and 10-year survival rates',
  'Among 35 patients with an average age of 26 years',
]

describe('quotes of the three sources', () => {
  const names = readdirSync('corpus').filter((name) => name.endsWith('.md'))
  const corpus = buildCorpus(
    names.map((name) => ({ id: name.slice(0, -3), markdown: readFileSync(`corpus/${name}`, 'utf8') })),
  )
  const quotes = corpus.passages.flatMap((passage) => {
    const text = corpus.sources.find(({ id }) => id === passage.sourceId)?.text ?? ''
    return passage.sentences.map(({ start, end }) => ({ text: text.slice(start, end), table: passage.table }))
  })

  test('are marked where they hold figures of survival or death, and nowhere else', () => {
    const marked = quotes.filter(({ text, table }) => holdsPrognosis(table ? { text, table } : { text }))
    expect(quotes.length).toBeGreaterThan(200)
    expect(marked.map(({ text }) => HOLDING.find((beginning) => text.startsWith(beginning)) ?? text)).toEqual(HOLDING)
  })

  test('stay marked when a neighbour is quoted with them', () => {
    const plain = 'The tumor can occur almost anywhere in the body.'
    for (const { text, table } of quotes) {
      if (!table && HOLDING.some((beginning) => text.startsWith(beginning))) {
        expect(holdsPrognosis({ text: `${plain} ${text}` })).toBe(true)
        expect(holdsPrognosis({ text: `${text} ${plain}` })).toBe(true)
      }
    }
  })
})

describe('figures of other sources', () => {
  test.each([
    'Median overall survival was 22 months.',
    'The five-year survival rate reached 60%.',
    'About half of the patients died of metastases.',
    'Twelve of 30 patients were alive at last follow-up after 4 years.',
    'Mortality was 12 per cent.',
    'She lived for eleven years.',
    'Most patients die of the disease.',
    'The outlook is better in children: 7 out of 10 patients survive five years.',
  ])('%s', (text) => {
    expect(holdsPrognosis({ text })).toBe(true)
  })

  test.each([
    'The tumour measured 9 cm in a 45-year-old woman.',
    'It accounts for 3% of all sarcomas.',
    'The mean age at diagnosis was 26 years.',
    'Outcomes are described in the next section.',
    'Recurrence was seen after 20 years.',
    'The prognosis is discussed with each patient aged 15 to 35 years.',
    'Cell death was seen in 40% of the tumour.',
    'Chemotherapy was given every 3 weeks.',
  ])('not: %s', (text) => {
    expect(holdsPrognosis({ text })).toBe(false)
  })

  test.each([
    ['Status', 'DOD, 14 months', true],
    ['Survival (months)', '37', true],
    ['Outcome', 'N/A', false],
    ['Age', '37', false],
    ['Outcome', 'Local recurrence', false],
  ])('a cell under %s: %s', (header, cell, holds) => {
    expect(holdsPrognosis({ text: cell, table: { headers: ['Case', header], cells: ['1', cell] } })).toBe(holds)
  })

  test.each([
    ['Table 3. Survival after five years, by stage', '80 %', true],
    ['Table 3. Survival after five years, by stage', 'not known', false],
    ['Table 3. Deaths by centre', '12', true],
    ['Table 3. Where tumours were', '12', false],
  ])('a cell of %s: %s', (caption, cell, holds) => {
    const table = { caption, headers: ['Stage', 'Share'], cells: ['early', cell] }
    expect(holdsPrognosis({ text: `early | ${cell}`, table })).toBe(holds)
  })

  test('words without any figure tell none', () => {
    const words = fc.array(fc.constantFrom('survival', 'the', 'prognosis', 'poor', 'alive', 'outlook', 'tumor', 'was'))
    fc.assert(fc.property(words, (list) => !holdsPrognosis({ text: `${list.join(' ')}.` })))
  })
})
