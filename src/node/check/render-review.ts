import type { Finding } from '../../core/check/finding.ts'
import { plural } from '../../core/check/finding.ts'
import type { SectionGrade } from '../../core/check/reading.ts'
import type { Review } from './review.ts'

/** Of one check in one file; more would hide the rest. `--json` has all. */
const MOST = 12
/** Line numbers shown of one finding. */
const MOST_LINES = 8
const WIDTH = 100
const INDENT = ' '.repeat(10)

/** A review as plain text for a terminal: by file, the counts at the end. */
export function renderReview({ corpus, findings, grades, counts, isFast }: Review): string {
  const files = [...new Set([...findings.map(({ file }) => file), ...grades.map(({ file }) => file)])].sort()
  const parts = files.map((file) => renderFile(file, findings, grades))
  const { error, warning, note } = counts
  const sum =
    findings.length === 0
      ? 'No findings'
      : `${plural(error, 'error')}, ${plural(warning, 'warning')}, ${plural(note, 'note')}`
  const fast = isFast ? ' Left out (--fast): sentences that are alike, figures that differ.' : ''
  return `${[...parts, `${sum} in ${corpus}.${fast}`].join('\n\n')}\n`
}

function renderFile(file: string, findings: readonly Finding[], grades: readonly SectionGrade[]): string {
  const own = findings.filter((one) => one.file === file)
  const shown = own.filter((one, at) => own.slice(0, at).filter(({ check }) => check === one.check).length < MOST)
  const left = own.length - shown.length
  return [
    file,
    ...shown.map(renderFinding),
    ...(left > 0 ? [`  … and ${left} more of these kinds; --json shows all.`] : []),
    ...renderGrades(grades.filter((one) => one.file === file)),
  ].join('\n')
}

function renderFinding({ severity, line, lines = [line], what, mend, check }: Finding): string {
  const places = lines.slice(0, MOST_LINES).join(', ') + (lines.length > MOST_LINES ? ', …' : '')
  const head = `  ${severity.padEnd(8)}`
  const text = wrap(`${lines.length > 1 ? 'Lines' : 'Line'} ${places}: ${toVisible(what)} [${check}]`)
  return [
    `${head}${text[0]}`,
    ...text.slice(1).map((one) => INDENT + one),
    ...wrap(`→ ${toVisible(mend)}`).map((one) => INDENT + one),
  ].join('\n')
}

function renderGrades(grades: readonly SectionGrade[]): string[] {
  if (grades.length === 0) return []
  const rows = grades.map(
    ({ grade, isHard, line, section }) =>
      `  ${grade.toFixed(1).padStart(5)} ${isHard ? '▲' : ' '}  line ${String(line).padEnd(5)} ${toVisible(section ?? 'before the first heading')}`,
  )
  const marks = grades.some(({ isHard }) => isHard) ? ' (▲ above 9, in a source for patients)' : ''
  return [`  Reading grade by section${marks}`, ...rows]
}

/** A corpus file can hold what moves the cursor of a terminal. */
function toVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '')
}

function wrap(text: string): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(' ')) {
    if (current !== '' && INDENT.length + current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current]
}
