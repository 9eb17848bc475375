import { MAX_QUOTE_CHARS, type Span } from '../source.ts'

/** Ends with a full stop, yet a sentence seldom ends there. Lower case; a lone initial ("J.") counts too. */
const ABBREVIATIONS = new Set(
  'al approx ca cf dr e.g ed eds eq esp etc fig figs i.e incl inc ltd max min mr mrs ms no nos p pp prof ref refs resp sp st tab viz vol vs'.split(
    ' ',
  ),
)

/** More than the longest abbreviation and what stands before it. */
const ABBREVIATION_CHARS = 12

/**
 * Sentence spans of `text`, offset by `base`: in order, without outer white space, none empty, none longer than
 * MAX_QUOTE_CHARS (a longer one is cut at a clause). Unicode rules (UAX 29 through Intl.Segmenter), mended where an abbreviation ends a segment.
 */
export function splitSentences(text: string, base = 0, language = 'en'): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  const spans: { start: number; end: number }[] = []
  for (const segment of segmentAll(stopAfterCitations(text), segmenter)) {
    const words = text.slice(segment.start, segment.end)
    const start = segment.start + (words.length - words.trimStart().length)
    const end = segment.start + words.trimEnd().length
    if (start >= end) continue
    const previous = spans.at(-1)
    const near = previous && text.slice(Math.max(previous.start, previous.end - ABBREVIATION_CHARS), previous.end)
    if (near && endsWithAbbreviation(near)) previous.end = end
    else spans.push({ start, end })
  }
  return spans
    .flatMap((span) => cutLong(text, span))
    .map(({ start, end }) => ({ start: base + start, end: base + end }))
}

/** UTF-16 code units. Each step of Intl.Segmenter takes time in proportion to its whole text (V8 of Node.js 20). */
const WINDOW = 2000

/** The segments of a text, window by window; the same as those of the whole. */
function segmentAll(text: string, segmenter: Intl.Segmenter): Span[] {
  const spans: Span[] = []
  let width = WINDOW
  for (let from = 0; from < text.length; ) {
    const found = [...segmenter.segment(text.slice(from, from + width))]
    const isRest = from + width >= text.length
    // What decides on an end may stand after it, up to the next letter: the last two are looked at again.
    const sure = isRest ? found : found.slice(0, -2)
    for (const { index, segment } of sure) spans.push({ start: from + index, end: from + index + segment.length })
    width = sure.length > 0 ? WINDOW : 2 * width
    if (sure.length > 0) from = (spans.at(-1) as Span).end
  }
  return spans
}

/** "grow.[3] The" reads as "grow[3]. The", so that a citation stays with its sentence. Offsets stay the same. */
function stopAfterCitations(text: string): string {
  return text.replace(/([.!?])((?:\[[\d,;–\- ]+\]|\([\d,;–\- ]+\))+)(?=\s|$)/g, '$2$1')
}

/** @param end the last characters of a sentence */
function endsWithAbbreviation(end: string): boolean {
  const word = /(?:^|[\s([])([\p{L}.]+)\.$/u.exec(end)?.[1]
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
