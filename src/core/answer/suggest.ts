import type { ReaderQuestion } from '../ingest/reader-questions.ts'
import type { PassageRow } from '../retrieval/corpus-rows.ts'
import type { Span } from '../source.ts'

type Told = Span & { readonly passageId: string }

const MAX_SUGGESTIONS = 3
/** Reads well on a button: a whole question, not keywords or a story. */
const WHOLE_QUESTION = /^[A-Z][^.!?]{10,90}\?$/

/**
 * Questions that go on from this one: the nearest reader questions whose quotes are not shown yet, each from another
 * place. The corpus answers all of them, since each is tied to a quote.
 * @param near best first
 * @param shown what the reply quotes
 */
export function suggestNext(near: readonly PassageRow[], shown: readonly Told[]): string[] {
  const asked = near.map(({ passage, text, start, end }) => ({ passageId: passage.id, question: text, start, end }))
  return pick(asked, shown)
}

/** Questions to begin with: one from each source in turn. */
export function suggestFirst(questions: readonly ReaderQuestion[]): string[] {
  const sourceOf = ({ passageId }: ReaderQuestion) => passageId.slice(0, passageId.lastIndexOf(':'))
  const firsts = new Map<string, ReaderQuestion>()
  for (const question of questions) {
    if (WHOLE_QUESTION.test(question.question) && !firsts.has(sourceOf(question)))
      firsts.set(sourceOf(question), question)
  }
  return pick([...firsts.values()], [])
}

function pick(asked: readonly ReaderQuestion[], shown: readonly Told[]): string[] {
  const told = [...shown]
  const picked: string[] = []
  for (const one of asked) {
    if (picked.length === MAX_SUGGESTIONS) break
    if (!WHOLE_QUESTION.test(one.question) || told.some((other) => overlaps(one, other))) continue
    picked.push(one.question)
    told.push(one)
  }
  return picked
}

function overlaps(one: Told, other: Told): boolean {
  return one.passageId === other.passageId && one.start < other.end && other.start < one.end
}
