import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../../dist/core/answer/engine.js'
import { toEmbeddedText, toPassageTexts, toRows } from '../../dist/core/retrieval/corpus-rows.js'
import { createExactIndex } from '../../dist/core/retrieval/exact-index.js'
import { createApp } from '../../dist/http/app.js'
import { createStartup } from '../../dist/http/startup.js'
import { loadIndex, readVectors } from '../../dist/node/index-store.js'
import { indexCorpus } from '../../dist/node/ingest.js'
import { createOnnxMultiplier } from '../../dist/node/onnx-multiplier.js'
import { withAllCores } from '../../dist/node/parallel-embedder.js'
import { recordInputs } from '../../dist/node/parsed-sources.js'
import { createProgress } from '../../dist/node/progress.js'
import { readSettings } from '../../dist/node/settings.js'
import { loadEmbedder } from '../../dist/node/transformers-embedder.js'
import { readMedquad, toCorpus } from './medquad-rows.mjs'
import { processorTime } from './processor-time.mjs'

const HASH = '0'.repeat(64)
const QUERIES_OF_MESSAGES = 300
const median = (times, at = 0.5) => [...times].sort((a, b) => a - b)[Math.floor(at * times.length)]

/** Texts of the bare embedding that are asked for together. */
const PART = 2_048

/** Queries whose nearest rows are compared with those of exact search. */
const COMPARED = 300

/**
 * Text that nobody here wrote, without reader questions: MedQuAD answers as documents, their questions as queries, one
 * relevant document each, nDCG@10 through POST /api/search.
 * @param {string} folder holds medquad.jsonl.gz and medquad-2048.json
 * @param {{all?: boolean, keep?: string}} options all: every answer as a document, not only those of the 2,048 ids;
 *   keep: folder for the index, so that a build that was broken off goes on, and a whole one is only searched
 */
