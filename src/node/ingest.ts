import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildCorpus } from '../core/ingest/build-corpus.ts'
import { INDEX_VERSION, type Manifest } from '../core/ingest/manifest.ts'
import { type Corpus, type Row, toEmbeddedText, toPassageTexts, toRows } from '../core/retrieval/corpus-rows.ts'
import { packPassageVectors } from '../core/retrieval/passage-vectors.ts'
import { MAX_QUOTE_CHARS } from '../core/source.ts'
import type { CorpusFolder } from './corpus-files.ts'
import { openSide } from './index-folder.ts'
import { type OlderIndex, openOlder, writeIndex, writeWords } from './index-store.ts'
import { type Journal, openJournal } from './journal.ts'
import { findOlder, type KnownTexts } from './known-texts.ts'
import { memoise } from './memoise.ts'
import { type PackingEmbedder, packText, type Take } from './parallel-embedder.ts'
import { findParsed, type ParsedRecord, recordInputs } from './parsed-sources.ts'
import { type Progress, silent } from './progress.ts'
import { shareOut } from './shares.ts'

/** Texts that are embedded, and written to the journal, together, where the embedder has no measure of its own. */
const BATCH = 128
const JOURNAL = 'embedded.journal'

/**
 * The ingest flow: normalise -> split -> embed -> index. Nothing of an older index changes before the new one is whole.
 * Only texts that neither the older index nor a build that was killed holds are embedded.
 * @throws CorpusFaults for faults in corpus files, IndexError if the folder holds something else
 */
export async function ingest(
  { inputs, unanswered, hash }: CorpusFolder,
  indexFolder: string,
  embedder: PackingEmbedder,
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
  embedder: PackingEmbedder,
  progress: Progress = silent,
  older: OlderIndex | null = null,
): Promise<Manifest> {
  const { modelHash, dimensions } = embedder
  const side = await openSide(indexFolder, JOURNAL)
  const journalFile = join(side, JOURNAL)
  const journal = openJournal(journalFile, `${INDEX_VERSION} ${modelHash}`, dimensions)
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
  let words: Promise<void> = Promise.resolve()
  try {
    const rows = toRows(corpus)
    const texts = rows.map(toEmbeddedText)
    const passages = toPassageTexts(corpus)
    const known = [...(older ? [findOlder(older)] : []), journal]
    const embedding = embedMissing(embedder, texts, passages, known, journal, progress)
    // While the first texts wait for a model that loads.
    words = writeWords(side, { corpus, parsed, rows })
    words.catch(() => {}) // Told where it is awaited.
    await embedding

    // One vector for all rows of a text, so that it is in memory once.
    const vectorOf = memoise((text: string) => find(known, (one) => one.vector(text)))
    const content = {
      shared: shareOut(texts, (row) => sourceOf(rows[row] as Row)),
      vectorOf,
      tokensOf: (text: string) => find(known, (one) => one.tokens(text)),
      passages: packPassageVectors(passages.map(vectorOf), dimensions),
      words,
      release: async () => {
        close()
        await rm(journalFile)
      },
    }
    return await writeIndex(indexFolder, side, facts, content, older)
  } catch (error) {
    close()
    // What it writes must not come after the cleaning.
    await words.catch(() => {})
    await rm(side, { recursive: true, force: true })
    throw error
  }
}

/** A passage of a single sentence is embedded as that sentence already. */
async function embedMissing(
  embedder: PackingEmbedder,
  rows: readonly string[],
  passages: readonly string[],
  known: readonly KnownTexts[],
  journal: Journal,
  progress: Progress,
): Promise<void> {
  const wanted = new Set(rows)
  const others = [...new Set(passages)].filter((text) => !wanted.has(text))
  const total = wanted.size + others.length
  const newRows = [...wanted].filter((text) => !known.some((one) => one.has(text, true)))
  const newOthers = others.filter((text) => !known.some((one) => one.has(text, false)))
  let done = total - newRows.length - newOthers.length
  const tell = (count: number) => {
    done += count
    progress.report('Embedding', done, total)
  }
  const packAll = async (texts: readonly string[]) => (await embedder.embedTokens(texts)).map(packText)
  const packEach = embedder.packEach ?? inBatches(packAll)
  const embedEach = embedder.embedEach ?? inBatches(embedder.embed)

  tell(0)
  await packEach(newRows, (texts, packed) => {
    journal.add(packed.map((one, at) => ({ text: texts[at] as string, ...one })))
    tell(texts.length)
  })
  await embedEach(newOthers, (texts, vectors) => {
    journal.add(vectors.map((vector, at) => ({ text: texts[at] as string, vector, tokens: null })))
    tell(texts.length)
  })
}

function inBatches<Result>(work: (texts: readonly string[]) => Promise<Result[]>) {
  return async (texts: readonly string[], take: Take<Result>): Promise<void> => {
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = texts.slice(from, from + BATCH)
      take(batch, await work(batch))
    }
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
