import type { Source } from '../source.ts'
import { toProbability } from './calibrate.ts'
import type { RankedPassage } from './reply.ts'
import type { Candidate } from './retrieve.ts'

/** Each passage with the score of its best row, best first. */
export function rankPassages(
  candidates: readonly Candidate[],
  sources: ReadonlyMap<string, Source>,
  limit: number,
): RankedPassage[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const { id } = candidate.row.passage
    if (!best.has(id)) best.set(id, candidate)
  }
  return [...best.values()].slice(0, limit).map(({ row: { passage }, fit }) => {
    const text = sources.get(passage.sourceId)?.text.slice(passage.start, passage.end) ?? ''
    return { passage, text, score: toProbability(fit) }
  })
}