export async function benchMedquad(folder, { all = false, keep } = {}) {
  const { model } = readSettings(process.env)
  const embedder = await loadEmbedder(model)
  const { documents, queries } = readTask(folder, all)
  const corpus = toCorpus(documents)
  const texts = [...new Set([...toRows(corpus).map(toEmbeddedText), ...toPassageTexts(corpus)])]
  const index = keep ?? (await mkdtemp(join(tmpdir(), 'quotewell-medquad-')))
  const isWhole = await holds(index, embedder, documents.length)
  const building = isWhole ? {} : await measureBuild({ corpus, texts, index, embedder, model })
  const opened = openElsewhere(index, model)
  const loaded = await loadIndex(index, embedder)
  const searched = await measureSearch(loaded, await readValues(index, loaded), embedder, queries)
  if (keep === undefined) await rm(index, { recursive: true })
  const multiplier = await createOnnxMultiplier(embedder.dimensions)
  const engine = createEngine({ ...loaded, embedder, multiplier })
  const app = createApp({ startup: createStartup(Promise.resolve(engine)) })

  const ranks = []
  const times = []
  for (const { id, question } of queries) {
    const asked = performance.now()
    const { passages } = await post(app, '/api/search', { query: question, limit: 50 })
    times.push(performance.now() - asked)
    ranks.push([...new Set(passages.map(({ sourceId }) => sourceId))].indexOf(id))
  }
  const gains = ranks.map((rank) => (rank >= 0 && rank < 10 ? 1 / Math.log2(rank + 2) : 0))
  const chats = []
  for (const { question } of queries.slice(0, QUERIES_OF_MESSAGES)) {
    const asked = performance.now()
    await post(app, '/api/chat', { message: question })
    chats.push(performance.now() - asked)
  }
  return {
    documents: documents.length,
    queries: queries.length,
    rows: toRows(corpus).length,
    'texts embedded': texts.length,
    'nDCG@10': (gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toFixed(4),
    'P@1': (ranks.filter((rank) => rank === 0).length / ranks.length).toFixed(4),
    ...building,
    'load, s': opened.seconds.toFixed(1),
    'memory of the index in use, MB': Math.round(opened.megabytes),
    'resident memory with the model, MB': Math.round(opened.total),
    'nearest rows: recall@10': searched.recall.toFixed(4),
    'nearest rows: ms p50, p95': `${median(searched.times).toFixed(2)}, ${median(searched.times, 0.95).toFixed(2)}`,
    'search, ms p50': median(times).toFixed(1),
    'chat message, ms p50': median(chats).toFixed(1),
    'chat message, ms p95': median(chats, 0.95).toFixed(1),
  }
}

/** Whether a folder holds an index of so many sources, made by this model. */
async function holds(folder, embedder, sources) {
  const { manifest, close } = await loadIndex(folder, embedder).catch(() => ({ manifest: null, close() {} }))
  close()
  return manifest?.counts.sources === sources
}

/** The build against the bare embedding of its texts, each on all cores; the latter before and after, as cores slow down and recover. */
async function measureBuild({ corpus, texts, index, embedder, model }) {
  const progress = createProgress()
  const { before, build, peak, after } = await withAllCores(embedder, model, async (parallel) => {
    // The processes load their models before the clock runs.
    await parallel.embed(texts.slice(0, 256))
    const before = await measure(() => embedAll(parallel, texts, progress))
    const parsed = { corpus, hash: HASH, parsed: await recordInputs([]) }
    const build = await measure(() => indexCorpus(parsed, index, parallel, progress))
    const peak = process.resourceUsage().maxRSS
    return { before, build, peak, after: await measure(() => embedAll(parallel, texts, progress)) }
  })
  const bare = {
    seconds: (before.seconds + after.seconds) / 2,
    processor: (before.processor + after.processor) / 2,
  }
  return {
    'build, s': build.seconds.toFixed(1),
    'bare embedding on all cores, s': `${bare.seconds.toFixed(1)} (${before.seconds.toFixed(1)} before, ${after.seconds.toFixed(1)} after)`,
    'build / bare embedding': (build.seconds / bare.seconds).toFixed(2),
    'the same in processor time': `${(build.processor / bare.processor).toFixed(2)} (${build.processor.toFixed(0)} / ${bare.processor.toFixed(0)} s)`,
    'peak memory of the building process, MB': Math.round(peak / 1024),
  }
}

function readTask(folder, all) {
  const { rows, first, ids } = readMedquad(folder)
  const queries = ids.map((id) => first.get(id))
  return { queries, documents: all ? rows : [...new Set(ids)].map((id) => first.get(id)) }
}

/** Two parts at a time, so that no process waits between them, and what is done is dropped: a build holds no more either. */
async function embedAll(embedder, texts, progress) {
  let [next, done] = [0, 0]
  const go = async () => {
    while (next < texts.length) {
      const part = texts.slice(next, next + PART)
      next += part.length
      await embedder.embed(part)
      done += part.length
      progress.report('Bare embedding', done, texts.length)
    }
  }
  await Promise.all([go(), go()])
}

/** By the clock and in processor time, children's too. */
async function measure(work) {
  const [started, before] = [performance.now(), processorTime()]
  await work()
  return { seconds: (performance.now() - started) / 1000, processor: processorTime() - before }
}

/** In a process of its own, so that its memory is the index's alone. */
function openElsewhere(index, model) {
  const script = new URL('open-index.mjs', import.meta.url).pathname
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, index, model]).toString())
}

async function readValues(index, { manifest, vectors }) {
  const { dimensions } = manifest.settings
  const vectorOf = await readVectors(index, manifest)
  const values = new Float32Array(vectors.size * dimensions)
  for (let row = 0; row < vectors.size; row++) values.set(vectorOf(row), row * dimensions)
  return values
}

/** The 10 nearest rows against exact search; one as near as the tenth is as good as it. */
async function measureSearch({ vectors, manifest }, values, embedder, queries) {
  const exact = createExactIndex(values, manifest.settings.dimensions)
  const asked = await embedder.embed(queries.slice(0, COMPARED).map(({ question }) => question))
  const times = []
  let found = 0
  for (const vector of asked) {
    const started = performance.now()
    const near = await vectors.nearest(vector, 10)
    times.push(performance.now() - started)
    const tenth = (await exact.nearest(vector, 10)).at(-1).similarity
    found += near.filter(({ similarity }) => similarity >= tenth - 1e-6).length
  }
  return { recall: found / (10 * asked.length), times }
}

async function post(app, path, body) {
  const headers = { 'content-type': 'application/json' }
  const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`${path}: HTTP ${response.status}`)
  return response.json()
}
