import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { buildCorpus } from '../../dist/core/ingest/build-corpus.js'

const SEED = 17

/**
 * MedQuAD as it is in `folder`: every row, the first of each id, and the ids of MedQuAD-2048. Rows are named by their
 * place, because ids are not unique.
 */
export function readMedquad(folder) {
  const rows = gunzipSync(readFileSync(join(folder, 'medquad.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
    .map((line, at) => ({ ...JSON.parse(line), medquadId: JSON.parse(line).id, id: `m${at}` }))
  const first = new Map(rows.toReversed().map((row) => [row.medquadId, row]))
  const drawn = JSON.parse(readFileSync(join(folder, 'medquad-2048.json'), 'utf8'))
  return { rows, first, ids: Array.isArray(drawn) ? drawn : drawn.ids }
}

/** Rows that MedQuAD-2048 holds neither by id nor by answer, shuffled, always the same way: to fit on. */
export function drawOthers(folder) {
  const { first, ids } = readMedquad(folder)
  const measured = new Set(ids)
  const answers = new Set(ids.map((id) => first.get(id).answer))
  const others = [...first.values()].filter((row) => !measured.has(row.medquadId) && !answers.has(row.answer))
  const next = random(SEED)
  for (let i = others.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[others[i], others[j]] = [others[j], others[i]]
  }
  return others
}

/** The answer texts alone: a source must have a title, but here it is taken away again. */
export function toCorpus(documents) {
  const inputs = documents.map(({ id, answer }) => ({ id, markdown: `---\ntitle: none\n---\n\n${answer}` }))
  const corpus = buildCorpus(inputs)
  return { ...corpus, sources: corpus.sources.map((source) => ({ ...source, title: '' })) }
}

/** mulberry32: the same numbers from 0 to 1 everywhere. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
