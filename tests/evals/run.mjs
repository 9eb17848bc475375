// Quality figures: starts the server on a free port, scores every question set, prints a table, writes results/eval.json.
// usage: npm run eval [-- --show] [-- SET ...]      --show lists the questions that missed, but not the kept-back ones
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { openEngine } from '../../dist/node/open-engine.js'
import { createProgress } from '../../dist/node/progress.js'
import { startServer } from '../../dist/node/server.js'
import { readSettings } from '../../dist/node/settings.js'
import { scoreCautions, scoreLanguages } from './notices.mjs'
import { ask, score } from './score.mjs'

const ALL = [
  'dev',
  'tune',
  'kept-back',
  'kept-back-2',
  'kept-back-3',
  'kept-back-4',
  'safety-tune',
  'safety-kept-back',
  'safety-kept-back-2',
]
const named = process.argv.slice(2).filter((one) => ALL.includes(one))
const SETS = named.length > 0 ? named : ALL
const settings = { ...readSettings(process.env), port: 0, host: '127.0.0.1' }
const readSet = (name) =>
  readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const loading = openEngine(settings, createProgress())
const server = await startServer(settings, loading)
await loading
const results = {}
for (const name of SETS) {
  const { figures, misses } = await score(server.url, readSet(name))
  results[name] = figures
  if (process.argv.includes('--show') && !name.includes('kept-back')) console.log(`${name}\n  ${misses.join('\n  ')}`)
}
const notices = {}
const askServer = (row) => ask(server.url, row)
const languages = readSet('languages')
for (const part of ['tune', 'kept-back']) {
  const cautions = await scoreCautions(askServer, readSet(`safety-${part}`))
  const spoken = await scoreLanguages(
    askServer,
    languages.filter((row) => row.part === part),
  )
  notices[part] = { ...cautions.figures, ...spoken.figures }
  if (process.argv.includes('--show') && part === 'tune')
    console.log(`notices\n  ${[...cautions.misses, ...spoken.misses].join('\n  ')}`)
}
await server.stop()

const names = [...new Set(SETS.flatMap((set) => Object.keys(results[set])))]
console.log(`| figure | ${SETS.join(' | ')} |\n|---|${SETS.map(() => '---|').join('')}`)
for (const name of names) console.log(`| ${name} | ${SETS.map((set) => results[set][name] ?? '–').join(' | ')} |`)

console.log('\n| notices and languages | tune | of | kept-back | of |\n|---|---|---|---|---|')
for (const [name, { share, of }] of Object.entries(notices.tune)) {
  const kept = notices['kept-back'][name]
  console.log(`| ${name} | ${share} | ${of} | ${kept?.share ?? '–'} | ${kept?.of ?? 0} |`)
}

const folder = new URL('../../results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('eval.json', folder), `${JSON.stringify({ ...results, notices }, null, 2)}\n`)
