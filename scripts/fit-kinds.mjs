// Fits the two classifiers of src/core/answer/question-kinds.json, which tell the kind of a question and the kind that a
// passage answers, on MedQuAD questions and answers outside MedQuAD-2048. Prints how often they are right on diseases that
// they were not fitted to; --write stores them.
// usage: npm run fit-kinds -- DIR [--write]   (DIR holds medquad.jsonl.gz and medquad-2048.json)
import { writeFileSync } from 'node:fs'
import { toPassageTexts } from '../dist/core/retrieval/corpus-rows.js'
import { withAllCores } from '../dist/node/parallel-embedder.js'
import { DEFAULT_MODEL } from '../dist/node/paths.js'
import { loadEmbedder } from '../dist/node/transformers-embedder.js'
import { drawOthers, toCorpus } from '../tests/bench/medquad-rows.mjs'
import { fitSoftmax, mostLikely } from './softmax.mjs'

const FILE = new URL('../src/core/answer/question-kinds.json', import.meta.url)
/** The documents before these are left to `scripts/fit-passages.mjs`. */
const DRAWN = [1950, 3900]
/** A kind with fewer questions is not learnt. */
const FEWEST = 5

const folder = process.argv[2]
const documents = drawOthers(folder).slice(...DRAWN)
const countOf = (kind) => documents.filter(({ type }) => type === kind).length
const kinds = [...new Set(documents.map(({ type }) => type))].filter((kind) => countOf(kind) >= FEWEST).sort()
const known = documents.filter(({ type }) => kinds.includes(type))
const corpus = toCorpus(known)
const byId = new Map(known.map((document) => [document.id, document]))

const embedder = await loadEmbedder(DEFAULT_MODEL)
const { questions, passages } = await withAllCores(embedder, DEFAULT_MODEL, async (parallel) => ({
  questions: await parallel.embed(known.map(({ question }) => question)),
  passages: await parallel.embed(toPassageTexts(corpus)),
}))
const toExample = (vector, { type, focus }) => ({ vector, label: kinds.indexOf(type), focus: focus.toLowerCase() })
const asked = questions.map((vector, at) => toExample(vector, known[at]))
const answering = passages.map((vector, at) => toExample(vector, byId.get(corpus.passages[at].sourceId)))
console.log(`${kinds.length} kinds: ${kinds.join(', ')}`)

const question = learn('question', asked, 1e-4)
const passage = learn('passage', answering, 3e-5)
if (process.argv.includes('--write')) {
  writeFileSync(FILE, `${JSON.stringify({ models: [embedder.modelHash], kinds, question, passage })}\n`)
  console.log('Wrote src/core/answer/question-kinds.json. Now fit the weights: npm run fit-passages')
}

function learn(name, examples, ridge) {
  const foci = [...new Set(examples.map(({ focus }) => focus))]
  const held = new Set(foci.filter((_, at) => at % 5 === 0))
  const trial = fitSoftmax(
    examples.filter(({ focus }) => !held.has(focus)),
    kinds.length,
    ridge,
  )
  const unseen = examples.filter(({ focus }) => held.has(focus))
  const right = unseen.filter(({ vector, label }) => mostLikely(trial, vector) === label)
  console.log(
    `${name}: right kind for ${(right.length / unseen.length).toFixed(3)} of ${unseen.length}, other diseases`,
  )
  return pack(fitSoftmax(examples, kinds.length, ridge))
}

/** Weights as whole numbers of one byte. */
function pack({ weights, biases }) {
  const scale = Math.max(...weights.flatMap((row) => [...row].map(Math.abs))) / 127
  return {
    scale: Number(scale.toPrecision(6)),
    biases: [...biases].map((bias) => Number(bias.toFixed(4))),
    weights: weights.map((row) => [...row].map((weight) => Math.round(weight / scale))),
  }
}
