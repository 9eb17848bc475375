import { asksForFigure, holdsFigure } from '../question/figures.ts'
import type { Vocabulary } from '../retrieval/vocabulary.ts'
import calibration from './calibration.json' with { type: 'json' }
import type { Candidate, Retrieval } from './retrieve.ts'
import { weighQuestion } from './signals.ts'

/** What tells whether a candidate answers a question; each about 0 to 2 unless it says otherwise. */
export interface Clues {
  /** What candidate and reader question together leave out of the question, and what least (see `JointCoverage`). */
  readonly shortfall: number
  readonly least: number
  /** Share of the question's frame (see `Framing`) that the nearest reader question has, too; 0 if none is near. */
  readonly framed: number
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
  /** Share of the question's terms that the sources and reader questions don't use. */
  readonly unseen: number
  /** How much more the question is worded like those without an answer than like reader questions (see `WordingOdds`). */
  readonly wording: number
  /** 1 if the question asks for a figure and the quote holds none, else 0. */
  readonly noFigure: number
  /** Fit above the best candidate of another passage; 0 if there is none. */
  readonly lead: number
}

/**
 * Logistic regression, fitted by `npm run calibrate`: one model for where the corpus lists questions like this one, one
 * for sentences that stand alone, as in a corpus without lists, where the same clues say less.
 */
const models = calibration.confidence
const modelOf = ({ listed }: Candidate) => (listed ? models.asked : models.told)

/**
 * Probability that a candidate answers the question; 0 where the corpus lists questions and neither they nor the sources
 * use any of its words.
 */
export function toProbability(candidate: Candidate, clues: Clues): number {
  // No such question of dev or tune has an answer (20). The fit alone believes some where the lists are short.
  if (candidate.listed && clues.unseen === 1) return 0
  const { bias, weights } = modelOf(candidate)
  let sum = bias
  for (const key of Object.keys(weights) as (keyof Clues)[]) sum += weights[key] * clues[key]
  return 1 / (1 + Math.exp(-sum))
}

/** Whether a probability is enough to answer with this candidate; if not, the sources are said not to tell. */
export function isConfident(candidate: Candidate, probability: number): boolean {
  return probability >= modelOf(candidate).threshold
}

/**
 * Finds the clues of one reply: what they take from the question alone is worked out once.
 * @param question the wording that is to be answered
 * @returns for a candidate and the words of its quote
 */
export function createClueFinder(
  question: string,
  { candidates, questions, unanswered, unansweredShare, unansweredCommon }: Retrieval,
  { knows, termsOf, wordingOdds, toFrame }: Vocabulary,
): (candidate: Candidate, text: string) => Clues {
  const unseen = share(termsOf(question), (term) => !knows(term))
  const wording = wordingOdds(question)
  const asksFigure = asksForFigure(question)
  const pairs = pairsOf(toFrame(question))
  const framedBy = (nearest: string) => {
    const others = pairsOf(toFrame(nearest))
    return share(pairs, (pair) => others.has(pair))
  }
  return (candidate, text) => {
    const { told, asked } = candidate.signals
    const { shortfall, least, surplus } = candidate.cover()
    const nearest = nearestQuestion(candidate, questions)
    const rival = candidates.find(({ passage }) => passage.id !== candidate.passage.id)
    return {
      shortfall,
      least,
      surplus,
      framed: nearest ? framedBy(nearest.text) : 0,
      unansweredCommon,
      unanswered: unanswered ? weighQuestion(unanswered) - weighQuestion(asked ?? told) : 0,
      unansweredLate: unanswered ? unanswered.late - (asked ?? told).late : 0,
      unansweredShare,
      unseen,
      wording,
      noFigure: asksFigure && !holdsFigure(text) ? 1 : 0,
      lead: rival ? candidate.fit - rival.fit : 0,
    }
  }
}

/** The best of the reader questions that lead to a candidate. */
function nearestQuestion({ passage, asked }: Candidate, questions: Retrieval['questions']) {
  return questions.find((one) => one.passage.id === passage.id && one.start === asked?.start && one.end === asked.end)
}

function pairsOf(frame: readonly string[]): ReadonlySet<string> {
  return new Set(frame.slice(1).map((token, at) => `${frame[at]} ${token}`))
}

function share(terms: ReadonlySet<string>, test: (term: string) => boolean): number {
  return terms.size === 0 ? 0 : [...terms].filter(test).length / terms.size
}
