import { execFile } from 'node:child_process'
import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { useTempFolders } from '../node/temp-folders.ts'
import { realServer } from './servers.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const compiler = join(root, 'node_modules/typescript/bin/tsc')
const folder = useTempFolders()

const CONSUMER = `
import { createClient, type ChatReply, QuotewellError } from 'quotewell/client'
import type { App } from 'quotewell/http'

const client = createClient({ baseUrl: process.argv[2] ?? '' })
const reply: ChatReply = await client.ask({ message: 'owl', maxQuotes: 1 })
const names: string[] = []
for await (const event of client.stream({ message: 'owl' })) {
  if (event.event === 'quote') names.push(event.data.sourceId satisfies string)
}
const failure = await client.source('nobody').catch((error) => error instanceof QuotewellError && error.status)
// @ts-expect-error: a message is text
const wrong = () => client.ask({ message: 7 })
type Fetch = App['fetch']
console.log(JSON.stringify([reply.status, names[0], failure, typeof wrong]))
`

test('whoever installs the package has the client, with its types', { timeout: 120_000 }, async () => {
  await run(process.execPath, [compiler, '-b', 'src/client'], { cwd: root })
  const home = await folder({ 'consumer.mts': CONSUMER, 'package.json': '{}' })
  await mkdir(join(home, 'node_modules'))
  await symlink(root, join(home, 'node_modules/quotewell'))
  await symlink(join(root, 'node_modules/@types'), join(home, 'node_modules/@types'))
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck']
  const options = ['--module', 'nodenext', '--target', 'es2023', '--types', 'node', ...strict]
  const { stdout } = await run(process.execPath, [compiler, ...options, 'consumer.mts'], { cwd: home }).catch((e) => e)
  expect(stdout).toBe('')
  const { baseUrl } = await realServer()
  const printed = await run(process.execPath, ['consumer.mjs', baseUrl], { cwd: home })
  expect(JSON.parse(printed.stdout)).toEqual(['answered', 'owls', 404, 'function'])
})
