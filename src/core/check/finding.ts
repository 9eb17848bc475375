/** `error`: readers would be harmed or an index can't be built; `warning`: an editor should act; `note`: worth a look. */
export type Severity = 'error' | 'warning' | 'note'

/** One thing that an editor should know of a corpus. */
export interface Finding {
  readonly severity: Severity
  /** Which check found it, the same from one version to the next. */
  readonly check: string
  /** As the corpus names it. */
  readonly file: string
  /** 1-based; the first of `lines`. */
  readonly line: number
  /** Every line, in order, where one finding stands for several places. */
  readonly lines?: readonly number[]
  /** What is the matter, as sentences. */
  readonly what: string
  /** How to mend it, as sentences. */
  readonly mend: string
}

/** The lines of a finding that stands for at least one place. */
export function atLines(lines: readonly number[]): Pick<Finding, 'line' | 'lines'> {
  const sorted = [...new Set(lines)].sort((a, b) => a - b)
  const [line = 1] = sorted
  return sorted.length > 1 ? { line, lines: sorted } : { line }
}

/** Words of a text that fit into a message, in quotes. */
export function excerpt(text: string, most = 70): string {
  return `“${text.length > most ? `${text.slice(0, most).trimEnd()}…` : text}”`
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
