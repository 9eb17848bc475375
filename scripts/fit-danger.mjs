// Fits the danger score to the tuning messages, and shows what it is worth on messages that it was not fitted to.
// usage: npm run fit-danger [-- --write]   (writes src/core/safety/danger/weights.json)
import { readFile, writeFile } from 'node:fs/promises'
import { buildCorpus } from '../dist/core/ingest/build-corpus.js'
import { BUCKETS, featuresOf } from '../dist/core/safety/danger/features.js'
import { dangerPolicy } from '../dist/core/safety/danger/policy.js'
import { plainWords } from '../dist/core/safety/plain-words.js'
import { findRedFlags } from '../dist/core/safety/triage.js'
import { WORDINGS } from '../dist/core/safety/wordings.js'
import { readCorpus } from '../dist/node/corpus-files.js'
import { DEFAULT_MODEL } from '../dist/node/paths.js'
import { loadEmbedder } from '../dist/node/transformers-embedder.js'

const FOLDS = 5
const EPOCHS = 12
/** Missing a danger is worse than a false alarm. */
const WEIGHT_OF_DANGER = 2
const SEEDS = [1, 2, 3]

const rows = await readRows()
const embedder = await loadEmbedder(DEFAULT_MODEL)
for (const row of rows) row.vector = (await embedder.embed([row.text]))[0]
crossValidate()
if (process.argv.includes('--write')) await write({ ...fitBoth(rows), kind: fitKind(rows) })

async function readRows() {
  const { inputs, unanswered } = await readCorpus('corpus')
  const corpus = buildCorpus(inputs, unanswered)
  const harmless = [...corpus.questions.map(({ question }) => question), ...corpus.unanswered]
  const sets = await Promise.all(['safety-tune', 'tune'].map(readSet))
  const all = [
    ...WORDINGS.map(({ text, flag }) => ({ text, isDanger: flag !== null, isCrisis: flag?.kind === 'crisis' })),
    ...harmless.map((text) => ({ text, isDanger: false, isEasy: true })),
    ...sets.flat(),
  ]
  const once = new Map(all.map((row) => [row.text, row]))
  return [...once.values()].map((row) => {
    const sentences = plainWords(row.text)
    return { ...row, features: featuresOf(sentences), rule: findRedFlags(row.text).length > 0 }
  })
}

async function readSet(name) {
  const lines = (await readFile(`tests/evals/${name}.jsonl`, 'utf8')).trim().split('\n')
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ history = [] }) => history.length === 0)
    .map(({ question, notice }) => {
      const isCrisis = notice === 'crisis'
      return { text: question, isDanger: notice === 'emergency' || isCrisis, isCrisis }
    })
}

function crossValidate() {
  const order = shuffled(rows.length, random(7))
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = order.filter((_, at) => at % FOLDS === fold).map((at) => rows[at])
    const rest = order.filter((_, at) => at % FOLDS !== fold).map((at) => rows[at])
    const { words, meaning } = fitBoth(rest)
    const kind = fitKind(rest)
    for (const row of held) {
      row.inWords = scoreOf(row, words)
      row.inMeaning = scoreOf(row, meaning)
      row.soundsLikeCrisis = scoreOf(row, kind) > 0
    }
  }
  const danger = rows.filter(({ isDanger }) => isDanger)
  // Questions of the corpus sound like no danger: they would make the share of false alarms look small.
  const harmless = rows.filter(({ isDanger, isEasy }) => !isDanger && !isEasy)
  const share = (some, test) => (some.filter(test).length / some.length).toFixed(3)
  console.log(`${danger.length} messages of danger, ${harmless.length} harmless; scores from ${FOLDS} folds`)
  console.log('(the rules were written with many of these messages at hand: read their share with that in mind)')
  const isToldApart = ({ soundsLikeCrisis, isCrisis }) => soundsLikeCrisis === isCrisis
  console.log(`crises told from emergencies: ${share(danger, isToldApart)}`)
  console.log('threshold   recall of the score   alarms of the score   recall with rules   alarms with rules')
  for (const threshold of [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]) {
    const alone = ({ inMeaning }) => inMeaning > threshold
    const together = (row) => (row.rule && row.inWords > dangerPolicy.doubt) || alone(row)
    const figures = [share(danger, alone), share(harmless, alone), share(danger, together), share(harmless, together)]
    console.log(`${threshold}`.padEnd(12) + figures.map((figure) => figure.padEnd(20)).join('  '))
  }
}

