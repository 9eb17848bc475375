import type { CorpusError } from '../errors.ts'
import { type CorpusInput, joinParts, type ParsedSource, parseInput } from '../ingest/build-corpus.ts'
import { collect } from '../ingest/faults.ts'
import { normalise } from '../ingest/normalise.ts'
import type { LinedSource } from '../ingest/parse.ts'
import { parseUnanswered } from '../ingest/unanswered.ts'
import type { YamlFile } from '../ingest/yaml.ts'
import type { Corpus } from '../retrieval/corpus-rows.ts'
import type { Block, Passage } from '../source.ts'

/** A source that could be parsed, with its files as they stand. */
export interface CheckedSource extends ParsedSource, LinedSource {
  readonly file: string
  readonly markdown: string
  readonly questionFile: YamlFile | null
}

export interface RawFile {
  readonly file: string
  readonly text: string
}

/** What the checks look at. */
export interface CheckedCorpus {
  /** In the order of their ids; one with a fault is not among them. */
  readonly sources: readonly CheckedSource[]
  readonly corpus: Corpus
  readonly unansweredFile: YamlFile | null
  /** Every file, faulty ones too. */
  readonly files: readonly RawFile[]
  /** What would keep an index from being built. */
  readonly faults: readonly CorpusError[]
  readonly now: Date
}

/**
 * Parses what can be parsed of a corpus and keeps what a check needs beside it.
 * @param known faults of files that could not be read at all
 */
export function parseForCheck(
  inputs: readonly CorpusInput[],
  unanswered: YamlFile | null,
  now: Date,
  known: readonly CorpusError[] = [],
): CheckedCorpus {
  const faults = [...known]
  const onFault = (fault: CorpusError) => void faults.push(fault)
  const sources = inputs.flatMap((input) => {
    const { id, markdown, file = `corpus/${id}.md`, questions = null } = input
    return parseInput(input, onFault).map((part) => ({ ...part, file, markdown, questionFile: questions }))
  })
  sources.sort((a, b) => (a.source.id < b.source.id ? -1 : 1))
  const gaps = unanswered ? collect(() => parseUnanswered(unanswered, onFault), onFault).flat() : []
  const yamls = [...inputs.flatMap(({ questions, glossary }) => [questions, glossary]), unanswered]
  return {
    sources,
    corpus: joinParts(sources, gaps),
    unansweredFile: unanswered,
    files: [
      ...inputs.map(({ id, markdown, file = `corpus/${id}.md` }) => ({ file, text: markdown })),
      ...yamls.flatMap((yaml) => (yaml ? [{ file: yaml.file, text: yaml.yaml }] : [])),
    ],
    faults,
    now,
  }
}

/** The text of a block or passage. */
export function textOf({ source }: LinedSource, { start, end }: Block | Passage): string {
  return source.text.slice(start, end)
}

/** Line of the file on which the block around an offset begins. */
export function lineAt({ source, lines }: LinedSource, offset: number): number {
  return lines[source.blocks.findLastIndex(({ start }) => start <= offset)] ?? 1
}

/** Line of a field in the front matter, or of the front matter where the field is not in it. */
export function lineOfField({ markdown }: CheckedSource, field: string): number {
  const lines = linesOf(markdown)
  const end = lines.indexOf('---', 1)
  return (
    Math.max(
      0,
      lines.slice(0, end).findIndex((line) => line.startsWith(`${field}:`)),
    ) + 1
  )
}

/** The lines of a file as an editor counts them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

/** Line on which a question stands in a list, or 1 where it is written in another way there. */
export function lineOfWords(yaml: YamlFile, words: string): number {
  return (
    Math.max(
      0,
      linesOf(normalise(yaml.yaml)).findIndex((line) => line.includes(words)),
    ) + 1
  )
}
