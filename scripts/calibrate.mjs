// Fits the weights of the signals and the probability that a quote answers, on the questions in tests/evals that are
// for tuning; never reads the kept-back ones. Prints cross-validated figures; --write stores src/core/answer/calibration.json
// and draws docs/reliability.svg; --keep-order leaves the weights of the signals as they are.
// usage: npm run calibrate [-- --write] [-- --keep-order]
import { readFileSync, writeFileSync } from 'node:fs'
import { createClueFinder } from '../dist/core/answer/confidence.js'
import { createSteps } from '../dist/core/answer/engine.js'
import { openParts } from '../dist/node/open-engine.js'
import { createProgress } from '../dist/node/progress.js'
import { readSettings } from '../dist/node/settings.js'
import { withoutQuestions } from '../tests/evals/levers.mjs'
import { holdsEvidence } from '../tests/evals/score.mjs'
import { groupedFolds, groupsOf } from './groups.mjs'
import { fitLogistic, fitOrder, predict } from './regression.mjs'
import { binByProbability, drawReliability } from './reliability.mjs'

const FILE = new URL('../src/core/answer/calibration.json', import.meta.url)
const CURVE = new URL('../docs/reliability.svg', import.meta.url)
const calibration = JSON.parse(readFileSync(FILE, 'utf8'))
const SETS = ['dev', 'tune']
const KINDS = ['answer', 'follow_up', 'no_answer']
const SIGNALS = [
  'told.dense',
  'told.late',
  'told.lexical',
  'asked.dense',
  'asked.late',
  'asked.lexical',
  'around',
  'support',
  'unasked',
]
const CLUES = Object.keys(calibration.confidence.asked.weights)
/** What these clues count can only speak against an answer; the others only for it. */
const AGAINST = [
  'unanswered',
  'unansweredLate',
  'unansweredShare',
  'unansweredCommon',
  'surplus',
  'unseen',
  'wording',
  'noFigure',
  'shortfall',
]
const SIGNS = CLUES.map((name) => (AGAINST.includes(name) ? -1 : 1))
const FOLDS = 5
/** Candidates of a question that are learnt from: the others are far off. */
const LEARNT = 40

