import { type CheckedCorpus, type CheckedSource, lineAt } from './checked-corpus.ts'
import { atLines, type Finding } from './finding.ts'

/** Passages that no reader question reaches, in sources that have some. */
export function checkReach({ sources, corpus }: CheckedCorpus): Finding[] {
  const reached = new Set(corpus.questions.map(({ passageId }) => passageId))
  return sources.filter(({ questions }) => questions.length > 0).flatMap((one) => checkSource(one, reached))
}

function checkSource(one: CheckedSource, reached: ReadonlySet<string>): Finding[] {
  const missed = one.passages.filter(({ id }) => !reached.has(id))
  if (missed.length === 0) return []
  const what = `No reader question reaches ${missed.length} of ${one.passages.length} passages.`
  const mend =
    'Write questions that these passages answer, in the words of readers; without any they are found less well.'
  const lines = atLines(missed.map(({ start }) => lineAt(one, start)))
  return [{ severity: 'note', check: 'reach', file: one.file, ...lines, what, mend }]
}
