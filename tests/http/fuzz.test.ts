import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { body, CANARY } from '../hostile/bodies.ts'
import { checkProblem, createReplyCheck } from '../hostile/closed-world.ts'
import { openRealApp, type RealApp } from '../hostile/real-app.ts'
import { smallCorpus } from '../node/small-corpus.ts'
import { useTempFolders } from '../node/temp-folders.ts'

const folder = useTempFolders()
const PATIENCE = 600_000
const BODIES = 10_000

let real: RealApp
let checkReply: ReturnType<typeof createReplyCheck>
beforeAll(async () => {
  real = await openRealApp({ corpus: await folder(smallCorpus), index: await folder() })
  checkReply = createReplyCheck(real.corpus)
})

const countOf = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)

test(`${BODIES} bodies are answered or refused, never with what they hold`, { timeout: PATIENCE }, async () => {
  const statuses = new Map<number, number>()
  const reasons = new Map<string, number>()
  const send = async (sent: string | Uint8Array<ArrayBuffer>) => {
    const response = await real.chat(sent)
    const reply = await response.text()
    const json = JSON.parse(reply)
    countOf(statuses, response.status)
    if (response.status === 200) checkReply(json, JSON.parse(String(sent)).message)
    else {
      for (const reason of checkProblem(response.status, json)) countOf(reasons, reason)
      expect(reply + JSON.stringify([...response.headers])).not.toContain(CANARY)
    }
    expect(real.errors).toEqual([])
  }
  await fc.assert(fc.asyncProperty(body, send), { numRuns: BODIES })

  expect([...statuses.keys()].toSorted()).toEqual([200, 400, 422])
  for (const status of [200, 400, 422]) expect(statuses.get(status)).toBeGreaterThan(BODIES / 100)
  // All reasons are fixed texts, so there are few, and each was reached.
  expect([...reasons.keys()].toSorted()).toMatchInlineSnapshot(`
    [
      "holds a NUL character (U+0000); leave it out",
      "holds half of a character (a lone surrogate); send well-formed Unicode",
      "is required",
      "must be a JSON object",
      "must be a list of turns",
      "must be a whole number from 1 to 5",
      "must be an ISO 3166-1 country code of two letters, such as GB",
      "must be at most 2000 characters (UTF-16 code units) long; shorten it",
      "must be at most 4000 characters (UTF-16 code units) long; shorten it",
      "must be text",
      "must be user or assistant",
      "must hold at most 20 turns; send the latest",
      "must not be blank",
      "must not be empty",
      "unknown field; send only message, history, country, maxQuotes",
      "unknown field; send only role, content",
    ]
  `)
})