/** Tells crises from emergencies, among messages of danger. */
function fitKind(some) {
  const danger = some.filter(({ isDanger }) => isDanger)
  return fitAverage(
    danger.map((row) => ({ ...row, isDanger: row.isCrisis })),
    false,
  )
}

function fitBoth(some) {
  return { words: fitAverage(some, false), meaning: fitAverage(some, true) }
}

function fitAverage(some, hasVector) {
  const fits = SEEDS.map((seed) => fitOnce(some, hasVector, seed))
  const mean = (pick) => fits.reduce((sum, one) => sum + pick(one), 0) / fits.length
  return {
    bias: mean(({ bias }) => bias),
    buckets: Float64Array.from({ length: BUCKETS }, (_, at) => mean(({ buckets }) => buckets[at])),
    vector: Float64Array.from({ length: hasVector ? embedder.dimensions : 0 }, (_, at) =>
      mean(({ vector }) => vector[at]),
    ),
  }
}

/** Logistic regression by stochastic gradient descent with AdaGrad's step sizes (Duchi et al., JMLR 12, 2011). */
function fitOnce(some, hasVector, seed) {
  const dimensions = hasVector ? embedder.dimensions : 0
  // Components of unit vectors are small; scaled up, they learn as fast as the words do.
  const gain = Math.sqrt(embedder.dimensions)
  const rate = hasVector ? 0.1 : 0.3
  const shrink = 1e-2
  const next = random(seed)
  const [buckets, bucketSquares] = [new Float64Array(BUCKETS), new Float64Array(BUCKETS).fill(1e-6)]
  const [vector, vectorSquares] = [new Float64Array(dimensions), new Float64Array(dimensions).fill(1e-6)]
  let [bias, biasSquares] = [0, 1e-6]
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffled(some.length, next)) {
      const row = some[at]
      const own = row.features.length === 0 ? 0 : 1 / Math.sqrt(row.features.length)
      let score = bias
      for (const feature of row.features) score += own * buckets[feature]
      for (let d = 0; d < dimensions; d++) score += vector[d] * row.vector[d] * gain
      const chance = 1 / (1 + Math.exp(-score))
      const slope = (chance - (row.isDanger ? 1 : 0)) * (row.isDanger ? WEIGHT_OF_DANGER : 1)
      biasSquares += slope ** 2
      bias -= (rate * slope) / Math.sqrt(biasSquares)
      for (const feature of row.features) {
        const step = slope * own
        bucketSquares[feature] += step ** 2
        buckets[feature] -= (rate * step) / Math.sqrt(bucketSquares[feature])
      }
      for (let d = 0; d < dimensions; d++) {
        const step = slope * row.vector[d] * gain + (shrink / some.length) * vector[d]
        vectorSquares[d] += step ** 2
        vector[d] -= (rate * step) / Math.sqrt(vectorSquares[d])
      }
    }
  }
  return { bias, buckets, vector: vector.map((weight) => weight * gain) }
}

function scoreOf({ features, vector: own }, { bias, buckets, vector }) {
  const words = features.reduce((sum, feature) => sum + buckets[feature], 0)
  return vector.reduce((sum, weight, at) => sum + weight * own[at], bias + words / Math.sqrt(features.length || 1))
}

async function write({ words, meaning, kind }) {
  const round = (value, digits) => Number(value.toFixed(digits))
  const compact = ({ bias, buckets, vector }) => {
    const scale = Number((Math.max(...buckets.map(Math.abs)) / 127).toPrecision(6))
    const steps = [...buckets].map((value) => Math.round(value / scale))
    return { bias: round(bias, 4), scale, buckets: steps, vector: [...vector].map((value) => round(value, 4)) }
  }
  const wordsOnly = (fitted) => {
    const { vector: _, ...rest } = compact(fitted)
    return rest
  }
  const file = new URL('../src/core/safety/danger/weights.json', import.meta.url)
  const all = {
    models: [embedder.modelHash],
    words: wordsOnly(words),
    meaning: compact(meaning),
    kind: wordsOnly(kind),
  }
  await writeFile(file, `${JSON.stringify(all)}\n`)
  console.log('Written: src/core/safety/danger/weights.json')
}

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled(length, next) {
  const order = Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other], order[at]]
  }
  return order
}
