import { beforeAll, expect, test } from 'vitest'
import { measureSteady, measureStop } from '../bench/load.mjs'
import { compileProgram, runProgram } from './run-program.ts'
import { smallCorpus } from './small-corpus.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
let variables: { QUOTEWELL_CORPUS: string; QUOTEWELL_INDEX: string }

beforeAll(async () => {
  await compileProgram()
  variables = { QUOTEWELL_CORPUS: await folder(smallCorpus), QUOTEWELL_INDEX: await folder() }
  await runProgram(['index'], variables)
})

test('under load every request is answered, or told to come back', async () => {
  const { statuses, errors } = await measureSteady({ seconds: 2, connections: 64, variables })
  expect(statuses['200']?.count).toBeGreaterThan(0)
  expect(Object.keys(statuses).filter((status) => !['200', '429', '503'].includes(status))).toEqual([])
  expect(errors).toBe(0)
})

// A machine busy with other work may not bring so many requests to the server at once.
test('with more at once than may wait, the others are told to come back', { retry: 2 }, async () => {
  const { statuses, errors } = await measureSteady({ seconds: 2, connections: 400, variables })
  expect(Object.keys(statuses).sort()).toEqual(['200', '503'])
  expect(errors).toBe(0)
})

test('on SIGTERM in the middle of load no accepted request is lost, and the server ends with 0', async () => {
  const { answered, lost, refused, code } = await measureStop({ seconds: 2, connections: 64, variables })
  expect(answered).toBeGreaterThan(64)
  expect({ lost, refused, code }).toEqual({ lost: 0, refused: 64, code: 0 })
})
