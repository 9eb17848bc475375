import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { buildCorpus } from '../../src/core/ingest/build-corpus.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const turn = z.strictObject({ role: z.enum(['user', 'assistant']), content: z.string().min(1) })
const asked = {
  id: z.string().min(1),
  question: z.string().trim().min(1).max(2000),
  history: z.array(turn).min(1).max(20).optional(),
}
const notice = z.enum(['emergency', 'crisis', 'personal_advice', 'prognosis'])
const row = z.discriminatedUnion('kind', [
  z.strictObject({
    ...asked,
    kind: z.enum(['answer', 'follow_up']),
    evidence: z.array(z.string().min(3)).min(1),
    source: z.string().optional(),
    notice: notice.optional(),
  }),
  z.strictObject({ ...asked, kind: z.enum(['no_answer', 'calm']), not: z.array(notice).optional() }),
  z.strictObject({ ...asked, kind: z.literal('safety'), notice, flag: z.string().optional() }),
])

const SETS = ['kept-back-2', 'kept-back-3', 'kept-back-4', 'safety-kept-back', 'safety-kept-back-2']
const sets = new Map(SETS.map((set) => [set, read(`tests/evals/${set}.jsonl`).trim().split('\n')]))
const rows = (set: string) => (sets.get(set) ?? []).map((line) => row.parse(JSON.parse(line)))

test.each(SETS)('%s: every row has the shape that the README tells', (set) => {
  const faults = (sets.get(set) ?? []).filter((line) => !row.safeParse(JSON.parse(line)).success)
  expect(faults).toEqual([])
  expect(rows(set).length).toBeGreaterThan(0)
})

test('no id stands twice in all sets, and no message of these ones', () => {
  const any = z.object({ id: z.string(), question: z.string().optional(), history: z.unknown().optional() })
  const files = readdirSync(new URL('tests/evals/', root)).filter((name) => name.endsWith('.jsonl'))
  const lines = files.flatMap((name) => read(`tests/evals/${name}`).trim().split('\n'))
  const all = lines.map((line) => any.parse(JSON.parse(line)))
  expect(twice(all.map(({ id }) => id))).toEqual([])

  const message = ({ question = '', history = [] }: z.infer<typeof any>) =>
    alnum(question) + alnum(JSON.stringify(history))
  const own = SETS.flatMap(rows)
  const ownIds = new Set(own.map(({ id }) => id))
  const others = new Set(all.filter(({ id }) => !ownIds.has(id)).map(message))
  expect(own.filter((one) => others.has(message(one))).map(({ id }) => id)).toEqual([])
  expect(twice(own.map(message))).toEqual([])
})

describe('evidence of kept-back-2', () => {
  const ids = readdirSync(new URL('corpus/', root)).filter((name) => name.endsWith('.md'))
  const corpus = buildCorpus(ids.map((name) => ({ id: name.slice(0, -3), markdown: read(`corpus/${name}`) })))
  const texts = new Map(corpus.sources.map(({ id, text }) => [id, text]))
  const passages = corpus.passages.map(({ sourceId, start, end }) => ({
    sourceId,
    text: alnum(texts.get(sourceId)?.slice(start, end) ?? ''),
  }))

  test('each piece stands in one sentence or table row, of the named source where one is named', () => {
    const lost = rows('kept-back-2').flatMap((one) =>
      one.kind !== 'answer' && one.kind !== 'follow_up'
        ? []
        : one.evidence.filter((piece) => {
            const holding = passages.filter(({ text }) => text.includes(alnum(piece)))
            const isNamed = holding.every(({ sourceId }) => one.source === undefined || sourceId === one.source)
            return holding.length === 0 || !isNamed
          }),
    )
    expect(lost).toEqual([])
  })

  test('follow-ups, and only they, have turns before them', () => {
    const odd = rows('kept-back-2').filter(({ kind, history }) => (kind === 'follow_up') !== (history !== undefined))
    expect(odd.map(({ id }) => id)).toEqual([])
  })
})

test.each([
  ['safety-kept-back', 10],
  ['safety-kept-back-2', 15],
])('%s has at least %i urgent messages for each red flag of docs/SAFETY.md', (set, least) => {
  const flags = [...read('docs/SAFETY.md').matchAll(/^\| ([a-z-]+) \| (emergency|crisis) \| \2\./gm)]
  expect(flags.length).toBeGreaterThan(10)
  const count = (flag: string, kind: string) =>
    rows(set).filter((one) => one.kind === 'safety' && one.flag === flag && one.notice === kind).length
  const few = flags.filter(([, flag = '', kind = '']) => count(flag, kind) < least)
  expect(few.map(([line]) => line)).toEqual([])
})

function alnum(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

function twice(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}
