// Fits the weights of a passage's signals (`passages` in src/core/answer/calibration.json) on MedQuAD questions outside
// MedQuAD-2048, other ones than scripts/fit-kinds.mjs learns from. Prints the cross-validated figure; --write stores them.
// usage: npm run fit-passages -- DIR [--keep INDEX] [--write]   (DIR holds medquad.jsonl.gz and medquad-2048.json; INDEX
//        keeps the index of the documents)
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSteps } from '../dist/core/answer/engine.js'
import { loadIndex, openOlder } from '../dist/node/index-store.js'
import { indexCorpus } from '../dist/node/ingest.js'
import { createOnnxMultiplier } from '../dist/node/onnx-multiplier.js'
import { withAllCores } from '../dist/node/parallel-embedder.js'
import { recordInputs } from '../dist/node/parsed-sources.js'
import { DEFAULT_MODEL } from '../dist/node/paths.js'
import { createProgress } from '../dist/node/progress.js'
import { loadEmbedder } from '../dist/node/transformers-embedder.js'
import { drawOthers, toCorpus } from '../tests/bench/medquad-rows.mjs'
import { fitOrder, foldsOf } from './regression.mjs'

const FILE = new URL('../src/core/answer/calibration.json', import.meta.url)
const DRAWN = 1950
const FOLDS = 5
const CANDIDATES = 50
const SIGNALS = ['covered', 'around', 'kind']
/** Logarithms vary some ten times as much as cosines do, and one rate must suit all. */
const UNITS = [1, 1, 10]
/** Hardly any: three weights, two thousand questions. */
const FIT = { ridge: 1e-5, rate: 20, rounds: 600 }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, write: { type: 'boolean' } },
})
const documents = drawOthers(positionals[0]).slice(0, DRAWN)
const corpus = toCorpus(documents)
const embedder = await loadEmbedder(DEFAULT_MODEL)
const index = values.keep ?? (await mkdtemp(join(tmpdir(), 'quotewell-fit-')))
const parsed = { corpus, hash: '0'.repeat(64), parsed: await recordInputs([]) }
const older = await openOlder(index, embedder.modelHash)
const { modelHash } = await withAllCores(embedder, DEFAULT_MODEL, (parallel) =>
  indexCorpus(parsed, index, parallel, createProgress(), older),
)
const loaded = await loadIndex(index, { modelHash })
const steps = createSteps({ ...loaded, embedder, multiplier: await createOnnxMultiplier(embedder.dimensions) })

const examples = []
for (const { id, question } of documents) {
  const read = await steps.readPassages(steps.understand(question, []).searched, CANDIDATES)
  const vectors = read.map(({ signals }) => SIGNALS.map((name, i) => signals[name] / UNITS[i]))
  examples.push({ vectors, right: read.map(({ passage }) => passage.sourceId === id) })
}
const learnable = examples.filter(({ right }) => right.includes(true))
console.log(`${examples.length} questions, the document is among the candidates of ${learnable.length}`)
const heldOut = foldsOf(learnable, FOLDS).flatMap(({ rest, fold }) => {
  const weights = fitOrder(rest, FIT)
  return fold.map((example) => gainOf(weights, example))
})
const nDCG = heldOut.reduce((sum, gain) => sum + gain, 0) / examples.length
const [covered, around, kind] = fitOrder(learnable, FIT).map((weight, i) => weight / UNITS[i])
const passages = { around: round(around / covered), kind: round(kind / covered) }
console.log(`nDCG@10 ${nDCG.toFixed(4)} cross-validated; beside a weight of 1 for covered: ${JSON.stringify(passages)}`)
if (values.write) {
  const calibration = JSON.parse(readFileSync(FILE, 'utf8'))
  writeFileSync(FILE, `${JSON.stringify({ ...calibration, passages }, null, 2)}\n`)
  console.log('Wrote src/core/answer/calibration.json.')
}

function gainOf(weights, { vectors, right }) {
  const fits = vectors.map((vector) => vector.reduce((sum, value, i) => sum + value * weights[i], 0))
  const best = Math.max(...fits.filter((_, i) => right[i]))
  const rank = fits.filter((fit) => fit > best).length
  return rank < 10 ? 1 / Math.log2(rank + 2) : 0
}

function round(weight) {
  return Number(weight.toFixed(3))
}
