import { toWords } from '../retrieval/terms.ts'
import { type CheckedCorpus, lineOfWords } from './checked-corpus.ts'
import type { Finding } from './finding.ts'

/** Whether the two lists of questions, those of readers and those without an answer, fit each other. */
export function checkQuestionLists(checked: CheckedCorpus): Finding[] {
  return [...checkBoth(checked), ...checkConflicts(checked)]
}

/** Figures: docs/RESULTS.md, "reader questions off" and "unanswered questions off". */
function checkBoth({ sources, corpus, unansweredFile }: CheckedCorpus): Finding[] {
  const place = { check: 'question-lists', line: 1 }
  const without = sources.filter(({ questions }) => questions.length === 0)
  const asked = sources.find(({ questions }) => questions.length > 0)
  if (unansweredFile && corpus.unanswered.length > 0 && !asked) {
    const what =
      'There are questions without an answer, but no reader questions: the chat then hides most answers (it gave 40 of 100).'
    const mend = 'Write <id>.questions.yaml beside the sources, or delete this file.'
    return [{ ...place, severity: 'warning', file: unansweredFile.file, what, mend }]
  }
  if (asked && corpus.unanswered.length === 0) {
    const what =
      'There are reader questions, but no questions without an answer: the chat then answers most of what its sources don’t tell (it refused 31 of 100).'
    const mend = 'Write unanswered.yaml: topics, each with questions that no source answers.'
    return [{ ...place, severity: 'warning', file: asked.questionFile?.file ?? asked.file, what, mend }]
  }
  const [first] = without
  if (first && !asked) {
    const what =
      'No source has reader questions: the right sentence came first for 51 of 100 questions, with them for 83.'
    const mend = 'Write <id>.questions.yaml beside the sources that matter most, and unanswered.yaml with them.'
    return [{ ...place, severity: 'note', file: first.file, what, mend }]
  }
  return without.map(({ file }): Finding => {
    const what = 'No reader questions: this source is found less well than those that have some.'
    return { ...place, severity: 'note', file, what, mend: 'Write <id>.questions.yaml beside it.' }
  })
}

/** Questions that stand in both lists. */
function checkConflicts({ sources, corpus, unansweredFile }: CheckedCorpus): Finding[] {
  if (!unansweredFile) return []
  const unanswered = new Set(corpus.unanswered.map(keyOf))
  return sources.flatMap(({ questions, questionFile, file }) =>
    questions
      .filter(({ question }) => unanswered.has(keyOf(question)))
      .map(({ question }): Finding => {
        const line = questionFile ? lineOfWords(questionFile, question) : 1
        const what = `“${question}” stands among the questions without an answer, too (${unansweredFile.file}).`
        const mend = 'Delete it in one of the two.'
        return { severity: 'warning', check: 'question-conflict', file: questionFile?.file ?? file, line, what, mend }
      }),
  )
}

const keyOf = (question: string) => toWords(question).join(' ').toLowerCase()
