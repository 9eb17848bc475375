// Fits the danger score to the tuning messages, and shows what it is worth on messages that it was not fitted to.
// usage: npm run fit-danger               shows the figures, some 10 minutes
//        npm run fit-danger -- --new ID   shows them for the messages of safety-tune from ID on, fitted without these
//        npm run fit-danger -- --write    writes src/core/safety/danger/weights.json
import { readFile, writeFile } from 'node:fs/promises'
import { buildCorpus } from '../dist/core/ingest/build-corpus.js'
import { BUCKETS, featuresOf } from '../dist/core/safety/danger/features.js'
import { meaningOf } from '../dist/core/safety/danger/meaning.js'
import { plainWords } from '../dist/core/safety/plain-words.js'
import { findRedFlags } from '../dist/core/safety/triage.js'
import { WORDINGS } from '../dist/core/safety/wordings.js'
import { readCorpus } from '../dist/node/corpus-files.js'
import { DEFAULT_MODEL } from '../dist/node/paths.js'
import { loadEmbedder } from '../dist/node/transformers-embedder.js'
import { averageOf, fitDanger, random, scoreOf, shuffled } from './danger-network.mjs'

const FOLDS = 5
/** Units of each fit's layer; 32 to 64 tried, more gained nothing. */
const HIDDEN = 32
/** How much of the words' own score the score with the meaning takes in; 0 to 0.8 tried. */
const SHARE_OF_WORDS = 0.2
/** A score is the mean of a fit from each. */
const SEEDS = [1, 2]
/** Messages nearer to each other than this (cosine) stand in one fold: one of them would tell the other's answer. */
const SAME = 0.9
const ALARMS = [0, 0.5, 1, 1.5, 2, 2.5, 3]
const ALARMS_WITH_RULE = [-1, 0, 1]
const DOUBTS = [-2, -0.5, 0.5, 1]

const rows = await readRows()
const embedder = await loadEmbedder(DEFAULT_MODEL)
for (const row of rows) row.vector = meaningOf((await embedder.embedTokens([row.text]))[0])
if (process.argv.includes('--write')) await write({ ...fitBoth(rows), kind: fitKind(rows) })
else if (process.argv.includes('--new')) tryOn(process.argv.at(-1))
else crossValidate()

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
    .map(({ id, question, notice }) => {
      const isCrisis = notice === 'crisis'
      return { id, text: question, isDanger: notice === 'emergency' || isCrisis, isCrisis }
    })
}

/** Rows in FOLDS parts, those that are alike in one. */
function foldsOf(some) {
  const groups = groupAlike(some)
  const folds = Array.from({ length: FOLDS }, () => [])
  shuffled(groups.length, random(7)).forEach((at, turn) => {
    folds[turn % FOLDS].push(...groups[at])
  })
  return folds
}

function groupAlike(some) {
  const { dimensions } = embedder
  const groupOf = new Map()
  for (const [at, row] of some.entries()) {
    const near = some.slice(0, at).filter((other) => {
      let cosine = 0
      for (let d = 0; d < dimensions; d++) cosine += row.vector[d] * other.vector[d]
      return cosine > SAME
    })
    const group = [...new Set(near.map((other) => groupOf.get(other)))].flat()
    group.push(row)
    for (const one of group) groupOf.set(one, group)
  }
  return [...new Set(groupOf.values())]
}

function crossValidate() {
  const folds = foldsOf(rows)
  for (const held of folds) {
    const rest = folds.flatMap((fold) => (fold === held ? [] : fold))
    hear(held, rest)
  }
  console.log(`scores from ${FOLDS} folds; the rules were written with most of these messages at hand`)
  show(rows)
}

/** @param first id of the first message of the tuning set that counts as new */
function tryOn(first) {
  const from = rows.findIndex(({ id }) => id === first)
  if (from < 0) throw new Error(`No message of the tuning set has the id ${first}.`)
  const isNew = ({ id }, at) => at >= from && id?.startsWith('safe-tune')
  const held = rows.filter(isNew)
  const known = rows.filter((row, at) => !isNew(row, at))
  hear(held, known)
  console.log(`messages from ${first} on, with scores that were fitted to the others`)
  show(held)
}

function hear(held, rest) {
  const { words, meaning } = fitBoth(rest)
  const kind = fitKind(rest)
  for (const row of held) {
    row.inWords = scoreOf(row, words)
    row.inMeaning = scoreOf(row, meaning)
    row.soundsLikeCrisis = scoreOf(row, kind) > 0
  }
}

