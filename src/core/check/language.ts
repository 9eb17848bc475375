import { eld } from 'eld/extrasmall'
import { type CheckedCorpus, type CheckedSource, lineAt, lineOfField, textOf } from './checked-corpus.ts'
import { atLines, excerpt, type Finding, plural } from './finding.ts'

/** Shorter passages are taken for other languages: names, Latin terms, figures. */
const MIN_LETTERS = 60

/** Text that is not in English, the only language that the chat answers in. */
export function checkLanguage({ sources }: CheckedCorpus): Finding[] {
  return sources.flatMap((one) => {
    const { language } = one.source
    if (/^en\b/i.test(language)) return checkPassages(one)
    const what = `The language is ${language}; the chat answers in English alone.`
    const mend = 'Use an English edition.'
    return [
      {
        severity: 'warning',
        check: 'language',
        file: one.file,
        line: lineOfField(one, 'language'),
        what,
        mend,
      } satisfies Finding,
    ]
  })
}

function checkPassages(one: CheckedSource): Finding[] {
  const prose = one.passages.filter((passage) => !passage.table && lettersIn(textOf(one, passage)) >= MIN_LETTERS)
  const foreign = prose.filter((passage) => {
    const found = eld.detect(textOf(one, passage))
    return found.language !== 'en' && found.isReliable()
  })
  const [first] = foreign
  if (!first) return []
  const what = `${plural(foreign.length, 'passage')} of ${prose.length} seem not to be English: ${excerpt(textOf(one, first))}`
  const mend = 'Leave them out, or use an English edition: nobody who asks in English finds them.'
  const lines = atLines(foreign.map(({ start }) => lineAt(one, start)))
  return [{ severity: 'warning', check: 'language', file: one.file, ...lines, what, mend }]
}

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
