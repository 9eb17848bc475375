/** Numbers from a seed, so that a failure can be run again: 0 (inclusive) to 1 (exclusive). */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    // Linear congruential generator of Numerical Recipes (Press et al. 2007); its high bits are random enough here.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    next,
    pick: <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item,
  }
}

export type Random = ReturnType<typeof createRandom>

/** As many distinct ones as `count`, of those that `make` gives. */
export function distinct<Item>(count: number, make: () => Item): Item[] {
  const made = new Map<string, Item>()
  while (made.size < count) {
    const one = make()
    made.set(JSON.stringify(one), one)
  }
  return [...made.values()]
}
