import { buildCorpus } from '../core/ingest/build-corpus.ts'
import type { Manifest } from '../core/ingest/manifest.ts'
import type { Embedder } from '../core/ports.ts'
import { type Corpus, toEmbeddedText, toPassageTexts, toRows } from '../core/retrieval/corpus-rows.ts'
import { buildLexicalIndex } from '../core/retrieval/lexical-index.ts'
import { packPassageVectors } from '../core/retrieval/passage-vectors.ts'
import { createTokenPacker } from '../core/retrieval/token-vectors.ts'
import { MAX_QUOTE_CHARS } from '../core/source.ts'
import type { CorpusFolder } from './corpus-files.ts'
import { writeIndex } from './index-store.ts'
import { type Progress, silent } from './progress.ts'

/** Texts between two reports of progress. */
const CHUNK = 128

/**
 * The ingest flow: normalise -> split -> embed -> index. Nothing of an older index changes before the new one is whole.
 * @throws CorpusFaults for faults in corpus files, IndexError if the folder holds something else
 */
export async function ingest(
  { inputs, unanswered, hash }: CorpusFolder,
  indexFolder: string,
  embedder: Embedder,
  progress: Progress = silent,
): Promise<Manifest> {
  return indexCorpus(buildCorpus(inputs, unanswered), hash, indexFolder, embedder, progress)
}

/** The second half: embed and index a corpus that is already parsed. */
export async function indexCorpus(
  corpus: Corpus,
  hash: string,
  indexFolder: string,
  embedder: Embedder,
  progress: Progress = silent,
): Promise<Manifest> {
  const rows = toRows(corpus)
  const embedded = await embedAll(embedder, rows.map(toEmbeddedText), toPassageTexts(corpus), progress)
  const facts = {
    modelHash: embedder.modelHash,
    corpusHash: hash,
    counts: count(corpus),
    settings: { dimensions: embedder.dimensions, maxQuoteChars: MAX_QUOTE_CHARS },
  }
  return writeIndex(indexFolder, facts, { corpus, ...embedded, lexical: buildLexicalIndex(rows) })
}

/** A passage of a single sentence is embedded as that sentence already. */
async function embedAll(embedder: Embedder, rows: readonly string[], passages: readonly string[], progress: Progress) {
  const packer = createTokenPacker(embedder.dimensions)
  const vectors = new Map<string, Float32Array>()
  const known = new Set(rows)
  const others = [...new Set(passages)].filter((text) => !known.has(text))
  const total = rows.length + others.length

  for (let from = 0; from < rows.length; from += CHUNK) {
    progress.report('Embedding', from, total)
    const texts = rows.slice(from, from + CHUNK)
    const embedded = await embedder.embedTokens(texts)
    embedded.forEach((one, at) => {
      packer.add(one)
      vectors.set(texts[at] as string, one.vector)
    })
  }
  for (let from = 0; from < others.length; from += CHUNK) {
    progress.report('Embedding', rows.length + from, total)
    const texts = others.slice(from, from + CHUNK)
    const embedded = await embedder.embed(texts)
    embedded.forEach((vector, at) => void vectors.set(texts[at] as string, vector))
  }
  progress.report('Embedding', total, total)
  const vectorsOf = (texts: readonly string[]) => texts.map((text) => vectors.get(text) as Float32Array)
  return {
    vectors: vectorsOf(rows),
    tokens: packer.pack(),
    passages: packPassageVectors(vectorsOf(passages), embedder.dimensions),
  }
}

function count({ sources, passages, questions, unanswered }: Corpus): Manifest['counts'] {
  const sentences = passages.reduce((sum, passage) => sum + passage.sentences.length, 0)
  return {
    sources: sources.length,
    passages: passages.length,
    sentences,
    questions: questions.length,
    unanswered: unanswered.length,
  }
}
