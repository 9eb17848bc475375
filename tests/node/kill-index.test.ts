import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { createEngine } from '../../src/core/answer/engine.ts'
import type { Embedder, TokenMultiplier } from '../../src/core/ports.ts'
import { type CorpusFolder, readCorpus } from '../../src/node/corpus-files.ts'
import { loadIndex } from '../../src/node/index-store.ts'
import { ingest } from '../../src/node/ingest.ts'
import { createOnnxMultiplier } from '../../src/node/onnx-multiplier.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { createRandom } from '../hostile/random.ts'
import { compileProgram, runProgram, spawnProgram } from './run-program.ts'
import { smallCorpus } from './small-corpus.ts'
import { type Files, useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
const KILLS = 20
/** About how many milliseconds a run takes to write an index, and to put it in the place of the old one. */
const WRITING = 60
const SWAPPING = 6
/** Written in the failure, so that the same moments can be tried again; `KILL_SEED=… npx vitest run kill-index`. */
const seed = Number(process.env.KILL_SEED ?? Date.now() % 100_000)
const random = createRandom(seed)

interface Version {
  readonly path: string
  readonly corpus: CorpusFolder
}
let versions: readonly [Version, Version]
let embedder: Embedder
let multiplier: TokenMultiplier
let index: string
/** Milliseconds of a whole run. */
let duration: number

beforeAll(async () => {
  await compileProgram()
  embedder = await loadEmbedder(DEFAULT_MODEL)
  multiplier = await createOnnxMultiplier(embedder.dimensions)
  versions = [await createVersion('wing'), await createVersion('fin')]
  index = await folder()
  const start = performance.now()
  expect(await runIndex(versions[0])).toBe(0)
  duration = performance.now() - start
})

/** Two versions differ in the words of one source, so that what is served tells which one it is. */
async function createVersion(limb: string): Promise<Version> {
  const lines = Array.from({ length: 25 }, (_, at) => `A ${limb} of kind ${at} has ${at} rays.`)
  const files: Files = { ...smallCorpus, 'limbs.md': `---\ntitle: Limbs\n---\n\n${lines.join('\n\n')}\n` }
  const path = await folder(files)
  return { path, corpus: await readCorpus(path) }
}

const argumentsFor = ({ path }: Version) => ['index', '--corpus', path, '--index', index]
const runIndex = async (version: Version) => (await runProgram(argumentsFor(version))).code

/** Kills a run at a moment anywhere in it, while it writes or, most often, while it puts the new index in place. */
async function stop(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit')
  const isOver = () => child.exitCode !== null
  const seen = async (isThere: (name: string) => boolean, wait: () => Promise<unknown>) => {
    while (!isOver() && !readdirSync(index).some(isThere)) await wait()
  }
  const writes = (name: string) => name === `building-${child.pid}`
  const known = new Set(readdirSync(index))
  const isNewBuild = (name: string) => name.startsWith('build-') && !known.has(name)
  const kind = random.pick(['anywhere', 'writing', 'writing', 'swapping', 'swapping', 'swapping'])
  const delay = random.next()
  if (kind === 'anywhere') await Promise.race([ended, pause(delay * duration)])
  else if (kind === 'writing') {
    await seen(writes, () => pause(2))
    await pause(delay * WRITING)
  } else {
    await seen(writes, () => pause(2))
    await seen((name) => name === `building-${child.pid}.json` || isNewBuild(name), nextTurn)
    await pause(delay * SWAPPING)
  }
  child.kill('SIGKILL')
  if (!isOver() && child.signalCode === null) await ended
  return `${kind} + ${delay}`
}

/** Opens the index as of this version and asks it: whether it is of this version, and whole. */
async function serves({ corpus }: Version): Promise<boolean> {
  const { corpusHash } = JSON.parse(await readFile(join(index, 'manifest.json'), 'utf8'))
  if (corpusHash !== corpus.hash) return false
  const loaded = await loadIndex(index, { modelHash: embedder.modelHash, corpusHash })
  const engine = createEngine({ ...loaded, embedder, multiplier })
  const [passage] = await engine.search('How many rays has kind 7?', 1)
  expect(passage?.text).toMatch(/ of kind 7 has 7 rays\.$/)
  return true
}

test(`${KILLS} runs killed at random moments leave an index that serves`, { timeout: 600_000 }, async () => {
  let [current, next] = versions
  let swapped = 0
  let littered = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const hint = `kill ${kill}, ${await stop(spawnProgram(argumentsFor(next)))}, KILL_SEED=${seed}`
    const builds = (await readdir(index)).filter((name) => name.startsWith('build'))
    if (builds.length > 1) littered++
    const opens = (version: Version) =>
      serves(version).catch((error) => {
        throw new Error(`After ${hint}: ${error.message}`, { cause: error })
      })
    const isNew = await opens(next)
    expect(isNew || (await opens(current)), hint).toBe(true)
    if (isNew) swapped++

    const { folder: build } = await ingest(next.corpus, index, embedder)
    expect((await readdir(index)).toSorted(), hint).toEqual([build, 'manifest.json'])
    expect(await serves(next), hint).toBe(true)
    ;[current, next] = [next, current]
  }
  // Otherwise the moments were all too early or too late to show anything.
  expect(littered, `KILL_SEED=${seed}`).toBeGreaterThan(2)
  expect(swapped, `KILL_SEED=${seed}`).toBeLessThan(KILLS)
  expect(await runIndex(next), `KILL_SEED=${seed}`).toBe(0)
  expect(await serves(next)).toBe(true)
})
