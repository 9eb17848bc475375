// Folds for cross-validation in which nothing held out has a near-duplicate among what is learnt from.

/** Cosine from which two questions count as the same in other words. */
const SAME = 0.75

/**
 * A number for each question; those that are near-duplicates or share a key, also by way of others, have the same.
 * @param {{vector: Float32Array, keys: string[]}[]} questions unit vectors; keys such as the passage that answers
 * @returns {number[]} in order
 */
export function groupsOf(questions) {
  const leaders = questions.map((_, at) => at)
  const leaderOf = (at) => {
    while (leaders[at] !== at) at = leaders[at]
    return at
  }
  const join = (one, other) => {
    leaders[leaderOf(one)] = leaderOf(other)
  }
  const firsts = new Map()
  questions.forEach(({ vector, keys }, at) => {
    for (const key of keys) {
      if (firsts.has(key)) join(at, firsts.get(key))
      else firsts.set(key, at)
    }
    for (let before = 0; before < at; before++) {
      if (cosine(vector, questions[before].vector) >= SAME) join(at, before)
    }
  })
  return questions.map((_, at) => leaderOf(at))
}

/**
 * As `foldsOf` in regression.mjs, with each group in one fold: the largest first, each into the fold that has fewest.
 * @param {(example: object) => number} groupOf
 */
export function groupedFolds(examples, count, groupOf) {
  const groups = [...groupBy(examples, groupOf).values()]
  groups.sort((a, b) => b.length - a.length)
  const folds = Array.from({ length: count }, () => [])
  for (const group of groups) folds.reduce((least, fold) => (fold.length < least.length ? fold : least)).push(...group)
  return folds.map((fold) => ({ fold, rest: examples.filter((example) => !fold.includes(example)) }))
}

function groupBy(examples, groupOf) {
  const groups = new Map()
  for (const example of examples) groups.set(groupOf(example), [...(groups.get(groupOf(example)) ?? []), example])
  return groups
}

function cosine(one, other) {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i]
  return sum
}
