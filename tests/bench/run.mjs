// Speed figures, the LangChain.js baseline and a public retrieval benchmark, all in one run on one machine; writes
// results/bench.json.
// usage: npm run bench                          speed and langchain
//        npm run bench -- speed                 one part
//        npm run bench -- load [--seconds 60]   a server under load, its memory, and a SIGTERM in the middle
//        npm run bench -- swap [--seconds 60]   a source taken out of the index of a server under load
//        npm run bench -- stream                how soon an event stream begins, and what a client that leaves frees
//        npm run bench -- reindex                one changed source among 1,000
//        npm run bench -- worker                the Worker in workerd beside the server in Node
//        npm run bench -- widget                the chat element in Chromium
//        npm run bench -- --medquad DIR [--all] retrieval on MedQuAD; DIR holds medquad.jsonl.gz and medquad-2048.json;
//                                               --all takes every answer as a document; --keep DIR keeps the index, and
//                                               goes on with one that was broken off; a whole one
//                                               is only searched
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchLangChain } from './langchain.mjs'
import { benchLoad } from './load.mjs'
import { benchMedquad } from './medquad.mjs'
import { benchReindex } from './reindex.mjs'
import { benchSpeed } from './speed.mjs'
import { benchStream } from './stream.mjs'
import { benchSwap } from './swap.mjs'
import { benchWidget } from './widget.mjs'
import { benchWorker } from './worker.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    medquad: { type: 'string' },
    all: { type: 'boolean' },
    keep: { type: 'string' },
    seconds: { type: 'string', default: '60' },
  },
})
const parts = {
  speed: benchSpeed,
  langchain: benchLangChain,
  stream: benchStream,
  load: () => benchLoad({ seconds: Number(values.seconds) }),
  reindex: () => benchReindex(),
  swap: () => benchSwap({ seconds: Number(values.seconds) }),
  worker: benchWorker,
  widget: benchWidget,
  medquad: () => benchMedquad(values.medquad, values),
}
const wanted = values.medquad ? ['medquad'] : positionals.length > 0 ? positionals : ['speed', 'langchain']
const unknown = wanted.find((name) => !(name in parts))
if (unknown !== undefined) {
  const names = Object.keys(parts).filter((name) => name !== 'medquad')
  console.error(`Unknown part ${unknown}. Parts: ${names.join(', ')}; or --medquad DIR.`)
  process.exit(2)
}

const results = {}
for (const name of wanted) {
  results[name] = await parts[name]()
  console.log(`\n${name}\n| figure | value |\n|---|---|`)
  for (const [figure, value] of Object.entries(results[name])) console.log(`| ${figure} | ${value} |`)
}
const folder = new URL('../../results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('bench.json', folder), `${JSON.stringify(results, null, 2)}\n`)
