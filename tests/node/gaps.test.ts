import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compileProgram, runProgram, startProgram } from './run-program.ts'
import { smallCorpus } from './small-corpus.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()

beforeAll(compileProgram)

/** Words of a reader that no corpus has. */
const MARKED = 'does zqxalinib shrink a zqxoma in the spleen'

async function ask(url: string, message: string) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/api/chat`, { method: 'POST', headers, body: JSON.stringify({ message }) })
  return (await response.json()) as { status: string }
}

async function settings(more: Record<string, string> = {}) {
  return { QUOTEWELL_CORPUS: await folder(smallCorpus), QUOTEWELL_INDEX: join(await folder(), 'index'), ...more }
}

test('counts by section what got no answer, and no word of it is in a file or in a reply', async () => {
  const variables = await settings({ QUOTEWELL_GAPS: 'on' })
  const server = await startProgram(variables)
  for (let i = 0; i < 3; i++) {
    const reply = await ask(server.url, MARKED)
    expect(reply.status).toBe('no_answer')
    expect(reply).not.toHaveProperty('gap')
  }
  expect((await ask(server.url, 'Until what age do bones grow?')).status).toBe('answered')
  expect((await ask(server.url, 'I want to kill myself')).status).toBe('safety')
  server.kill('SIGTERM')
  expect(await server.ended).toEqual({ code: 0, signal: null })
  expect(server.stderr()).not.toContain('zqx')

  const index = variables.QUOTEWELL_INDEX
  expect(await readdir(index)).toEqual(expect.arrayContaining(['.gaps.json', '.gaps.key', 'manifest.json']))
  const kept = await readFile(join(index, '.gaps.json'), 'utf8')
  for (const word of MARKED.split(' ').filter((one) => one.length > 4)) expect(kept).not.toContain(word)
  const { sections, words, pending } = JSON.parse(kept)
  expect(sections.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(3)
  expect(words).toEqual([])
  expect(pending.length).toBeGreaterThanOrEqual(2)

  const shown = await runProgram(['gaps'], variables)
  expect(shown.stderr).toBe('')
  expect(shown.stdout).toMatch(
    /^Questions without an answer, since \d{4}-\d\d-\d\d, by the section that comes nearest\n/,
  )
  expect(shown.stdout).toMatch(/\n {4}3 {6}1 {2}(bone|heart)/)
  const json = JSON.parse((await runProgram(['gaps', '--json'], variables)).stdout)
  expect(Object.keys(json)).toEqual(['since', 'sections', 'words'])

  // The builder of the index leaves the counts alone.
  expect((await runProgram(['index'], variables)).code).toBe(0)
  expect(await readFile(join(index, '.gaps.json'), 'utf8')).toBe(kept)
  expect((await runProgram(['gaps', '--forget'], variables)).code).toBe(0)
  expect((await runProgram(['gaps'], variables)).stderr).toMatch(/^Nothing is counted yet\. [^\n]+\n$/)
})

test('is off unless it is asked for', async () => {
  const variables = await settings()
  const server = await startProgram(variables)
  expect((await ask(server.url, MARKED)).status).toBe('no_answer')
  server.kill('SIGTERM')
  await server.ended
  expect((await readdir(variables.QUOTEWELL_INDEX)).filter((name) => name.includes('gaps'))).toEqual([])
  const { code, stderr } = await runProgram(['gaps'], variables)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Nothing is counted\. Set QUOTEWELL_GAPS to on, [^\n]+\n$/)
})
