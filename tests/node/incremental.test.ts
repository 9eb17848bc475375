import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../../src/core/answer/engine.ts'
import { INDEX_VERSION } from '../../src/core/ingest/manifest.ts'
import type { Embedder } from '../../src/core/ports.ts'
import { packTokens } from '../../src/core/retrieval/token-vectors.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { loadIndex } from '../../src/node/index-store.ts'
import { ingest } from '../../src/node/ingest.ts'
import { openJournal } from '../../src/node/journal.ts'
import { createOnnxMultiplier } from '../../src/node/onnx-multiplier.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'
import { compileProgram, spawnProgram } from './run-program.ts'
import { smallCorpus } from './small-corpus.ts'
import { type Files, readTree, useTempFolders, writeFiles } from './temp-folders.ts'

const folder = useTempFolders()
let embedder: Embedder
beforeAll(async () => {
  await compileProgram()
  embedder = await loadEmbedder(DEFAULT_MODEL)
})

/** Words, numbers and questions that stand in this source alone. */
const QUAGGA = 'Quagga kidneys weigh 7391 grams. They filter zorilla broth all night.'
const quagga: Files = {
  'quagga.md': `---\ntitle: Quaggapedia\nauthors: [Zebulon Xanthippe]\n---\n\n# Nephroquagga\n\n${QUAGGA}\n\n| Vicugna | Wombat |\n|---|---|\n| Okapi | Numbat |\n`,
  'quagga.questions.yaml':
    '- quote: Quagga kidneys weigh 7391 grams.\n  questions:\n    - How heavy is the kidney of a tarsier?\n',
}
const UNIQUE = /quagga|7391 grams|zorilla|xanthippe|zebulon|vicugna|wombat|okapi|numbat|tarsier/i

/** Builds, and tells which texts were embedded for it. */
async function build(corpus: string, index: string): Promise<string[]> {
  const asked: string[] = []
  const tell = <Result>(work: (texts: readonly string[]) => Promise<Result>) => {
    return (texts: readonly string[]) => {
      asked.push(...texts)
      return work(texts)
    }
  }
  const telling = { ...embedder, embed: tell(embedder.embed), embedTokens: tell(embedder.embedTokens) }
  await ingest(await readCorpus(corpus), index, telling)
  return asked
}

test('only what has changed is embedded, and the index is the one that a build from nothing gives', async () => {
  const [corpus, index, fresh] = [await folder(smallCorpus), await folder(), await folder()]
  const all = await build(corpus, index)
  expect(new Set(all).size, 'no text is embedded twice').toBe(all.length)
  expect(await build(corpus, index)).toEqual([])

  await writeFiles(corpus, { 'heart.md': smallCorpus['heart.md'].replace('70 times', '80 times') })
  expect(await build(corpus, index)).toEqual(['Heart facts: It beats about 80 times a minute.'])
  await writeFiles(corpus, quagga)
  expect((await build(corpus, index)).every((text) => UNIQUE.test(text))).toBe(true)
  await build(corpus, fresh)
  expect(await readTree(index)).toEqual(await readTree(fresh))
})

test('another model, and an index that is torn, bring nothing', async () => {
  const [corpus, index] = [await folder(smallCorpus), await folder()]
  const all = await build(corpus, index)
  const other = { ...embedder, modelHash: 'f'.repeat(64) }
  await ingest(await readCorpus(corpus), index, other)
  expect(await build(corpus, index), 'of another model').toEqual(all)
  const name = (await readdir(index)).find((one) => one.startsWith('build-')) as string
  await rm(join(index, name, 'passages.f32'))
  expect(await build(corpus, index), 'torn').toEqual(all)
})

test('a source that is removed leaves no word and no vector behind', async () => {
  const [corpus, index] = [await folder({ ...smallCorpus, ...quagga }), await folder()]
  const texts = (await build(corpus, index)).filter((text) => UNIQUE.test(text))
  const embedded = await embedder.embedTokens(texts)
  /** Bytes that stand in an index for a text: its vector, and its tokens. */
  const traces = embedded.flatMap(({ vector, ...tokens }) => {
    const { bytes } = packTokens({ vector, ...tokens })
    const last = bytes.subarray(-384)
    return [Buffer.from(vector.buffer, vector.byteOffset, 64), Buffer.from(last)]
  })
  const found = async () => {
    const files = Object.keys(await readTree(index))
    const contents = await Promise.all(files.map((file) => readFile(join(index, file))))
    return {
      words: files.flatMap(
        (file, at) => UNIQUE.exec(contents[at]?.toString('latin1') ?? '')?.map((word) => `${word} in ${file}`) ?? [],
      ),
      traces: traces.filter((trace) => contents.some((bytes) => bytes.includes(trace))).length,
    }
  }
  const before = await found()
  expect(before.words).not.toEqual([])
  // Of the passage of two sentences an index holds no tokens as a whole.
  expect(before.traces, 'or the test could not find them').toBe(traces.length - 1)

  await rm(join(corpus, 'quagga.md'))
  await rm(join(corpus, 'quagga.questions.yaml'))
  expect(await build(corpus, index)).toEqual([])
  expect(await found()).toEqual({ words: [], traces: 0 })
  expect(Object.keys(await readTree(index)).filter((file) => UNIQUE.test(file))).toEqual([])

  const { hash } = await readCorpus(corpus)
  const loaded = await loadIndex(index, { modelHash: embedder.modelHash, corpusHash: hash })
  const engine = createEngine({ ...loaded, embedder, multiplier: await createOnnxMultiplier(embedder.dimensions) })
  const message = 'How heavy is the kidney of a tarsier?'
  const { suggestions, quotes, sources } = await engine.answer({ message, history: [], country: null, maxQuotes: 5 })
  expect(JSON.stringify({ suggestions, quotes, sources })).not.toMatch(UNIQUE)
  expect((await engine.search(message, 50)).map(({ passage }) => passage.sourceId)).not.toContain('quagga')
})

test('a build that is killed is taken up again: what it had embedded is not embedded again', {
  timeout: 120_000,
}, async () => {
  const many = Array.from({ length: 1_500 }, (_, at) => `Fact ${at} is about bone number ${at * 7} of the body.`)
  const corpus = await folder({ 'many.md': `---\ntitle: Many\n---\n\n${many.join('\n\n')}\n` })
  const index = await folder()
  const child = spawnProgram(['index', '--corpus', corpus, '--index', index])
  const side = join(index, `building-${child.pid}`)
  const journal = join(side, 'embedded')
  const ended = once(child, 'exit')
  // A vector takes 1.5 kB, its tokens 4 to 6: some 500 of the texts.
  const written = () =>
    existsSync(journal) ? readdirSync(journal).reduce((sum, name) => sum + statSync(join(journal, name)).size, 0) : 0
  while (child.exitCode === null && written() < 3_000_000) await pause(5)
  child.kill('SIGKILL')
  await ended
  const left = join(await folder(), 'journal')
  await cp(journal, left, { recursive: true })
  const held = openJournal(left, `${INDEX_VERSION} ${embedder.modelHash}`, embedder.dimensions)
  onTestFinished(held.close)
  expect(held.size).toBeGreaterThan(256)
  expect(held.size).toBeLessThan(1_500)
  const again = await build(corpus, index)
  expect(again.filter((text) => held.has(text, true))).toEqual([])
  // What the processes had before them when they were left alone may have come to the journal after the copy.
  expect(again.length).toBeGreaterThanOrEqual(1_500 - held.size - 32)

  const fresh = await folder()
  await build(corpus, fresh)
  expect(await readTree(index), 'and the journal is gone').toEqual(await readTree(fresh))
})
