import { CorpusError } from '../errors.ts'
import type { Corpus } from '../retrieval/corpus-rows.ts'
import { type CorpusFile, parseSource } from './parse.ts'
import { parseReaderQuestions } from './reader-questions.ts'
import { split } from './split.ts'

export interface CorpusInput extends CorpusFile {
  /** The reader questions beside the source, if it has any. */
  readonly questions?: { readonly yaml: string; readonly file: string }
}

/** Every fault of a corpus, so that an editor mends them in one go. `message` holds one line for each. */
export class CorpusFaults extends Error {
  override readonly name = 'CorpusFaults'
  readonly faults: readonly CorpusError[]

  constructor(faults: readonly CorpusError[]) {
    super(faults.map((fault) => fault.message).join('\n'))
    this.faults = faults
  }
}

/**
 * Corpus files to what the index is made of: normalise and parse, split, tie reader questions to their quotes.
 * @throws CorpusFaults naming file and line of every fault; nothing is left out silently
 */
export function buildCorpus(files: readonly CorpusInput[]): Corpus {
  const faults: CorpusError[] = []
  const parts = files.flatMap((input) => {
    try {
      return [buildSource(input)]
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error
      faults.push(error)
      return []
    }
  })
  if (faults.length > 0) throw new CorpusFaults(faults)

  parts.sort((a, b) => (a.source.id < b.source.id ? -1 : 1))
  return {
    sources: parts.map(({ source }) => source),
    passages: parts.flatMap(({ passages }) => passages),
    questions: parts.flatMap(({ questions }) => questions),
  }
}

function buildSource({ questions, ...file }: CorpusInput) {
  const source = parseSource(file)
  const passages = split(source)
  const asked = questions ? parseReaderQuestions(questions.yaml, questions.file, source, passages) : []
  return { source, passages, questions: asked }
}
