import { readFileSync } from 'node:fs'

/** Rows of a question set of tests/evals. */
export const readSet = (name) =>
  readFileSync(new URL(`../evals/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Calls `next()` for one item after the other, from the start again at the end. */
export const cycle = (items) => {
  let at = 0
  return () => items[at++ % items.length]
}
