/** How much longer work takes on a text four times as long, never how long it takes. */

/** The longer one, too, stays below 128 KB at two bytes a character: V8 gives larger ones room elsewhere, at another price. */
const SHORT = 15_000
const TIMES = 4
const ROUNDS = 3
/** Milliseconds that one measurement takes at least, so that the clock and other processes matter little. */
const LEAST = 2
const MAX_REPEATS = 10_000

/**
 * The median ratio of the times for 60,000 and 15,000 characters: about 4 for linear work, 16 for quadratic.
 * @param shape text of about so many characters
 */
export function measureGrowth(work: (text: string) => unknown, shape: (length: number) => string): number {
  const [short, long] = [shape(SHORT), shape(TIMES * SHORT)]
  work(short)
  let repeats = 1
  while (repeats < MAX_REPEATS && time(work, short, repeats) < LEAST) repeats *= 2
  const ratios = Array.from({ length: ROUNDS }, () => time(work, long, repeats) / time(work, short, repeats))
  return ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number
}

/** CPU time of this process: what others do on the machine counts less than with the clock on the wall. */
function time(work: (text: string) => unknown, text: string, repeats: number): number {
  const start = process.cpuUsage()
  for (let i = 0; i < repeats; i++) work(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 || 0.001
}
