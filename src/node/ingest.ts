import { buildCorpus } from '../core/ingest/build-corpus.ts'
import type { Manifest } from '../core/ingest/manifest.ts'
import type { Embedder, TokenEmbedding } from '../core/ports.ts'
import { type Corpus, type Row, toEmbeddedText, toRows } from '../core/retrieval/corpus-rows.ts'
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
  const embedded = await embedAll(embedder, rows, progress)
  const facts = {
    modelHash: embedder.modelHash,
    corpusHash: hash,
    counts: count(corpus),
    settings: { dimensions: embedder.dimensions, maxQuoteChars: MAX_QUOTE_CHARS },
  }
  return writeIndex(indexFolder, facts, { corpus, ...embedded, lexical: buildLexicalIndex(rows) })
}

async function embedAll(embedder: Embedder, rows: readonly Row[], progress: Progress) {
  const { dimensions } = embedder
  const embedded: Pick<TokenEmbedding, 'vector' | 'pieces'>[] = []
  const packer = createTokenPacker(dimensions)
  for (let from = 0; from < rows.length; from += CHUNK) {
    progress.report('Embedding', from, rows.length)
    for (const embedding of await embedder.embedTokens(rows.slice(from, from + CHUNK).map(toEmbeddedText))) {
      embedded.push({ vector: embedding.vector, pieces: embedding.pieces })
      packer.add(embedding)
    }
  }
  progress.report('Embedding', rows.length, rows.length)
  return {
    vectors: embedded.map(({ vector }) => vector),
    tokens: packer.pack(),
    passages: packPassageVectors(rows, embedded, dimensions),
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
