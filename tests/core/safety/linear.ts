/** Long enough for a pattern whose time grows with the square of the length to run out of a test's patience. */
const LENGTH = 100_000

/** Hostile texts for patterns: every piece over and over, alone and after each other. */
export function worstCases(pieces: readonly string[]): string[] {
  const repeat = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)
  return [...pieces.map(repeat), repeat(pieces.join(' '))]
}
