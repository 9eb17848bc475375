// Loads an index in a process of its own and tells how long it took and what memory it holds.
// usage: node --expose-gc tests/bench/open-index.mjs FOLDER MODEL
import { createEngine } from '../../dist/core/answer/engine.js'
import { loadIndex } from '../../dist/node/index-store.js'
import { createOnnxMultiplier } from '../../dist/node/onnx-multiplier.js'
import { loadEmbedder } from '../../dist/node/transformers-embedder.js'

const [, , folder, model] = process.argv
const embedder = await loadEmbedder(model)
globalThis.gc()
const before = process.memoryUsage().rss
const started = performance.now()
const loaded = await loadIndex(folder, { modelHash: embedder.modelHash })
const engine = createEngine({ ...loaded, embedder, multiplier: await createOnnxMultiplier(embedder.dimensions) })
const seconds = (performance.now() - started) / 1000
await engine.search('What is it?', 10)
globalThis.gc()
const { rss } = process.memoryUsage()
console.log(JSON.stringify({ seconds, megabytes: (rss - before) / 2 ** 20, total: rss / 2 ** 20 }))
