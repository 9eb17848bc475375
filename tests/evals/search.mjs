// How often POST /api/search brings the evidence of a question first, and among the first three passages, on the
// questions of dev and tune that stand alone; with the corpus's lists of questions and without them.
// usage: npm run eval:search
import { readFileSync } from 'node:fs'
import { createEngine } from '../../dist/core/answer/engine.js'
import { openParts } from '../../dist/node/open-engine.js'
import { createProgress } from '../../dist/node/progress.js'
import { readSettings } from '../../dist/node/settings.js'
import { withoutQuestions } from './levers.mjs'
import { holdsEvidence } from './score.mjs'

const LIMIT = 10

const parts = await openParts(readSettings(process.env), createProgress())
const corpora = { 'with reader questions': parts, 'without any list of questions': withoutQuestions(parts) }
for (const [name, corpus] of Object.entries(corpora)) {
  const engine = createEngine(corpus)
  for (const set of ['dev', 'tune']) {
    const places = []
    for (const question of readAnswerable(set)) {
      const passages = await engine.search(question.question, LIMIT)
      places.push(passages.findIndex((passage) => holdsEvidence(passage, question)))
    }
    const share = (test) => (places.filter(test).length / places.length).toFixed(3)
    const [first, firstThree] = [share((place) => place === 0), share((place) => place >= 0 && place < 3)]
    console.log(`${name}, ${set}, ${places.length} questions: hit@1 ${first}, hit@3 ${firstThree}`)
  }
}

function readAnswerable(set) {
  const lines = readFileSync(new URL(`${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'answer')
}
