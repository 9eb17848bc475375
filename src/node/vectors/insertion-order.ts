import { dotProduct, dotProducts } from '../../core/retrieval/dot-product.ts'

/** Points that all others are grouped around. */
const LEADERS = 512
/** Numbers of a point by which its group is found: of principal components the first tell most. */
const LOOKED_AT = 48
/** One point of so many goes first. */
const SPREAD = 3

/**
 * The order in which points are best added to a large graph: those around the same leader one after the other, and then
 * those around one near it, so that what a point is compared with is still in the processor's cache. A third of each
 * group goes before all others, so that these find neighbours on every side: in such an order alone they get worse ones
 * (measured in docs/RESULTS.md). The same points give the same order.
 * @param points of `dimensions` numbers, one after the other
 * @returns their places
 */
export function orderForInsertion(points: Float32Array, dimensions: number): Uint32Array {
  const count = points.length / dimensions
  const width = Math.min(LOOKED_AT, dimensions)
  const startOf = (place: number) => points.subarray(place * dimensions, place * dimensions + width)

  const size = Math.min(LEADERS, count)
  const leaders = Array.from({ length: size }, (_, at) => startOf(Math.floor((at * count) / size)))
  const nearest = createNearest(leaders)
  const ranks = chain(leaders, nearest)
  const turns = Uint32Array.from({ length: count }, (_, place) => {
    const rank = ranks[nearest(startOf(place))] as number
    return place % SPREAD === 0 ? rank : size + rank
  })
  return Uint32Array.from(turns.keys()).sort((a, b) => (turns[a] as number) - (turns[b] as number) || a - b)
}

type Nearest = (point: Float32Array, isOut?: (leader: number) => boolean) => number

/** Finds the leader at the least distance, of those that aren't out. */
function createNearest(leaders: readonly Float32Array[]): Nearest {
  const values = Float32Array.from(leaders.flatMap((leader) => Array.from(leader)))
  // |p - l|² = |p|² - 2 (p·l - |l|²/2), and |p|² is the same for all.
  const halfSquares = leaders.map((leader) => dotProduct(leader, leader) / 2)
  return (point, isOut = () => false) => {
    let [best, most] = [0, Number.NEGATIVE_INFINITY]
    for (const [leader, product] of dotProducts(point, values).entries()) {
      const nearness = product - (halfSquares[leader] as number)
      if (nearness > most && !isOut(leader)) [best, most] = [leader, nearness]
    }
    return best
  }
}

/** The rank of each leader in a chain from the first to the nearest that is left, and so on. */
function chain(leaders: readonly Float32Array[], nearest: Nearest): number[] {
  const ranks: number[] = []
  let last = 0
  for (let rank = 0; rank < leaders.length; rank++) {
    ranks[last] = rank
    last = nearest(leaders[last] as Float32Array, (leader) => ranks[leader] !== undefined)
  }
  return ranks
}
