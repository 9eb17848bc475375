import { buildCorpus } from '../core/ingest/build-corpus.ts'
import type { Manifest } from '../core/ingest/manifest.ts'
import type { Embedder } from '../core/ports.ts'
import { type Corpus, toEmbeddedText, toRows } from '../core/retrieval/corpus-rows.ts'
import { buildLexicalIndex } from '../core/retrieval/lexical-index.ts'
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
  { inputs, hash }: CorpusFolder,
  indexFolder: string,
  embedder: Embedder,
  progress: Progress = silent,
): Promise<Manifest> {
  const corpus = buildCorpus(inputs)
  const rows = toRows(corpus)
  const vectors = await embedAll(embedder, rows.map(toEmbeddedText), progress)
  const facts = {
    modelHash: embedder.modelHash,
    corpusHash: hash,
    counts: count(corpus),
    settings: { dimensions: embedder.dimensions, maxQuoteChars: MAX_QUOTE_CHARS },
  }
  return writeIndex(indexFolder, facts, { corpus, vectors, lexical: buildLexicalIndex(rows) })
}

async function embedAll(embedder: Embedder, texts: readonly string[], progress: Progress): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  for (let from = 0; from < texts.length; from += CHUNK) {
    progress.report('Embedding', from, texts.length)
    vectors.push(...(await embedder.embed(texts.slice(from, from + CHUNK))))
  }
  progress.report('Embedding', texts.length, texts.length)
  return vectors
}

function count({ sources, passages, questions }: Corpus): Manifest['counts'] {
  const sentences = passages.reduce((sum, passage) => sum + passage.sentences.length, 0)
  return { sources: sources.length, passages: passages.length, sentences, questions: questions.length }
}
