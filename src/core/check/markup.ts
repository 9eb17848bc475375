import { type CheckedCorpus, linesOf, textOf } from './checked-corpus.ts'
import { excerpt, type Finding } from './finding.ts'

/** What a browser would run or load, if it were ever let. */
const SCRIPTS = [
  /<\/?(?:script|iframe|object|embed|applet|style|link|meta|svg|form|base)\b[^<>]{0,200}/i,
  /\b(?:javascript|vbscript):\S/i,
  /\bdata:(?:text\/html|image\/svg)/i,
  /<[a-z][^<>]{0,200}\son[a-z]{3,20} {0,3}=/i,
  /<\?(?:php|=)/i,
]
const MARKUP = [
  /<\/?(?:a|abbr|b|blockquote|body|br|button|center|cite|code|div|em|font|h[1-6]|head|hr|html|i|img|input|li|nav|ol|p|pre|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|title|tr|u|ul)(?:\s[a-z-]{1,30}=[^<>]{0,300})?\s?\/?>/i,
  /\{\{[^{}]{1,100}\}\}/,
]
const COMMENT = /<!--/
/** Written by the converter, and no part of the text. */
const PAGE_MARKS = /<!-- page \d{1,5} -->/g

/** Scripts, HTML and comments: all are plain text here, so readers would see them. */
export function checkMarkup({ files, sources }: CheckedCorpus): Finding[] {
  const inLines = files.flatMap(({ file, text }) => linesOf(text).flatMap((line, at) => toFindings(file, at + 1, line)))
  // Written as `&lt;script&gt;` it is a script again in the canonical text.
  const decoded = sources.flatMap((one) =>
    one.source.blocks.flatMap((block, at) => {
      const [from, to] = [one.lines[at] ?? 1, one.lines[at + 1] ?? Number.POSITIVE_INFINITY]
      const isTold = inLines.some(({ file, line }) => file === one.file && line >= from && (line < to || line === from))
      return isTold ? [] : toFindings(one.file, from, textOf(one, block))
    }),
  )
  return [...inLines, ...decoded]
}

function toFindings(file: string, line: number, text: string): Finding[] {
  const kind = kindOf(text.replace(PAGE_MARKS, ''))
  return kind === null ? [] : [{ ...kind, file, line }]
}

function kindOf(text: string): Pick<Finding, 'severity' | 'check' | 'what' | 'mend'> | null {
  if (!/[<:{]/.test(text)) return null
  const script = firstMatch(SCRIPTS, text)
  if (script !== null) {
    const what = `This looks like a script or an embedded page: ${excerpt(script)}`
    return {
      severity: 'error',
      check: 'script',
      what,
      mend: 'Delete it. It does not run here, but it is text that readers are shown.',
    }
  }
  if (COMMENT.test(text)) {
    const what = 'A comment is text here: readers can be shown what stands in it.'
    return { severity: 'warning', check: 'comment', what, mend: 'Delete it, or write it into the YAML behind a #.' }
  }
  const markup = firstMatch(MARKUP, text)
  if (markup === null) return null
  const what = `Markup is text here, and readers see it: ${excerpt(markup)}`
  return { severity: 'warning', check: 'markup', what, mend: 'Delete it, or write it as Markdown.' }
}

function firstMatch(patterns: readonly RegExp[], text: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return text.slice(found.index, found.index + Math.max(40, found[0].length))
  }
  return null
}
