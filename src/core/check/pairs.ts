/** More sentences than these that begin alike were made from a template. */
const MOST_HOLDERS = 1_000

/**
 * Pairs of term sets that may share enough, without comparing all with all: of two sets in the same order of terms, rare
 * ones first, that share `least` terms or more, the beginnings share one (prefix filtering, Chaudhuri et al. 2006).
 * @param leastOf how many terms a set of so many must share with another
 * @returns each pair once, by places, the smaller one first; some share less. Of what over MOST_HOLDERS sets begin with,
 *   only the first ones are paired
 */
export function* findPairs(
  sets: readonly ReadonlySet<string>[],
  leastOf: (size: number) => number,
): Generator<readonly [number, number]> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1)
  const holders = new Map<string, number[]>()
  for (const [place, set] of sets.entries()) {
    const rareFirst = [...set].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    const others = new Set<number>()
    for (const term of rareFirst.slice(0, Math.max(0, set.size - leastOf(set.size) + 1))) {
      const held = holders.get(term) ?? []
      for (const other of held) others.add(other)
      if (held.length < MOST_HOLDERS) held.push(place)
      holders.set(term, held)
    }
    for (const other of others) yield [other, place]
  }
}

/** How many terms two sets share. */
export function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const term of one) if (other.has(term)) shared++
  return shared
}
