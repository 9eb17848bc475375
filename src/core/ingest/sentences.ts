import { MAX_QUOTE_CHARS, type Span } from '../source.ts'

/** Ends with a full stop, yet a sentence seldom ends there. Lower case; a lone initial ("J.") counts too. */
const ABBREVIATIONS = new Set(
  'al approx ca cf dr e.g ed eds eq esp etc fig figs i.e incl inc ltd max min mr mrs ms no nos p pp prof ref refs resp sp st tab viz vol vs'.split(
    ' ',
  ),
)

/**
 * Sentence spans of `text`, offset by `base`: in order, without outer white space, none empty, none longer than
 * MAX_QUOTE_CHARS (a longer one is cut at a clause). Unicode rules (UAX 29 through Intl.Segmenter), mended where an abbreviation ends a segment.
 */
export function splitSentences(text: string, base = 0, language = 'en'): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const spans: { start: number; end: number }[] = []
  for (const {
    index,
    segment: { length },
  } of segmenter.segment(stopAfterCitations(text))) {
    const segment = text.slice(index, index + length)
    const start = index + (segment.length - segment.trimStart().length)
    const end = index + segment.trimEnd().length
    if (start >= end) continue
    const previous = spans.at(-1)
    if (previous && endsWithAbbreviation(text.slice(previous.start, previous.end))) previous.end = end
    else spans.push({ start, end })
  }
  return spans
    .flatMap((span) => cutLong(text, span))
    .map(({ start, end }) => ({ start: base + start, end: base + end }))
}

/** "grow.[3] The" reads as "grow[3]. The", so that a citation stays with its sentence. Offsets stay the same. */
function stopAfterCitations(text: string): string {
  return text.replace(/([.!?])((?:\[[\d,;–\- ]+\]|\([\d,;–\- ]+\))+)(?=\s|$)/g, '$2$1')
}

function endsWithAbbreviation(sentence: string): boolean {
  const word = /(?:^|[\s([])([\p{L}.]+)\.$/u.exec(sentence)?.[1]
  if (word === undefined) return false
  return /^\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase())
}

function cutLong(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > MAX_QUOTE_CHARS) {
    const to = from + lastBreak(text.slice(from, from + MAX_QUOTE_CHARS))
    pieces.push({ start: from, end: to })
    from = to + (text.slice(to).length - text.slice(to).trimStart().length)
  }
  return [...pieces, { start: from, end }]
}

/** Where to cut: after the last clause mark in the second half, else before the last space, else at the very end. */
function lastBreak(window: string): number {
  for (const mark of [/[;:](?=\s)/g, /,(?=\s)/g, /\s/g]) {
    const found = [...window.matchAll(mark)].at(-1)
    if (found && found.index > window.length / 2) return found[0].trim() === '' ? found.index : found.index + 1
  }
  const splitsPair = /[\ud800-\udbff]$/.test(window)
  return splitsPair ? window.length - 1 : window.length
}
