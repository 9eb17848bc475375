import { CorpusError } from '../errors.ts'
import type { Corpus } from '../retrieval/corpus-rows.ts'
import type { Source } from '../source.ts'
import { parseGlossary } from './glossary.ts'
import { type CorpusFile, parseSource } from './parse.ts'
import { parseReaderQuestions } from './reader-questions.ts'
import { split } from './split.ts'
import { parseUnanswered } from './unanswered.ts'
import type { YamlFile } from './yaml.ts'

export interface CorpusInput extends CorpusFile {
  /** The reader questions beside the source, if it has any. */
  readonly questions?: YamlFile
  /** The glossary beside the source, if it has one. */
  readonly glossary?: YamlFile
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

/** What becomes of one input. */
export type ParsedSource = Pick<Corpus, 'passages' | 'questions' | 'terms'> & { readonly source: Source }

/**
 * Corpus files to what the index is made of: normalise and parse, split, tie reader questions and glossaries to their quotes.
 * @param known brings a source that was parsed before, of the same files
 * @throws CorpusFaults naming file and line of every fault; nothing is left out silently
 */
export function buildCorpus(
  files: readonly CorpusInput[],
  unanswered?: YamlFile,
  known: (input: CorpusInput) => ParsedSource | null = () => null,
): Corpus {
  const faults: CorpusError[] = []
  const collect = <Result>(build: () => Result): Result[] => {
    try {
      return [build()]
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error
      faults.push(error)
      return []
    }
  }
  const parts = files.flatMap((input) => collect(() => known(input) ?? buildSource(input)))
  const gaps = unanswered ? collect(() => parseUnanswered(unanswered)) : []
  if (faults.length > 0) throw new CorpusFaults(faults)

  parts.sort((a, b) => (a.source.id < b.source.id ? -1 : 1))
  return {
    sources: parts.map(({ source }) => source),
    passages: parts.flatMap(({ passages }) => passages),
    questions: parts.flatMap(({ questions }) => questions),
    unanswered: gaps.flat(),
    terms: parts.flatMap(({ terms }) => terms),
  }
}

function buildSource({ questions, glossary, ...file }: CorpusInput): ParsedSource {
  const source = parseSource(file)
  const passages = split(source)
  const asked = questions ? parseReaderQuestions(questions, source, passages) : []
  const terms = glossary ? parseGlossary(glossary, source, passages) : []
  return { source, passages, questions: asked, terms }
}
