import { type CorpusError, CorpusFaults } from '../errors.ts'
import type { Corpus } from '../retrieval/corpus-rows.ts'
import { collect, type OnFault } from './faults.ts'
import { parseGlossary } from './glossary.ts'
import { type CorpusFile, type LinedSource, parseWithLines } from './parse.ts'
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

/** What becomes of one input. */
export type ParsedSource = Pick<Corpus, 'passages' | 'questions' | 'terms'> & Pick<LinedSource, 'source'>

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
  const onFault: OnFault = (fault) => void faults.push(fault)
  const parts = files.flatMap((input) => {
    const older = known(input)
    return older ? [older] : parseInput(input, onFault).map(({ lines, ...part }) => part)
  })
  const gaps = unanswered ? collect(() => parseUnanswered(unanswered, onFault), onFault) : []
  if (faults.length > 0) throw new CorpusFaults(faults)
  return joinParts(parts, gaps.flat())
}

/** The parts of a corpus in the order of their sources' ids. */
export function joinParts(parts: readonly ParsedSource[], unanswered: readonly string[]): Corpus {
  const sorted = parts.toSorted((a, b) => (a.source.id < b.source.id ? -1 : 1))
  return {
    sources: sorted.map(({ source }) => source),
    passages: sorted.flatMap(({ passages }) => passages),
    questions: sorted.flatMap(({ questions }) => questions),
    unanswered,
    terms: sorted.flatMap(({ terms }) => terms),
  }
}

/**
 * @param onFault told of every fault: faulty reader questions and glossary entries are left out, a faulty source ends it
 * @returns one part, or none
 */
export function parseInput(
  { questions, glossary, ...file }: CorpusInput,
  onFault: OnFault,
): (ParsedSource & LinedSource)[] {
  return collect(() => parseWithLines(file), onFault).flatMap(({ source, lines }) => {
    const passages = split(source)
    const asked = questions ? collect(() => parseReaderQuestions(questions, source, passages, onFault), onFault) : []
    const terms = glossary ? collect(() => parseGlossary(glossary, source, passages, onFault), onFault) : []
    return { source, lines, passages, questions: asked.flat(), terms: terms.flat() }
  })
}
