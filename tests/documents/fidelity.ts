import { distance } from 'fastest-levenshtein'
import type { Source } from '../../src/core/source.ts'
import { expectedWords, type TestDocument, tablesOf, words } from './document.ts'

/**
 * 1 less the words added, lost or changed, for each word expected; 1 is word for word the same. Words of the same
 * spelling become the same character, so that a distance of strings is one of words.
 */
export function wordFidelity(document: TestDocument, source: Source): number {
  const codes = new Map<string, string>()
  const encode = (list: readonly string[]) =>
    list.map((word) => {
      const code = codes.get(word) ?? String.fromCharCode(codes.size + 1)
      codes.set(word, code)
      return code
    })
  const expected = expectedWords(document)
  return 1 - distance(encode(expected).join(''), encode(words(source.text)).join('')) / expected.length
}

/** Share of the expected cells, headers included, that stand in their place: in a row with the same cells beside it. */
export function cellFidelity(document: TestDocument, source: Source): number {
  const found = source.blocks.flatMap(({ table }) => (table ? [table] : []))
  let [right, all] = [0, 0]
  for (const { headers, rows } of tablesOf(document)) {
    for (const row of rows) {
      const best = found.map(
        (table) => row.filter((cell, at) => table.cells[at] === cell && table.headers[at] === headers[at]).length,
      )
      right += Math.max(0, ...best)
      all += row.length
    }
  }
  return all === 0 ? 1 : right / all
}

/** Around the first word that differs: for the message of a failing test. */
export function firstDifference(document: TestDocument, source: Source): { expected: string; found: string } | null {
  const [expected, found] = [expectedWords(document), words(source.text)]
  const at = Array.from({ length: Math.max(expected.length, found.length) }).findIndex(
    (_, place) => expected[place] !== found[place],
  )
  const around = (list: readonly string[]) => list.slice(Math.max(0, at - 6), at + 8).join(' ')
  return at < 0 ? null : { expected: around(expected), found: around(found) }
}