const parts = await openParts(readSettings(process.env), createProgress())
const steps = createSteps(parts)
const questions = SETS.flatMap((set) =>
  readFileSync(new URL(`../tests/evals/${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
).filter(({ kind }) => KINDS.includes(kind))

const read = async (question, { understand, retrieve } = steps) => {
  const { texts } = understand(question.question, question.history ?? [])
  return { question, asked: texts[0], retrieval: await retrieve(texts) }
}
const quoted = (candidates) => steps.select(candidates, 3)
const textOf = ({ candidate, start, end }) => steps.sources.get(candidate.passage.sourceId).text.slice(start, end)

/** The signals of a candidate in the order of SIGNALS. */
const toSignals = ({ signals: { told, asked, support, around } }) => {
  const stand = asked ?? told
  return [told.dense, told.late, told.lexical, stand.dense, stand.late, stand.lexical, around, support, asked ? 0 : -1]
}

const examples = []
for (const question of questions) examples.push(await read(question))
const ordered = examples
  .filter(({ question }) => question.kind !== 'no_answer')
  .map(({ question, retrieval: { candidates } }) => {
    const near = candidates.slice(0, LEARNT)
    const right = near.map((candidate) =>
      holdsEvidence({ text: textOf(quoted([candidate, ...candidates])[0]) }, question),
    )
    return { question, vectors: near.map(toSignals), right }
  })
/** Questions on one passage, or in nearly the same words, are learnt from together or held out together. */
const passageOf = (piece) => {
  const bare = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return parts.corpus.passages.find(({ sourceId, start, end }) =>
    bare(steps.sources.get(sourceId).text.slice(start, end)).includes(bare(piece)),
  )?.id
}
const groups = groupsOf(
  examples.map(({ question, retrieval }) => ({
    vector: retrieval.embeddings[0].vector,
    keys: (question.evidence ?? []).slice(0, 1).map((piece) => passageOf(piece) ?? piece),
  })),
)
const groupById = new Map(examples.map(({ question }, at) => [question.id, groups[at]]))
const groupOf = ({ question }) => groupById.get(question.id)
console.log(`${examples.length} questions in ${new Set(groups).size} groups`)

const learnable = ordered.filter(({ right }) => right.includes(true))
/** At a sum of 1, so that a fit is about 0 to 1. */
const normalise = (weights) => weights.map((weight) => weight / weights.reduce((sum, one) => sum + one, 0))
const firstIsRight = (weights, { vectors, right }) => {
  const fits = vectors.map((vector) => vector.reduce((sum, value, i) => sum + value * weights[i], 0))
  return right[fits.indexOf(Math.max(...fits))]
}
const share = (hits) => (hits.filter(Boolean).length / hits.length).toFixed(3)
const heldOut = groupedFolds(learnable, FOLDS, groupOf).flatMap(({ rest, fold }) => {
  const weights = fitOrder(rest)
  return fold.map((example) => firstIsRight(weights, example))
})
const weights = normalise(fitOrder(learnable))
console.log(
  `order: right first ${share(heldOut)} cross-validated, ${share(learnable.map((one) => firstIsRight(weights, one)))} fitted`,
)
const list = (names, values) =>
  console.log(names.map((name, i) => `  ${name.padEnd(14)} ${values[i].toFixed(3)}`).join('\n'))
list(SIGNALS, weights)

const toClued = ({ question, asked, retrieval }, { vocabulary } = steps) => {
  const best = quoted(retrieval.candidates)
  const [first] = best
  const clues = createClueFinder(asked, retrieval, vocabulary)(first.candidate, textOf(first))
  const isFound = best.some((choice) => holdsEvidence({ text: textOf(choice) }, question))
  return { question, vector: CLUES.map((name) => clues[name]), isFound }
}
const answerable = examples
  .map((one) => toClued(one))
  .map((one) => ({ ...one, right: one.question.kind !== 'no_answer' }))

/** The same corpus as somebody has it who writes no lists of questions; what it then doesn't find, it must not answer. */
const bare = createSteps(withoutQuestions(parts))
const alone = []
for (const question of questions) alone.push(toClued(await read(question, bare), bare))
const found = alone.map((one) => ({ ...one, right: one.isFound }))

/** @param leastCoverage the threshold refuses as many questions as it can at this coverage, both cross-validated */
const fitConfidence = (name, clued, leastCoverage) => {
  const probabilities = new Map(
    groupedFolds(clued, FOLDS, groupOf).flatMap(({ rest, fold }) => {
      const model = fitLogistic(rest, SIGNS)
      return fold.map((example) => [example, predict(model, example.vector)])
    }),
  )
  const rate = (right, test) => {
    const some = clued.filter((example) => example.right === right)
    return some.filter((example) => test(probabilities.get(example))).length / some.length
  }
  const balance = (at) => ({ coverage: rate(true, (p) => p >= at), refusal: rate(false, (p) => p < at) })
  const thresholds = Array.from({ length: 95 }, (_, i) => (i + 3) / 100)
  const threshold = thresholds.findLast((at) => balance(at).coverage >= leastCoverage) ?? thresholds[0]
  const { coverage, refusal } = balance(threshold)
  const model = fitLogistic(clued, SIGNS)
  console.log(`${name}: at ${threshold} coverage ${coverage.toFixed(3)}, refusal ${refusal.toFixed(3)} cross-validated`)
  list([...CLUES, 'bias'], [...model.weights, model.bias])
  console.log('  reliability, cross-validated: probability, questions, share right')
  const bins = binByProbability(clued.map((one) => ({ probability: probabilities.get(one), right: one.right })))
  for (const { from, to, count, right } of bins) {
    console.log(`  ${from.toFixed(1)}-${to.toFixed(1)} ${String(count).padStart(4)} ${right.toFixed(3)}`)
  }
  return { threshold, model, probabilities, bins }
}
const asked = fitConfidence('with reader questions', answerable, 0.984)
const told = fitConfidence('without any list of questions', found, 0.9)

if (process.argv.includes('--show')) {
  for (const example of answerable) {
    const p = asked.probabilities.get(example)
    if (p >= asked.threshold !== example.right)
      console.log(
        p.toFixed(2),
        example.right ? 'withheld' : 'leaked',
        example.question.id,
        example.question.question,
        example.vector.map((x) => x.toFixed(2)).join(' '),
      )
  }
}

if (process.argv.includes('--write')) {
  const round = (number) => Number(number.toFixed(4))
  const at = (name) => round(weights[SIGNALS.indexOf(name)])
  const row = (name) => ({ dense: at(`${name}.dense`), late: at(`${name}.late`), lexical: at(`${name}.lexical`) })
  const order = {
    told: row('told'),
    asked: row('asked'),
    around: at('around'),
    support: at('support'),
    unasked: at('unasked'),
  }
  const store = ({ model, threshold }) => ({
    bias: round(model.bias),
    weights: Object.fromEntries(CLUES.map((name, i) => [name, round(model.weights[i])])),
    threshold,
  })
  const stored = {
    ...calibration,
    ...(process.argv.includes('--keep-order') ? {} : { weights: order }),
    confidence: { asked: store(asked), told: store(told) },
  }
  writeFileSync(FILE, `${JSON.stringify(stored, null, 2)}\n`)
  writeFileSync(CURVE, drawReliability(asked.bins))
  console.log('Wrote src/core/answer/calibration.json. The clues depend on the weights: run again until both stand.')
}
