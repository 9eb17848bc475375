import { memoise } from '../memoise.ts'
import type { Embedder, TokenEmbedding } from '../ports.ts'
import type { PassageRow, Row } from '../retrieval/corpus-rows.ts'
import type { Coverage, JointCoverage, LateInteraction } from '../retrieval/late-interaction.ts'
import type { PassageRows } from '../retrieval/passage-rows.ts'
import type { PassageVectors } from '../retrieval/passage-vectors.ts'
import type { Passage, Span } from '../source.ts'
import type { RowReading, RowSearch } from './row-search.ts'
import { meanSignals, type RowSignals, type Signals, supportOf, weighQuestion, weighSignals } from './signals.ts'

/** A sentence that may answer the question. */
export interface Candidate {
  readonly passage: Passage
  readonly sentence: Span
  /** The span that the nearest reader question is tied to; it covers the sentence. Null if no such question is near. */
  readonly asked: Span | null
  readonly signals: Signals
  /** Whether a question of the corpus, with an answer or without one, is nearer to the message than the sentence is. */
  readonly listed: boolean
  /** All signals in one number; higher is better, comparable between questions. */
  readonly fit: number
  /** How well the sentence and its reader question together cover the first wording. Computed when asked for. */
  cover(): Cover
}

interface Cover extends JointCoverage {
  /** What the nearest unanswered questions cover better (see `LateInteraction.surplus`). */
  readonly surplus: number
}

export interface Retrieval {
  /** Of the texts, in order. */
  readonly embeddings: readonly TokenEmbedding[]
  /** Best first. */
  readonly candidates: readonly Candidate[]
  /** The reader questions that were found, best first. */
  readonly questions: readonly PassageRow[]
  /** The nearest of the questions that the corpus doesn't answer, or null if none is near. */
  readonly unanswered: RowSignals | null
  /** Share of unanswered ones among the nearest questions of both kinds; 0 where none is near. */
  readonly unansweredShare: number
  /**
   * How much better the nearest unanswered questions cover the common tokens of the first wording than the nearest
   * reader questions do, -2 to 2; 0 where either are missing.
   */
  readonly unansweredCommon: number
}

export interface RetrieverParts {
  /** As `toRows` gives them. */
  readonly rows: readonly Row[]
  readonly passageRows: PassageRows
  readonly passageVectors: PassageVectors
  readonly embedder: Embedder
  readonly search: RowSearch
  readonly late: LateInteraction
}

/** Rows that each of the two searches brings for each wording. */
const DEPTH = 80
/** Questions of each kind whose tokens are compared with the message's: 5 tried alone. */
const COMPARED = 5
/** Reader questions that speak for their sentences. */
const LEADS = 40

/**
 * Sentences that may answer: dense and lexical search bring rows, late interaction reads them token by token, and what
 * speaks for a sentence (itself, its nearest reader question, its passage) is weighed into one order.
 * @param texts wordings of one question, at least one; each counts as often as it stands there
 */
