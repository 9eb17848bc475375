import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildCorpus } from '../core/ingest/build-corpus.ts'
import { INDEX_VERSION, type Manifest } from '../core/ingest/manifest.ts'
import { memoise } from '../core/memoise.ts'
import { type Corpus, type Row, toEmbeddedText, toPassageTexts, toRows } from '../core/retrieval/corpus-rows.ts'
import { packPassageVectors } from '../core/retrieval/passage-vectors.ts'
import { MAX_QUOTE_CHARS } from '../core/source.ts'
import type { CorpusFolder } from './corpus-files.ts'
import { openSide } from './index-folder.ts'
import { type OlderIndex, openOlder, writeIndex, writeRows, writeWords } from './index-store.ts'
import { openJournal } from './journal.ts'
import { findOlder, type KnownTexts } from './known-texts.ts'
import { createEmbedding, findMissing } from './missing-texts.ts'
import type { BuildEmbedder } from './parallel-embedder.ts'
import { findParsed, type ParsedRecord, recordInputs } from './parsed-sources.ts'
import { type Progress, silent } from './progress.ts'
import { shareOut } from './shares.ts'

const JOURNAL = 'embedded'

/**
 * The ingest flow: normalise -> split -> embed -> index. Nothing of an older index changes before the new one is whole.
 * Only texts that neither the older index nor a build that was killed holds are embedded.
 * @throws CorpusFaults for faults in corpus files, IndexError if the folder holds something else
 */
export async function ingest(
  { inputs, unanswered, hash }: CorpusFolder,
  indexFolder: string,
  embedder: BuildEmbedder,
  progress: Progress = silent,
): Promise<Manifest> {
  const parsed = await recordInputs(inputs)
  const older = await openOlder(indexFolder, embedder.modelHash)
  try {
    const corpus = buildCorpus(inputs, unanswered, older ? findParsed(parsed, older.parsed, older.corpus) : undefined)
    return await indexCorpus({ corpus, hash, parsed }, indexFolder, embedder, progress, older)
  } finally {
    older?.tokens.close()
  }
}

export interface ParsedCorpus {
  readonly corpus: Corpus
  /** Identity of its files. */
  readonly hash: string
  readonly parsed: ParsedRecord
}

/** The second half: embed and index a corpus that is already parsed. */
export async function indexCorpus(
  { corpus, hash, parsed }: ParsedCorpus,
  indexFolder: string,
  embedder: BuildEmbedder,
  progress: Progress = silent,
  older: OlderIndex | null = null,
): Promise<Manifest> {
  const { modelHash, dimensions } = embedder
  const side = await openSide(indexFolder, JOURNAL)
  const journalFolder = join(side, JOURNAL)
  const journal = openJournal(journalFolder, `${INDEX_VERSION} ${modelHash}`, dimensions)
  const facts = {
    modelHash,
    corpusHash: hash,
    counts: count(corpus),
    settings: { dimensions, maxQuoteChars: MAX_QUOTE_CHARS },
  }
  const close = () => {
    journal.close()
    older?.tokens.close()
  }
  /** What is written beside the embedding. */
  const writing: Promise<unknown>[] = []
  const beside = <Result>(work: Promise<Result>): Promise<Result> => {
    work.catch(() => {}) // Told where it is awaited.
    writing.push(work)
    return work
  }
  try {
    const rows = toRows(corpus)
    const texts = rows.map(toEmbeddedText)
    const passages = toPassageTexts(corpus)
    const known = [...(older ? [findOlder(older)] : []), journal]
    const missing = findMissing(texts, passages, known)
    const embed = createEmbedding(embedder, journal, missing, progress)
    const embeddedRows = embed.rows()
    // While the first texts wait for a model that loads.
    const words = beside(writeWords(side, { corpus, parsed, rows }))
    await embeddedRows

    const embeddedPassages = embed.passages()
    embeddedPassages.catch(() => {}) // Told where it is awaited.
    // One vector for all rows of a text, so that it is in memory once.
    const vectorOf = memoise((text: string) => find(known, (one) => one.vector(text)))
    const content = {
      shared: shareOut(texts, (row) => sourceOf(rows[row] as Row)),
      vectorOf,
      tokensOf: (text: string) => find(known, (one) => one.tokens(text)),
    }
    // While passages are embedded: a large graph takes minutes of one core.
    const written = beside(writeRows(side, content, dimensions, older))
    await embeddedPassages

    const release = async () => {
      close()
      await rm(journalFolder, { recursive: true })
    }
    const packed = packPassageVectors(passages.map(vectorOf), dimensions)
    return await writeIndex(indexFolder, side, facts, { words, rows: written, passages: packed, release })
  } catch (error) {
    // What is written must come neither after the cleaning nor from files that are closed.
    await Promise.allSettled(writing)
    close()
    await rm(side, { recursive: true, force: true })
    throw error
  }
}

function find<Result>(known: readonly KnownTexts[], look: (one: KnownTexts) => Result | null): Result {
  for (const one of known) {
    const result = look(one)
    if (result !== null) return result
  }
  throw new Error('A text was not embedded.')
}

function sourceOf(row: Row): string {
  return row.kind === 'unanswered' ? '' : row.passage.sourceId
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
