import { expect, test } from 'vitest'
import { buildCorpus } from '../../src/core/ingest/build-corpus.ts'
import { createSpeller } from '../../src/core/question/spelling.ts'
import { toRows } from '../../src/core/retrieval/corpus-rows.ts'
import { toTerm } from '../../src/core/retrieval/terms.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { ensureModel } from '../../src/node/model/ensure-model.ts'
import { DEFAULT_MODEL } from '../../src/node/paths.ts'
import { silent } from '../../src/node/progress.ts'
import { loadEmbedder } from '../../src/node/transformers-embedder.ts'

/** Words of the lists that are one slip from a word of the sources and yet right. */
const RIGHT = new Set(
  `smoker diagnosing summarised multiply characterises sparing pdgfra pdgfrb throbs retroperitoneal progressiva neutropenic aster specialise statins
    spindly diagnoses shrunk`.split(/\s+/),
)

/** A misspelling in a list would count as a word: whoever makes the same slip would no longer be corrected. */
test('the lists of questions hold no misspelt words of the sources', async () => {
  await ensureModel(DEFAULT_MODEL, silent)
  const embedder = await loadEmbedder(DEFAULT_MODEL)
  const { inputs, unanswered } = await readCorpus('corpus')
  const counts = new Map<string, number>()
  const listed = new Set<string>()
  for (const { kind, text, context } of toRows(buildCorpus(inputs, unanswered))) {
    const isSource = kind === 'sentence'
    for (const [word] of (isSource ? `${text} ${context}` : text).toLowerCase().matchAll(/\p{L}+/gu)) {
      if (isSource) counts.set(word, (counts.get(word) ?? 0) + 1)
      else listed.add(word)
    }
  }
  const speller = createSpeller(counts, (word) => embedder.isWord(word))
  const slips = [...listed].filter((word) => {
    if (counts.has(word) || RIGHT.has(word)) return false
    const corrected = speller.correct(word)
    return corrected !== word && toTerm(corrected) !== toTerm(word)
  })
  expect(slips).toEqual([])
}, 120_000)