export function createRetriever(parts: RetrieverParts): (texts: readonly string[]) => Promise<Retrieval> {
  const { rows, passageRows, passageVectors, embedder, search, late } = parts
  return async (texts) => {
    const distinct = [...new Set(texts)]
    const embedded = await embedder.embedTokens(distinct)
    const found = await Promise.all(embedded.map((one, at) => search.find(distinct[at] as string, one, DEPTH)))
    const inOrder = <One>(ofDistinct: readonly One[]) => texts.map((text) => ofDistinct[distinct.indexOf(text)] as One)
    const questions = inOrder(embedded)
    const first = questions[0] as TokenEmbedding
    const hits = [...new Set(found.flatMap(({ dense, lexical }) => [...dense.keys(), ...lexical.keys()]))]
    const isSentence = (row: number) => rows[row]?.kind === 'sentence'
    const read = new Map<number, RowReading[]>()
    const signals = new Map<number, RowSignals>()
    const readRows = async (compared: readonly number[]) => {
      const readings = inOrder(await Promise.all(found.map((one) => search.read(one, compared))))
      compared.forEach((row, at) => {
        const all = readings.map((reading) => reading[at] as RowReading)
        read.set(row, all)
        signals.set(row, meanSignals(all))
      })
    }
    // Questions first: they are short, and only the sentences that the nearest of them lead to are worth reading.
    const listed = hits.filter((row) => !isSentence(row))
    await readRows(listed)
    const asked = byFit(listed, rows, signals, 'question')
    const nearest = questionsOf(asked.slice(0, LEADS), passageRows)
    const told = [...new Set([...hits.filter(isSentence), ...nearest.keys()])]
    await readRows(told)
    const aroundOf = memoise((place: number) =>
      passageVectors.cosine(
        place,
        questions.map(({ vector }) => vector),
      ),
    )

    const untold = byFit(listed, rows, signals, 'unanswered')
    const unanswered = untold.length === 0 ? null : (signals.get(untold[0] as number) as RowSignals)
    const coverageOf = (row: number) => (read.get(row) as RowReading[])[0]?.coverage as Coverage
    const nearestUntold = untold.slice(0, COMPARED).map(coverageOf)
    const toCandidate = (row: number): Candidate => {
      const { passage, start, end } = rows[row] as PassageRow
      const questions = nearest.get(row) ?? []
      const question = questions[0]
      const asker = question === undefined ? null : (rows[question] as PassageRow)
      const all: Signals = {
        told: signals.get(row) as RowSignals,
        asked: question === undefined ? null : (signals.get(question) as RowSignals),
        support: supportOf(questions.map((one) => weighQuestion(signals.get(one) as RowSignals))),
        around: aroundOf(passageRows.placeOf(passage)),
      }
      const both = [row, question].flatMap((one) => (one === undefined ? [] : [coverageOf(one)]))
      return {
        passage,
        sentence: { start, end },
        asked: asker && { start: asker.start, end: asker.end },
        signals: all,
        listed: asker !== null || (unanswered !== null && unanswered.late > all.told.late),
        fit: weighSignals(all),
        cover: () => ({ ...late.join(first, both), surplus: late.surplus(first, nearestUntold, both) }),
      }
    }
    const candidates = told.map(toCandidate)
    candidates.sort((a, b) => b.fit - a.fit || a.sentence.start - b.sentence.start)
    return {
      embeddings: questions,
      candidates,
      questions: asked.map((row) => rows[row] as PassageRow),
      unanswered,
      unansweredShare: shareOfUnanswered(listed, rows, signals),
      unansweredCommon: leadInCommon(nearestUntold, asked.slice(0, COMPARED).map(coverageOf), (some) =>
        late.join(first, some),
      ),
    }
  }
}

/** For each sentence row, those of these reader questions that lead to it, in their order. */
function questionsOf(questions: readonly number[], { sentencesOf }: PassageRows): ReadonlyMap<number, number[]> {
  const leading = new Map<number, number[]>()
  for (const question of questions) {
    for (const row of sentencesOf(question)) leading.set(row, [...(leading.get(row) ?? []), question])
  }
  return leading
}

/**
 * Questions of both kinds that vote on which kind a message is of; 5 to 15 tried on the tuning questions. None near, as
 * in a corpus without such lists, speaks for neither.
 */
const NEIGHBOURS = 15

function shareOfUnanswered(hits: readonly number[], rows: readonly Row[], signals: ReadonlyMap<number, RowSignals>) {
  const nearest = byFit(hits, rows, signals, 'question', 'unanswered').slice(0, NEIGHBOURS)
  if (nearest.length === 0) return 0
  return nearest.filter((row) => rows[row]?.kind === 'unanswered').length / nearest.length
}

function leadInCommon(
  one: readonly Coverage[],
  other: readonly Coverage[],
  join: (coverages: readonly Coverage[]) => JointCoverage,
): number {
  return one.length === 0 || other.length === 0 ? 0 : join(one).common - join(other).common
}

/** The rows of some kinds, best first. */
function byFit(
  hits: readonly number[],
  rows: readonly Row[],
  signals: ReadonlyMap<number, RowSignals>,
  ...kinds: Row['kind'][]
): number[] {
  return hits
    .filter((row) => kinds.includes((rows[row] as Row).kind))
    .map((row) => ({ row, fit: weighQuestion(signals.get(row) as RowSignals) }))
    .sort((a, b) => b.fit - a.fit)
    .map(({ row }) => row)
}
