/** Quotewell's search for LangChain: `import { openQuotewellRetriever } from 'quotewell/langchain'`. */
import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import { cite } from '../../core/answer/cite.ts'
import type { Citation, Engine } from '../../core/answer/reply.ts'
import { searchRequest } from '../../http/schemas/search.ts'
import { openEngine } from '../open-engine.ts'
import { silent } from '../progress.ts'
import { readSettings } from '../settings.ts'

/** Where the `pageContent` of a document stands, and who wrote it. */
export interface PassageMetadata {
  readonly passageId: string
  readonly sourceId: string
  /** Address of the original where the source has one, else its id: what LangChain's own loaders put here. */
  readonly source: string
  /** Title of the nearest heading above, or null. */
  readonly section: string | null
  /** In UTF-16 code units into the canonical text of the source, inclusive. */
  readonly start: number
  /** The same, exclusive. */
  readonly end: number
  /** 0 to 1, best first. */
  readonly score: number
  readonly citation: Citation
}

export interface QuotewellRetrieverInput extends BaseRetrieverInput {
  readonly engine: Engine
  /** How many documents a search brings, 1 to 50; 10 where absent. */
  readonly k?: number
}

/**
 * The passages of the index for a query, best first, however poor the best is. A document's `pageContent` is exactly
 * the canonical text of its source from `start` to `end`. There is no screening and there are no notices here: whoever
 * writes from these documents speaks for himself.
 */
export class QuotewellRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name() {
    return 'QuotewellRetriever'
  }

  override lc_namespace = ['quotewell', 'retrievers']
  readonly #engine: Engine
  readonly #k: number | undefined

  /** @throws RangeError if `k` is not a whole number from 1 to 50 */
  constructor({ engine, k, ...fields }: QuotewellRetrieverInput) {
    super(fields)
    this.#engine = engine
    this.#k = k
    toRequest('any', k)
  }

  /** @throws RangeError if the query is blank or over 2,000 UTF-16 code units long */
  override async _getRelevantDocuments(text: string): Promise<Document<PassageMetadata>[]> {
    const { query, limit } = toRequest(text, this.#k)
    const ranked = await this.#engine.search(query, limit)
    return ranked.map(({ passage, text, score }) => {
      const citation = this.#citationOf(passage.sourceId)
      const { id, sourceId, section, start, end } = passage
      const source = citation.url ?? sourceId
      const metadata = { passageId: id, sourceId, source, section, start, end, score, citation }
      return new Document({ id, pageContent: text, metadata })
    })
  }

  #citationOf(sourceId: string): Citation {
    const source = this.#engine.sources.find(({ id }) => id === sourceId)
    if (!source) throw new Error(`The index holds a passage of ${sourceId}, which is no source of it`)
    return cite(source)
  }
}

/** The limits are those of `POST /api/search`. */
function toRequest(query: string, k: number | undefined) {
  const parsed = searchRequest.safeParse({ query, limit: k })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new RangeError(`${issue?.path[0] === 'limit' ? 'k' : 'The query'} ${issue?.message}`)
}

export interface OpenRetrieverOptions extends Omit<QuotewellRetrieverInput, 'engine'> {
  /** Folder of the sources; QUOTEWELL_CORPUS, or `corpus`, where absent. */
  readonly corpus?: string
  /** Folder of the index, which is built where it is missing or stale; QUOTEWELL_INDEX, or `index`, where absent. */
  readonly index?: string
  /** Folder of the model; QUOTEWELL_MODEL, or the model of this package, where absent. */
  readonly model?: string
}

/** Opens an index as `npm start` does. @throws SetupError, CorpusFaults: each message says what to mend */
export async function openQuotewellRetriever({
  corpus,
  index,
  model,
  ...input
}: OpenRetrieverOptions = {}): Promise<QuotewellRetriever> {
  const settings = readSettings(process.env)
  const folders = {
    corpus: corpus ?? settings.corpus,
    index: index ?? settings.index,
    model: model ?? settings.model,
  }
  return new QuotewellRetriever({ ...input, engine: await openEngine(folders, silent) })
}
