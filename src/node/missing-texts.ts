import type { Journal } from './journal.ts'
import type { KnownTexts } from './known-texts.ts'
import { type BuildEmbedder, journalHere } from './parallel-embedder.ts'
import type { Progress } from './progress.ts'

/** Texts that are embedded, and written to the journal, together, where the embedder has no measure of its own. */
const BATCH = 128

/** Texts of a corpus that are to be embedded. */
export interface Missing {
  readonly rows: readonly string[]
  /** Of passages that are no rows. */
  readonly passages: readonly string[]
  /** Texts that an index of the corpus holds. */
  readonly total: number
}

/** A passage of a single sentence is embedded as that sentence already. */
export function findMissing(
  rows: readonly string[],
  passages: readonly string[],
  known: readonly KnownTexts[],
): Missing {
  const wanted = new Set(rows)
  const others = [...new Set(passages)].filter((text) => !wanted.has(text))
  return {
    rows: [...wanted].filter((text) => !known.some((one) => one.has(text, true))),
    passages: others.filter((text) => !known.some((one) => one.has(text, false))),
    total: wanted.size + others.length,
  }
}

/** Embeds into the journal, rows and passages one after the other. */
export function createEmbedding(embedder: BuildEmbedder, journal: Journal, missing: Missing, progress: Progress) {
  const journalEach: NonNullable<BuildEmbedder['journalEach']> = embedder.journalEach ?? inBatches(embedder)
  let done = missing.total - missing.rows.length - missing.passages.length
  const tell = (count: number) => {
    done += count
    progress.report('Embedding', done, missing.total)
  }
  const embed = (texts: readonly string[], withTokens: boolean) =>
    journalEach(texts, journal, { withTokens }, (some) => tell(some.length))
  return {
    rows() {
      tell(0)
      return embed(missing.rows, true)
    },
    passages: () => embed(missing.passages, false),
  }
}

function inBatches(embedder: BuildEmbedder): NonNullable<BuildEmbedder['journalEach']> {
  return async (texts, journal, options, tell) => {
    const add = journalHere(embedder, journal, options)
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = texts.slice(from, from + BATCH)
      await add(batch)
      tell(batch)
    }
  }
}
