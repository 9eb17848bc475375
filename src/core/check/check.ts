import { checkAlike } from './alike.ts'
import { compareCentred } from './centred.ts'
import type { CheckedCorpus } from './checked-corpus.ts'
import { checkDates } from './dates.ts'
import { checkFaults } from './faults.ts'
import { checkAskedFigures, checkFigures } from './figures.ts'
import type { Finding } from './finding.ts'
import { checkInstructions } from './instructions.ts'
import { checkCharacters } from './invisible.ts'
import { checkLanguage } from './language.ts'
import { checkBreaks, checkLength } from './long.ts'
import { checkMarkup } from './markup.ts'
import { checkMetadata } from './metadata.ts'
import { checkQuestionLists } from './question-lists.ts'
import { checkReach } from './reach.ts'
import { checkReading } from './reading.ts'
import { checkRepeated, withoutRepeated } from './repeated.ts'
import { checkSameSource } from './same-source.ts'
import { checkSections } from './sections.ts'
import { toStatements } from './statements.ts'

const CHECKS: readonly ((checked: CheckedCorpus) => Finding[])[] = [
  checkFaults,
  checkMetadata,
  checkDates,
  checkSameSource,
  checkInstructions,
  checkMarkup,
  checkCharacters,
  checkLanguage,
  checkReading,
  checkSections,
  checkBreaks,
  checkLength,
  checkQuestionLists,
  checkReach,
]

/** Brings the vectors of texts as an index stores them, in order. */
export type EmbedAll = (texts: readonly string[]) => Promise<readonly Float32Array[]>

/**
 * Everything that an editor should know of a corpus, in the order of files and lines.
 * @param embedAll null leaves out what needs vectors: sentences that are alike, figures that differ
 */
export async function checkCorpus(checked: CheckedCorpus, embedAll: EmbedAll | null): Promise<Finding[]> {
  const all = toStatements(checked)
  const findings = [...CHECKS.flatMap((check) => check(checked)), ...checkRepeated(all)]
  if (embedAll) {
    const statements = withoutRepeated(all)
    const likeness = compareCentred(statements, await embedAll(statements.map(({ embedded }) => embedded)))
    findings.push(
      ...checkAlike(statements, likeness),
      ...checkFigures(statements, likeness),
      ...checkAskedFigures(checked, all),
    )
  }
  return sort(withoutDoubles(findings))
}

function withoutDoubles(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.check} ${one.file}:${one.line} ${one.what}`, one])).values()]
}

function sort(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
