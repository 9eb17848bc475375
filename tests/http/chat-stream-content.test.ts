import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { openRealApp, type RealApp, shortCorpus } from '../hostile/real-app.ts'
import { useTempFolders } from '../node/temp-folders.ts'
import { joinEvents, readEvents } from './read-events.ts'

const folder = useTempFolders()
const PATIENCE = 300_000

let real: RealApp
beforeAll(async () => {
  real = await openRealApp({ corpus: await folder(await shortCorpus()), index: await folder() })
}, PATIENCE)

/** One of so many lines of a list of questions. */
async function questions(name: string, every: number, field = 'question'): Promise<string[]> {
  const lines = (await readFile(`tests/evals/${name}.jsonl`, 'utf8')).trim().split('\n')
  return lines.filter((_, at) => at % every === 0).map((line) => JSON.parse(line)[field])
}

test('the events of real replies of every status tell exactly what the JSON tells', { timeout: PATIENCE }, async () => {
  const statuses = new Set<string>()
  const asked = [
    'hello',
    ...(await questions('dev', 1)),
    ...(await questions('safety-tune', 15)),
    ...(await questions('languages', 6, 'text')),
  ]
  for (const message of asked) {
    const body = { message, country: 'GB', maxQuotes: 5 }
    const json = (await (await real.chat(body)).json()) as { id: string; status: string }
    const headers = { 'Content-Type': 'application/json', Accept: 'text/event-stream' }
    const streamed = await real.app.request('/api/chat', { method: 'POST', headers, body: JSON.stringify(body) })
    const told = joinEvents(readEvents(await streamed.text()))
    expect(JSON.stringify({ ...told, id: json.id })).toBe(JSON.stringify(json))
    statuses.add(json.status)
  }
  expect(asked.length).toBeGreaterThan(200)
  expect([...statuses].sort()).toEqual(['answered', 'conversation', 'no_answer', 'safety', 'unsupported_language'])
})
