// What each lever is worth: one at a time off, everything else as it is, on the kept-back questions.
// usage: npm run ablate
// A lever is taken away from the parts that the engine is made of, so that the product needs no switch for it. Hits are
// counted on the quotes chosen, before the engine decides whether the sources tell; nothing is fitted again.
import { readFileSync } from 'node:fs'
import calibration from '../../dist/core/answer/calibration.json' with { type: 'json' }
import { isConfident } from '../../dist/core/answer/confidence.js'
import { createSteps } from '../../dist/core/answer/engine.js'
import { openParts } from '../../dist/node/open-engine.js'
import { createProgress } from '../../dist/node/progress.js'
import { readSettings } from '../../dist/node/settings.js'
import { withoutQuestions, withoutRows } from './levers.mjs'
import { holdsEvidence } from './score.mjs'

const parts = await openParts(readSettings(process.env), createProgress())
const questions = readFileSync(new URL('kept-back.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const withSignals = async (change, run) => {
  const { weights } = calibration
  const before = structuredClone(weights)
  change(weights)
  await run()
  for (const key of ['told', 'asked']) Object.assign(weights[key], before[key])
}
const zero = (key) => (weights) => {
  weights.told[key] = 0
  weights.asked[key] = 0
}
const same = { parts, change: () => {}, history: true }
const LEVERS = {
  'everything on': same,
  'reader questions off': { ...same, parts: withoutRows(parts, 'question') },
  'unanswered questions off': { ...same, parts: withoutRows(parts, 'unanswered') },
  'both lists of questions off': { ...same, parts: withoutQuestions(parts) },
  'late interaction off': { ...same, change: zero('late') },
  'dense signal off': { ...same, change: zero('dense') },
  'lexical signal off': { ...same, change: zero('lexical') },
  'lexical search off': {
    ...same,
    parts: { ...parts, lexical: { ...parts.lexical, search: () => [] } },
    change: zero('lexical'),
  },
  'spelling off': { ...same, parts: { ...parts, embedder: { ...parts.embedder, isWord: () => true } } },
  'earlier turns off': { ...same, history: false },
}

const share = (hits) => (hits.length === 0 ? '–' : (hits.filter(Boolean).length / hits.length).toFixed(3))
console.log('| lever | hit@1 | hit@3 | follow-up hit@3 | coverage | refusal |\n|---|---|---|---|---|---|')
for (const [name, { parts: made, change, history }] of Object.entries(LEVERS)) {
  const first = []
  const third = []
  const followed = []
  const covered = []
  const refused = []
  await withSignals(change, async () => {
    const { understand, retrieve, select, quote } = createSteps(made)
    for (const row of questions) {
      const { texts } = understand(row.question, history ? (row.history ?? []) : [])
      const retrieval = await retrieve(texts)
      const choices = select(retrieval.candidates, 3)
      const quotes = quote(choices, texts[0], retrieval)
      const isAnswered = quotes.length > 0 && isConfident(choices[0].candidate, quotes[0].score)
      const hits = quotes.map((one) => holdsEvidence(one, row))
      if (row.kind === 'answer') first.push(hits[0])
      if (row.kind === 'answer') third.push(hits.includes(true))
      if (row.kind === 'follow_up') followed.push(hits.includes(true))
      if (row.kind === 'answer' || row.kind === 'follow_up') covered.push(isAnswered)
      if (row.kind === 'no_answer') refused.push(!isAnswered)
    }
  })
  console.log(`| ${[name, share(first), share(third), share(followed), share(covered), share(refused)].join(' | ')} |`)
}
