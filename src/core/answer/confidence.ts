import { asksForFigure, holdsFigure } from '../question/figures.ts'
import { toTerms } from '../retrieval/terms.ts'
import type { Vocabulary } from '../retrieval/vocabulary.ts'
import calibration from './calibration.json' with { type: 'json' }
import type { Candidate, Retrieval } from './retrieve.ts'
import { weighQuestion } from './signals.ts'

/** What tells whether a candidate answers a question; each about 0 to 2 unless it says otherwise. */
export interface Clues {
  /** The candidate's fit. */
  readonly fit: number
  /** Late interaction with the nearest reader question (with the sentence, where none is near). */
  readonly asked: number
  /** Late interaction with the sentence. */
  readonly told: number
  /** How well both together cover the question, and what they leave out (see `JointCoverage`). */
  readonly covered: number
  readonly shortfall: number
  readonly least: number
  /** Share of the question's frame (see `Framing`), pair by pair, that the nearest reader question has, too; 0 if none is near. */
  readonly framed: number
  /** Cosine of question and passage. */
  readonly around: number
  /** How well the nearest question without an answer fits, less what the nearest with an answer does. */
  readonly unanswered: number
  /** The same for late interaction alone. */
  readonly unansweredLate: number
  /** What the nearest questions without an answer cover better than both (see `LateInteraction.surplus`). */
  readonly surplus: number
  /** How much better these cover the common words than the nearest reader questions do (see `Retrieval`). */
  readonly unansweredCommon: number
  /** Share of unanswered ones among the nearest questions of both kinds. */
  readonly unansweredShare: number
  /** Cosine with the nearest reader question. */
  readonly near: number
  /** Share of the question's terms that the sources and reader questions don't use. */
  readonly unseen: number
  /** How much more the question is worded like those without an answer than like reader questions (see `WordingOdds`). */
  readonly wording: number
  /** 1 if the question asks for a figure and the quote holds none, else 0. */
  readonly noFigure: number
  /** Share of the question's terms that neither the passage nor its headings hold. */
  readonly uncovered: number
  /** Fit above the best candidate of another passage; 0 if there is none. */
  readonly lead: number
}

/**
 * Logistic regression, fitted by `npm run calibrate`: one model for where the corpus lists questions like this one, one
 * for sentences that stand alone, as in a corpus without lists, where the same clues say less.
 */
const models = calibration.confidence
const modelOf = ({ listed }: Candidate) => (listed ? models.asked : models.told)

/** Probability that a candidate answers the question. */
export function toProbability(candidate: Candidate, clues: Clues): number {
  const { bias, weights } = modelOf(candidate)
  let sum = bias
  for (const key of Object.keys(weights) as (keyof Clues)[]) sum += weights[key] * clues[key]
  return 1 / (1 + Math.exp(-sum))
}

/** Whether a probability is enough to answer with this candidate; if not, the sources are said not to tell. */
export function isConfident(candidate: Candidate, probability: number): boolean {
  return probability >= modelOf(candidate).threshold
}

/** A candidate as it is to be quoted. */
interface Told {
  /** The quote's words. */
  readonly text: string
  /** The terms of the candidate's passage, with its headings and title. */
  readonly held: ReadonlySet<string>
}

/** @param question the wording that was searched */
export function findClues(
  question: string,
  candidate: Candidate,
  { text, held }: Told,
  { candidates, questions, unanswered, unansweredShare, unansweredCommon }: Retrieval,
  vocabulary: Vocabulary,
): Clues {
  const { told, asked, around } = candidate.signals
  const cover = candidate.cover()
  const terms = toTerms(question)
  const rival = candidates.find(({ passage }) => passage.id !== candidate.passage.id)
  return {
    fit: candidate.fit,
    asked: (asked ?? told).late,
    told: told.late,
    covered: cover.mean,
    shortfall: cover.shortfall,
    least: cover.least,
    framed: shareOfFrame(question, candidate, questions, vocabulary),
    surplus: cover.surplus,
    unansweredCommon,
    around,
    unanswered: unanswered ? weighQuestion(unanswered) - weighQuestion(asked ?? told) : 0,
    unansweredLate: unanswered ? unanswered.late - (asked ?? told).late : 0,
    unansweredShare,
    near: (asked ?? told).dense,
    unseen: share(terms, (term) => !vocabulary.knows(term)),
    wording: vocabulary.wordingOdds(question),
    noFigure: asksForFigure(question) && !holdsFigure(text) ? 1 : 0,
    uncovered: share(terms, (term) => !held.has(term)),
    lead: rival ? candidate.fit - rival.fit : 0,
  }
}

function shareOfFrame(
  question: string,
  { passage, asked }: Candidate,
  questions: Retrieval['questions'],
  { toFrame }: Vocabulary,
): number {
  const nearest = questions.find(
    (one) => one.passage.id === passage.id && one.start === asked?.start && one.end === asked.end,
  )
  if (!nearest) return 0
  const pairs = pairsOf(toFrame(nearest.text))
  return share(pairsOf(toFrame(question)), (pair) => pairs.has(pair))
}

function pairsOf(frame: readonly string[]): ReadonlySet<string> {
  return new Set(frame.slice(1).map((token, at) => `${frame[at]} ${token}`))
}

function share(terms: ReadonlySet<string>, test: (term: string) => boolean): number {
  return terms.size === 0 ? 0 : [...terms].filter(test).length / terms.size
}
