import type { Journal } from './journal.ts'
import type { KnownTexts } from './known-texts.ts'
import { type PackingEmbedder, packText, type Take } from './parallel-embedder.ts'
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
export function createEmbedding(embedder: PackingEmbedder, journal: Journal, missing: Missing, progress: Progress) {
  const packAll = async (texts: readonly string[]) => (await embedder.embedTokens(texts)).map(packText)
  const packEach = embedder.packEach ?? inBatches(packAll)
  const embedEach = embedder.embedEach ?? inBatches(embedder.embed)
  let done = missing.total - missing.rows.length - missing.passages.length
  const tell = (count: number) => {
    done += count
    progress.report('Embedding', done, missing.total)
  }
  return {
    rows() {
      tell(0)
      return packEach(missing.rows, (texts, packed) => {
        journal.add(packed.map((one, at) => ({ text: texts[at] as string, ...one })))
        tell(texts.length)
      })
    },
    passages: () =>
      embedEach(missing.passages, (texts, vectors) => {
        journal.add(vectors.map((vector, at) => ({ text: texts[at] as string, vector, tokens: null })))
        tell(texts.length)
      }),
  }
}

function inBatches<Result>(work: (texts: readonly string[]) => Promise<Result[]>) {
  return async (texts: readonly string[], take: Take<Result>): Promise<void> => {
    for (let from = 0; from < texts.length; from += BATCH) {
      const batch = texts.slice(from, from + BATCH)
      take(batch, await work(batch))
    }
  }
}
