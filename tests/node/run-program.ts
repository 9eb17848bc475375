import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = fileURLToPath(new URL('../../dist/node/cli.js', import.meta.url))

type Variables = Readonly<Record<string, string>>

/** Only what is told: settings of the person who runs the tests play no part, nor does the working folder. */
const optionsWith = (variables: Variables, cwd = tmpdir()) => ({
  cwd,
  env: { PATH: process.env.PATH ?? '', ...variables },
})

/** Compiles what `runProgram` runs; quick when nothing has changed. */
export async function compileProgram(): Promise<void> {
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const compiling = spawn(process.execPath, [compiler, '-b', 'src/node'], { cwd: root, stdio: 'inherit' })
  const [code] = await once(compiling, 'exit')
  if (code !== 0) throw new Error('src/node does not compile.')
}

/** A command, run to its end. */
export function runProgram(args: readonly string[], variables: Variables = {}) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const running = execFile(process.execPath, [program, ...args], optionsWith(variables), (_, stdout, stderr) =>
      resolve({ code: running.exitCode, stdout, stderr }),
    )
  })
}

/** A command on its way, without a listener to what it prints; the caller ends it. */
export function spawnProgram(args: readonly string[], variables: Variables = {}) {
  return spawn(process.execPath, [program, ...args], { ...optionsWith(variables), stdio: 'ignore' })
}

/** The server once it has told its address; the caller ends it. */
export async function startProgram(variables: Variables, cwd?: string) {
  const child = spawn(process.execPath, [program, 'start'], {
    ...optionsWith({ PORT: '0', ...variables }, cwd),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
  const url = await Promise.race([addressIn(child), ended.then(() => null)])
  if (url === null) throw new Error(`The server ended: ${stderr()}`)
  return { url, ended, stdout, stderr, kill: (signal: NodeJS.Signals) => void child.kill(signal) }
}

async function addressIn({ stdout }: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  const [line] = await once(stdout, 'data')
  return /http:\S+/.exec(line)?.[0] ?? `no address in ${line}`
}

function collect(stream: Readable): () => string {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  return () => text
}