function show(some) {
  const danger = some.filter(({ isDanger }) => isDanger)
  // Questions of the corpus sound like no danger: they would make the share of false alarms look small.
  const harmless = some.filter(({ isDanger, isEasy }) => !isDanger && !isEasy)
  const share = (of, test) => (of.filter(test).length / of.length).toFixed(3)
  console.log(`${danger.length} messages of danger, ${harmless.length} harmless`)
  console.log(`rules alone: recall ${share(danger, ({ rule }) => rule)}, alarms ${share(harmless, ({ rule }) => rule)}`)
  const isToldApart = ({ soundsLikeCrisis, isCrisis }) => soundsLikeCrisis === isCrisis
  console.log(`crises told from emergencies: ${share(danger, isToldApart)}`)
  for (const at of [0.01, 0.02, 0.05])
    console.log(`recall of a score alone at ${at} alarms: ${recallsAt(at, danger, harmless)}`)
  const pair = (test) => `${share(danger, test)} / ${share(harmless, test)}`
  console.log('\nrecall / alarms, by `alarm` (rows), `alarmWithRule` and `doubt` of the policy')
  const others = ALARMS_WITH_RULE.flatMap((withRule) => DOUBTS.map((doubt) => ({ withRule, doubt })))
  console.log(['', 'score alone', ...others.map(({ withRule, doubt }) => `${withRule}, ${doubt}`)].map(cell).join(''))
  for (const alarm of ALARMS) {
    const alone = ({ inMeaning }) => inMeaning > alarm
    const both = others.map(({ withRule, doubt }) =>
      pair((row) => alone(row) || (row.rule && (row.inWords > doubt || row.inMeaning > withRule))),
    )
    console.log([alarm, pair(alone), ...both].map(cell).join(''))
  }
}

/** Of the words' score and of the meaning's. */
function recallsAt(alarms, danger, harmless) {
  return ['inWords', 'inMeaning']
    .map((score) => {
      const [limit] = harmless
        .map((row) => row[score])
        .sort((one, other) => other - one)
        .slice(Math.floor(alarms * harmless.length))
      const found = danger.filter((row) => row[score] > limit).length
      return `${(found / danger.length).toFixed(3)} (${score})`
    })
    .join(', ')
}

function cell(value) {
  return `${value}`.padEnd(16)
}

/** Tells crises from emergencies, among messages of danger. */
function fitKind(some) {
  const danger = some.filter(({ isDanger }) => isDanger)
  return fitAverage(
    danger.map((row) => ({ ...row, isDanger: row.isCrisis })),
    0,
  )
}

function fitBoth(some) {
  const words = fitAverage(some, 0)
  const meaning = fitAverage(some, HIDDEN)
  // The score of the words alone errs elsewhere. Both are sums over the same words, so that theirs is added once, here.
  meaning.bias += SHARE_OF_WORDS * words.bias
  meaning.buckets = meaning.buckets.map((weight, bucket) => weight + SHARE_OF_WORDS * words.buckets[bucket])
  return { words, meaning }
}

function fitAverage(some, hidden) {
  return averageOf(SEEDS.map((seed) => fitDanger(some, { buckets: BUCKETS, hidden, seed })))
}

async function write({ words, meaning, kind }) {
  const file = new URL('../src/core/safety/danger/weights.json', import.meta.url)
  const all = {
    models: [embedder.modelHash],
    words: compactWords(words),
    meaning: { ...compactWords(meaning), layer: compactLayer(meaning.layer) },
    kind: compactWords(kind),
  }
  await writeFile(file, `${JSON.stringify(all)}\n`)
  console.log('Written: src/core/safety/danger/weights.json')
}

function compactWords({ bias, buckets }) {
  const { scale, steps } = toSteps(buckets)
  return { bias: round(bias), scale, buckets: steps }
}

function compactLayer({ weights, biases, outputs }) {
  const size = weights.length / outputs.length
  const units = Array.from(outputs, (_, unit) => toSteps(weights.slice(unit * size, (unit + 1) * size)))
  return {
    scales: units.map(({ scale }) => scale),
    weights: units.flatMap(({ steps }) => steps),
    biases: Array.from(biases, round),
    outputs: Array.from(outputs, round),
  }
}

/** As whole numbers of a signed byte; the largest takes the whole of it. */
function toSteps(values) {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = Number((largest / 127).toPrecision(6))
  return { scale, steps: Array.from(values, (value) => Math.round(value / scale)) }
}

function round(value) {
  return Number(value.toPrecision(5))
}
