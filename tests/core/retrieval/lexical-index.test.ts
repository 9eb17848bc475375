import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCorpus } from '../../../src/core/ingest/build-corpus.ts'
import { type Row, toRows } from '../../../src/core/retrieval/corpus-rows.ts'
import { buildLexicalIndex, type LexicalIndex, loadLexicalIndex } from '../../../src/core/retrieval/lexical-index.ts'

/** Rows by their words; where they lead is of no interest here. */
const rowsOf = (...texts: (string | { text: string; context: string })[]): Row[] =>
  texts.map((row) => ({ kind: 'unanswered', ...(typeof row === 'string' ? { text: row, context: '' } : row) }))

const find = async (rows: readonly Row[], question: string, limit = 10) =>
  (await buildLexicalIndex(rows)).search(question, limit).map(({ row }) => rows[row]?.text)

describe('ranking', () => {
  test('each position has its reason', async () => {
    const rows = rowsOf(
      'Nobody knows the cause.',
      { text: 'It is not common there.', context: 'Lungs' },
      'The lungs lie in the chest, next to the heart, and they bring oxygen into the blood.',
      'The lungs are organs.',
      'The tumor may spread to the lungs.',
      'A tumor may spread.',
    )
    expect(await find(rows, 'Do tumours spread to the lungs?')).toEqual([
      // Has all three words; British spelling, plural and stop words make no difference.
      'The tumor may spread to the lungs.',
      // Has two of them.
      'A tumor may spread.',
      // Has one, in a short text.
      'The lungs are organs.',
      // Has the same one, lost in a long text.
      'The lungs lie in the chest, next to the heart, and they bring oxygen into the blood.',
      // Has it in the heading only.
      'It is not common there.',
      // "Nobody knows the cause." shares no word and is not found.
    ])
  })

  test('a rare word says more than a common one', async () => {
    const rows = rowsOf('Bone tumor.', 'Bone pain.', 'Bone scan.', 'Skull tumor.', 'Bone graft.')
    expect((await find(rows, 'skull bone'))[0]).toBe('Skull tumor.')
  })

  test('a word counts as often as it is asked', async () => {
    const index = await buildLexicalIndex(rowsOf('Bone scan.', 'Heart beat.'))
    const [bone, heart] = index.search('bone heart bone', 2)
    expect([bone?.row, heart?.row]).toEqual([0, 1])
    expect(bone?.score).toBeCloseTo(2 * (heart?.score ?? 0))
  })

  test('scores fall, and only the asked number of rows comes', async () => {
    const index = await buildLexicalIndex(rowsOf('Bone.', 'Bone and more bone pain.', 'Bone scan.', 'Heart.'))
    const hits = index.search('bone', 10)
    expect(hits).toHaveLength(3)
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a))
    expect(index.search('bone', 2)).toEqual(hits.slice(0, 2))
    expect(index.search('bone', 0)).toEqual([])
  })
})

test('beside rarer words a word of very many rows is left out; alone it is looked up', async () => {
  const rows = rowsOf(...Array.from({ length: 9_000 }, (_, at) => `Bone ${at}.`), 'Skull and bone.', 'Skull.')
  const index = await buildLexicalIndex(rows)
  expect(index.search('skull bone', 10).map(({ row }) => row)).toEqual([9_001, 9_000])
  expect(index.search('bone', 10)).toHaveLength(10)
  expect(index.search('bone bone bone', 10)).toHaveLength(10)
})

describe('misspelling', () => {
  const rows = rowsOf('The tumor grows.', 'She keeps her humor.', 'Metastases are rare.', 'A bone scan.')

  test('a word that the corpus does not know finds the one it resembles', async () => {
    expect(await find(rows, 'metastsis')).toEqual(['Metastases are rare.'])
    expect((await find(rows, 'rumor')).toSorted()).toEqual(['She keeps her humor.', 'The tumor grows.'])
  })

  test('a word that the corpus knows finds itself only, though another is one letter away', async () => {
    expect(await find(rows, 'humor')).toEqual(['She keeps her humor.'])
    expect(await find(rows, 'tumour')).toEqual(['The tumor grows.'])
  })

  test('a short word is taken at its letters: too much resembles it', async () => {
    expect(await find(rows, 'bine')).toEqual([])
  })

  test('three slips in a long word are the most', async () => {
    const long = rowsOf('Its otorhinolaryngologist agreed.')
    expect(await find(long, 'otorinolaringolojist')).toHaveLength(1)
    expect(await find(long, 'otorinolaringolojisd')).toEqual([])
  })

  test('among a page of gibberish is found where it stands early, however often the gibberish comes', async () => {
    const gibberish = Array.from({ length: 40 }, (_, at) => `qqqqq${at}`).join(' ')
    expect(await find(rows, `metastsis ${gibberish}`)).toHaveLength(1)
    expect(await find(rows, `${'qqqqq '.repeat(40)} metastsis`)).toHaveLength(1)
    expect(await find(rows, `${gibberish} metastsis`)).toEqual([])
    expect(await find(rows, `${gibberish} humor`)).toEqual(['She keeps her humor.'])
  })
})

describe('nothing to find', () => {
  const rows = rowsOf('A person’s risk is small.', 'They don’t know it.')

  test.each(['', '?!', 'what is it', 'chocolate'])('%j', async (question) => {
    expect(await find(rows, question)).toEqual([])
  })

  test('what an apostrophe cuts off is no word: it would match every possessive', async () => {
    expect(await find(rows, 'What’s it?')).toEqual([])
    expect(await find(rows, 'Isn’t it?')).toEqual([])
  })

  test('no rows', async () => {
    expect((await buildLexicalIndex([])).search('bone', 5)).toEqual([])
  })
})

describe('an index that was stored as JSON finds the same, with the same scores and in the same order', () => {
  const store = (built: LexicalIndex) => loadLexicalIndex(JSON.parse(JSON.stringify(built)))

  test('misspelt words too: it still knows which words the corpus knows', async () => {
    const built = await buildLexicalIndex(
      rowsOf({ text: 'The tumor grows.', context: 'Growth' }, 'She keeps her humor.', 'Metastases grow in the lungs.'),
    )
    for (const question of ['tumour growth', 'rumor', 'humor', 'metastsis', 'lungs and tumors', 'the']) {
      expect(store(built).search(question, 5), question).toEqual(built.search(question, 5))
    }
    expect(store(built).search('rumor', 5)).toHaveLength(2)
  })

  test('on a real source, where many rows score alike', async () => {
    const id = 'mesenchymal-chondrosarcoma-liddy-shriver'
    const markdown = readFileSync(new URL(`../../../corpus/${id}.md`, import.meta.url), 'utf8')
    const built = await buildLexicalIndex(toRows(buildCorpus([{ id, markdown }])))
    const lines = readFileSync(new URL('../../evals/tune.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    const loaded = store(built)
    for (const question of lines.map((line) => JSON.parse(line).question as string)) {
      expect(loaded.search(question, 60), question).toEqual(built.search(question, 60))
    }
  })
})
