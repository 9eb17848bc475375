// Speed figures and the LangChain.js baseline, all in one run on one machine; writes results/bench.json.
// usage: npm run bench [-- PART…]      parts: speed langchain (default: all)
import { mkdirSync, writeFileSync } from 'node:fs'
import { benchLangChain } from './langchain.mjs'
import { benchSpeed } from './speed.mjs'

const PARTS = { speed: benchSpeed, langchain: benchLangChain }
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`Unknown part ${unknown[0]}. Parts: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}

const results = {}
for (const [name, bench] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  results[name] = await bench()
  console.log(`\n${name}\n| figure | value |\n|---|---|`)
  for (const [figure, value] of Object.entries(results[name])) console.log(`| ${figure} | ${value} |`)
}
const folder = new URL('../../results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('bench.json', folder), `${JSON.stringify(results, null, 2)}\n`)
