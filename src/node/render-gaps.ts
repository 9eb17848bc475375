import { type GapFile, MIN_DAYS } from './gap-counts.ts'

/** Of each kind, most counted first. */
const MAX_LINES = 30

/** The counts as plain text for a terminal. */
export function renderGaps({ since, sections, words }: GapFile): string {
  const bySection = top(sections).map(({ count, days, sourceId, section }) => {
    const place = [sourceId, section].filter((part) => part !== null).join(' · ')
    return `${cell(count)}  ${cell(days)}  ${place}`
  })
  const byWord = top(words).map(({ count, days, word }) => `${cell(count)}  ${cell(days)}  ${word}`)
  const lines = [
    `Questions without an answer, since ${since}, by the section that comes nearest`,
    'count   days  section',
    ...(bySection.length > 0 ? bySection : ['none yet']),
    '',
    `Words that the sources don't use, asked for on ${MIN_DAYS} days or more`,
    'count   days  word',
    ...(byWord.length > 0 ? byWord : ['none yet']),
  ]
  return `${lines.join('\n')}\n`
}

const cell = (figure: number) => String(figure).padStart(5)

function top<Entry extends { readonly count: number }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => other.count - one.count).slice(0, MAX_LINES)
}
