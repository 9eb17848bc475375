import type { Passage } from '../source.ts'
import type { PassageRow, Row } from './corpus-rows.ts'

/** Look-ups between rows and the passages that they speak of. */
export interface PassageRows {
  /** The sentence rows that a row speaks of: itself, or those that a reader question's span covers. None if unanswered. */
  sentencesOf(row: number): number[]
  /** All sentence rows of a passage. */
  rowsOf(passage: Passage): number[]
  /** Place of a passage in reading order, from 0. */
  placeOf(passage: Passage): number
}

export function mapPassageRows(rows: readonly Row[]): PassageRows {
  const first = new Map<string, { row: number; place: number }>()
  rows.forEach((one, row) => {
    if (one.kind === 'sentence' && !first.has(one.passage.id)) first.set(one.passage.id, { row, place: first.size })
  })
  const firstOf = (passage: Passage) => first.get(passage.id) as { row: number; place: number }
  return {
    sentencesOf(row) {
      const one = rows[row] as Row
      if (one.kind === 'unanswered') return []
      return one.kind === 'sentence' ? [row] : covered(one, firstOf(one.passage).row)
    },
    rowsOf: (passage) => passage.sentences.map((_, at) => firstOf(passage).row + at),
    placeOf: (passage) => firstOf(passage).place,
  }
}

function covered({ passage, start, end }: PassageRow, first: number): number[] {
  return passage.sentences.flatMap((one, at) => (one.start >= start && one.end <= end ? [first + at] : []))
}
