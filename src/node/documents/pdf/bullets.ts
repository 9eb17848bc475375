import type { Area, Run } from './page-text.ts'

/** In font sizes: a bullet stands so far before its text, and between these heights over its baseline. */
const BEFORE = 2.5
const HEIGHT = { from: 0.05, to: 0.65 }

/** Runs with a written bullet for each drawn one that stands before a line. */
export function withBullets(runs: readonly Run[], dots: readonly Area[]): Run[] {
  const bullets = dots.flatMap((dot): Run[] => {
    const middle = (dot.top + dot.bottom) / 2
    const line = runs.find(({ left, y, size }) => {
      const rise = (middle - y) / size
      return left >= dot.right && left - dot.right <= BEFORE * size && rise > HEIGHT.from && rise < HEIGHT.to
    })
    const isWithin = runs.some(({ right, y }) => y === line?.y && right > dot.left - 1 && right < line.left)
    if (!line || isWithin) return []
    return [{ ...line, text: '•', left: dot.left, right: dot.right }]
  })
  return [...runs, ...bullets]
}
