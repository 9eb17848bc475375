/** Runs the calls that docs/API.md shows, as they stand there but for the address of the server. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEngine } from '../../src/node/open-engine.ts'
import { silent } from '../../src/node/progress.ts'
import { readMarkdown, shownText } from '../http/markdown/shown.ts'
import { compileProgram } from '../node/run-program.ts'
import { useTempFolders } from '../node/temp-folders.ts'
import { BUILD_PATIENCE, makeRealFolders, startRealServer } from './real-server.ts'

const run = promisify(execFile)
const makeFolder = useTempFolders()
/** Within the package, so that its imports and those of its own name are found. */
const FOLDER = 'dist/docs'
const QUOTE = 'accounting for less than 1% of all sarcomas'
/** With the packages that docs/API.md names; another one where they stand elsewhere. */
const python = process.env.PYTHON ?? 'python3'

interface Call {
  readonly title: string
  readonly language: string
  readonly code: string
}

const SECTIONS = ['JSON', 'Event stream', 'LangChain', 'Calls to copy']
const LANGUAGES = ['sh', 'js', 'python']

/** The blocks of code of this file's sections, each under the nearest heading above it. */
function callsIn(markdown: string): Call[] {
  let [section, title] = ['', '']
  return readMarkdown(markdown).children.flatMap((node) => {
    if (node.type === 'heading') title = shownText(node)
    if (node.type === 'heading' && node.depth === 2) section = title
    const isCall = node.type === 'code' && SECTIONS.includes(section) && LANGUAGES.includes(node.lang ?? '')
    return isCall ? [{ title, language: node.lang ?? '', code: node.value }] : []
  })
}

const calls = callsIn(await readFile('docs/API.md', 'utf8'))

/** Of a call in Python: whether its packages are installed. */
async function canRun({ language, code }: Call): Promise<boolean> {
  if (language !== 'python') return true
  const imports = code.match(/^(?:import|from) .*$/gm)?.join('\n') ?? ''
  return run(python, ['-c', imports]).then(
    () => true,
    () => false,
  )
}
const runnable = await Promise.all(calls.map(canRun))

let folders: Awaited<ReturnType<typeof makeRealFolders>>
let server: Awaited<ReturnType<typeof startRealServer>>

beforeAll(async () => {
  await compileProgram()
  await mkdir(FOLDER, { recursive: true })
  folders = await makeRealFolders(makeFolder)
  server = await startRealServer(Promise.resolve(await openEngine(folders, silent)))
}, BUILD_PATIENCE)
afterAll(async () => {
  await rm(FOLDER, { recursive: true, force: true })
  await server?.stop()
})

test('every client is shown', () => {
  expect(calls.map(({ title, language }) => `${title}, ${language}`)).toEqual([
    'JSON, sh',
    'JSON, js',
    'JSON, python',
    'Event stream, sh',
    'LangChain, js',
    'curl, sh',
    'openai-node, js',
    'openai-python, python',
    'MCP in JavaScript, js',
    'MCP in Python, python',
  ])
})

for (const [at, { title, language, code }] of calls.entries()) {
  test.skipIf(!runnable[at])(`${title} (${language})`, async () => {
    const here = code
      .replaceAll('http://127.0.0.1:8787', server.url)
      .replace("corpus: 'corpus', index: 'index'", `corpus: '${folders.corpus}', index: '${folders.index}'`)
    const file = `${FOLDER}/call-${at}.${language === 'python' ? 'py' : language === 'js' ? 'mjs' : 'sh'}`
    await writeFile(file, here)
    const program = { sh: 'sh', js: process.execPath, python }[language] ?? language
    const { stdout } = await run(program, [file])
    expect(stdout).toContain(QUOTE)
  })
}
