import { MAX_QUOTE_CHARS } from '../source.ts'
import { type CheckedCorpus, type CheckedSource, lineAt, textOf } from './checked-corpus.ts'
import { atLines, excerpt, type Finding, plural } from './finding.ts'

/** The model reads 254 word-pieces of a passage, 4.0 to 5.4 characters each in long passages of the first three sources. */
const READ_CHARS = 1_200
/** A sentence of over MAX_QUOTE_CHARS is cut in its second half, so its first piece is at least this long. */
const MIN_PIECE = MAX_QUOTE_CHARS / 2

/** Passages of which the end is not searched as well, and sentences that are cut. */
export function checkLength({ sources }: CheckedCorpus): Finding[] {
  return sources.flatMap((one) => [...checkPassages(one), ...checkSentences(one)])
}

function checkPassages(one: CheckedSource): Finding[] {
  const long = one.passages.filter(({ start, end, table }) => !table && end - start > READ_CHARS)
  if (long.length === 0) return []
  const longest = Math.max(...long.map(({ start, end }) => end - start))
  const what = `${plural(long.length, 'passage')} of over ${READ_CHARS} characters (the longest: ${longest}). The model reads about so much of a passage as a whole; further on it finds single sentences only.`
  const mend = 'Divide them where the subject changes, if the original allows it.'
  const lines = atLines(long.map(({ start }) => lineAt(one, start)))
  return [{ severity: 'note', check: 'long-passage', file: one.file, ...lines, what, mend }]
}

function checkSentences(one: CheckedSource): Finding[] {
  const cut = one.passages.flatMap((passage) =>
    passage.sentences.slice(0, -1).flatMap(({ start, end }) => {
      const text = one.source.text.slice(start, end)
      return end - start >= MIN_PIECE && !/[.!?…]["'”’)\]]?$/.test(text.slice(-3)) ? [{ start, text }] : []
    }),
  )
  return cut.map(({ start, text }): Finding => {
    const what = `A sentence is longer than ${MAX_QUOTE_CHARS} characters, so quotes of it break off: ${excerpt(text)}`
    const mend = 'See whether a full stop or a list was lost, and put it back.'
    return { severity: 'warning', check: 'long-sentence', file: one.file, line: lineAt(one, start), what, mend }
  })
}

/** A paragraph that ends so goes on somewhere. */
const ENDS_OPEN =
  /,$|(?:^|[\s,;])(?:a|an|and|are|as|at|because|but|by|for|from|if|in|is|of|or|than|that|the|their|therefore|these|this|to|was|were|when|which|while|who|with)$/i

/** Paragraphs that break off in the middle of a sentence, as where a page or a column ended. */
export function checkBreaks({ sources }: CheckedCorpus): Finding[] {
  return sources.flatMap((one) =>
    one.source.blocks.flatMap((block, at, blocks): Finding[] => {
      const end = textOf(one, block).slice(-40)
      if (block.kind !== 'paragraph' || blocks[at + 1]?.kind === 'listItem' || !ENDS_OPEN.test(end.slice(-14)))
        return []
      const what = `The paragraph breaks off: “…${end}”`
      const mend = 'Join it to where it goes on, or complete it from the original.'
      return [{ severity: 'warning', check: 'breaks-off', file: one.file, line: lineAt(one, block.start), what, mend }]
    }),
  )
}
