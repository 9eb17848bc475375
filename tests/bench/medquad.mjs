import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createEngine } from '../../dist/core/answer/engine.js'
import { buildCorpus } from '../../dist/core/ingest/build-corpus.js'
import { toEmbeddedText, toPassageTexts, toRows } from '../../dist/core/retrieval/corpus-rows.js'
import { createApp } from '../../dist/http/app.js'
import { createStartup } from '../../dist/http/startup.js'
import { loadIndex } from '../../dist/node/index-store.js'
import { indexCorpus } from '../../dist/node/ingest.js'
import { createOnnxMultiplier } from '../../dist/node/onnx-multiplier.js'
import { createProgress } from '../../dist/node/progress.js'
import { readSettings } from '../../dist/node/settings.js'
import { loadEmbedder } from '../../dist/node/transformers-embedder.js'

const HASH = '0'.repeat(64)
const QUERIES_OF_MESSAGES = 300
const median = (times, at = 0.5) => [...times].sort((a, b) => a - b)[Math.floor(at * times.length)]

/**
 * Text that nobody here wrote, without reader questions: MedQuAD answers as documents, their questions as queries, one
 * relevant document each, nDCG@10 through POST /api/search.
 * @param {string} folder holds medquad.jsonl.gz and medquad-2048.json
 * @param {{all?: boolean}} options all: every answer as a document, not only those of the 2,048 ids
 */
export async function benchMedquad(folder, { all = false } = {}) {
  const embedder = await loadEmbedder(readSettings(process.env).model)
  const { documents, queries } = readMedquad(folder, all)
  const corpus = toCorpus(documents)
  const texts = [...new Set([...toRows(corpus).map(toEmbeddedText), ...toPassageTexts(corpus)])]
  const bare = all ? null : await measureEmbedding(embedder, texts)

  const index = await mkdtemp(join(tmpdir(), 'quotewell-medquad-'))
  const started = performance.now()
  const { modelHash } = await indexCorpus(corpus, HASH, index, embedder, createProgress())
  const build = (performance.now() - started) / 1000
  const loaded = await loadIndex(index, { modelHash, corpusHash: HASH })
  await rm(index, { recursive: true })
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
    'texts embedded': texts.length,
    'nDCG@10': (gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toFixed(4),
    'P@1': (ranks.filter((rank) => rank === 0).length / ranks.length).toFixed(4),
    'build, s': build.toFixed(1),
    ...(bare ? { 'build / bare embedding': (build / bare).toFixed(2) } : {}),
    'search, ms p50': median(times).toFixed(1),
    'chat message, ms p50': median(chats).toFixed(1),
    'chat message, ms p95': median(chats, 0.95).toFixed(1),
  }
}

function readMedquad(folder, all) {
  const byId = new Map()
  for (const line of gunzipSync(readFileSync(join(folder, 'medquad.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')) {
    const row = JSON.parse(line)
    if (!byId.has(row.id)) byId.set(row.id, row)
  }
  const drawn = JSON.parse(readFileSync(join(folder, 'medquad-2048.json'), 'utf8'))
  const ids = [...new Set(Array.isArray(drawn) ? drawn : drawn.ids)]
  const places = new Map([...byId.keys()].map((id, at) => [id, `m${at}`]))
  const named = (id) => ({ ...byId.get(id), id: places.get(id) })
  const queries = (Array.isArray(drawn) ? drawn : drawn.ids).map(named)
  return { queries, documents: (all ? [...byId.keys()] : ids).map(named) }
}

/** The answer text alone: a source must have a title, but here it is taken away again. */
function toCorpus(documents) {
  const inputs = documents.map(({ id, answer }) => ({ id, markdown: `---\ntitle: none\n---\n\n${answer}` }))
  const corpus = buildCorpus(inputs)
  return { ...corpus, sources: corpus.sources.map((source) => ({ ...source, title: '' })) }
}

async function measureEmbedding(embedder, texts) {
  const started = performance.now()
  for (let from = 0; from < texts.length; from += 128) await embedder.embed(texts.slice(from, from + 128))
  return (performance.now() - started) / 1000
}

async function post(app, path, body) {
  const headers = { 'content-type': 'application/json' }
  const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status !== 200) throw new Error(`${path}: HTTP ${response.status}`)
  return response.json()
}
