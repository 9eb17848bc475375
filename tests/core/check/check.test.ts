import { beforeAll, describe, expect, test } from 'vitest'
import { checkCorpus } from '../../../src/core/check/check.ts'
import type { Embedder } from '../../../src/core/ports.ts'
import { DEFAULT_MODEL } from '../../../src/node/paths.ts'
import { loadEmbedder } from '../../../src/node/transformers-embedder.ts'
import { BODY, brief, COMPLETE, madeUp, parsed } from './made-up.ts'

let embedder: Embedder
beforeAll(async () => {
  embedder = await loadEmbedder(DEFAULT_MODEL)
})

const KINDS = ['repeated', 'alike', 'figures', 'contradiction']
const head = (title: string) =>
  COMPLETE.replace('About bones', title).replace('/about', `/${title.replaceAll(' ', '-')}`)
const two = (first: string, second: string, questions: readonly string[] = []) =>
  parsed([
    madeUp({ head: head('Osteosarcoma'), body: first, ...(questions[0] ? { questions: questions[0] } : {}) }),
    madeUp({
      id: 'b',
      head: head('Osteosarcoma for families'),
      body: second,
      ...(questions[1] ? { questions: questions[1] } : {}),
    }),
  ])
async function check(...args: Parameters<typeof two>): Promise<string[]> {
  const findings = await checkCorpus(two(...args), embedder.embed)
  return brief(findings.filter((one) => KINDS.includes(one.check)))
}

const SURVIVAL = 'The five-year survival rate of patients with localised osteosarcoma is 60 percent.'

describe('two sources', () => {
  test('that say the same word for word', async () => {
    const text = 'Most people get chemotherapy before their operation.'
    expect(await check(text, `Rest.\n\n${text}`)).toEqual([`note repeated b.md:${BODY + 2}`])
  })

  test('that say the same in nearly the same words', async () => {
    expect(
      await check(
        'It is most often seen in teenagers and young adults.',
        'It is mostly seen in teenagers and in young adults.',
      ),
    ).toEqual([`note alike b.md:${BODY}`])
  })

  test('that give other figures in nearly the same words', async () => {
    expect(
      await check('Take two tablets every 4 hours with some water.', 'Take two tablets every 8 hours with some water.'),
    ).toEqual([`warning figures b.md:${BODY}`])
  })

  test('that give other shares for one thing in other words', async () => {
    const other =
      'In a study of 113 patients with osteosarcoma, the estimated survival rates at five years and ten years were 75% and 54%.'
    expect(await check(SURVIVAL, other)).toEqual([`warning figures b.md:${BODY}`])
  })

  test('that answer one reader question with other shares', async () => {
    const [one, other] = [
      'Some 60% of young patients are still alive after that long time.',
      'Treatment lets 75 percent live on.',
    ]
    const asked = (quote: string) => `- quote: ${quote}\n  questions: [How many survive?]\n`
    expect(await check(one, other)).toEqual([])
    expect(await check(one, other, [asked(one), asked(other)])).toEqual([`warning figures b.md:${BODY}`])
  })

  test('of which one denies what the other says', async () => {
    expect(
      await check(
        'Patients can take ibuprofen together with methotrexate during the treatment.',
        'Patients must not take ibuprofen together with methotrexate during the treatment.',
      ),
    ).toEqual([`warning contradiction b.md:${BODY}`])
  })

  test.each([
    [
      'figures of two diseases',
      SURVIVAL,
      'Some 20 percent of patients with a sprained ankle need an operation within five years.',
    ],
    [
      'the same figures',
      SURVIVAL,
      'For patients with localised osteosarcoma the rate of survival after five years is about 60%.',
    ],
    [
      'numbers in names',
      'The signs and symptoms of Bardet-Biedl syndrome 9 vary.',
      'The signs and symptoms of Bardet-Biedl syndrome 12 vary.',
    ],
    ['short phrases', 'Ask your doctor.', 'Ask your doctor.'],
    ['the same subject', 'Chemotherapy can make you tired.', 'You may lose your hair during chemotherapy.'],
  ])('no contradiction: %s', async (_, first, second) => {
    expect((await check(first, second)).filter((one) => one.startsWith('warning'))).toEqual([])
  })
})

test('without a model, sentences that stand twice are told all the same', async () => {
  const findings = await checkCorpus(two(`${SURVIVAL} ${SURVIVAL.replace('60', '70')}`, SURVIVAL), null)
  expect(brief(findings.filter((one) => KINDS.includes(one.check)))).toEqual([`note repeated b.md:${BODY}`])
})

test('findings come by file and line', async () => {
  const body = '## Empty\n\n## Also empty\n\n<b>x</b>'
  const findings = await checkCorpus(parsed([madeUp({ id: 'b', body }), madeUp({ body })]), null)
  const places = findings.map(({ file, line }) => [file, line] as const)
  expect(places.length).toBeGreaterThan(5)
  expect(places).toEqual(
    places.toSorted((one, other) => (one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : one[1] - other[1])),
  )
})
