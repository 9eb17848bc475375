import { checkAlike, findAlike } from './alike.ts'
import type { CheckedCorpus } from './checked-corpus.ts'
import { type Embed, embedForCosine } from './cosine.ts'
import { checkDates } from './dates.ts'
import { checkFaults } from './faults.ts'
import { checkAskedFigures, checkFigures, findFigures } from './figures.ts'
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
import { type Statement, toStatements } from './statements.ts'

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

/**
 * Everything that an editor should know of a corpus, in the order of files and lines.
 * @param embed null leaves out what needs the model: sentences that are alike, figures that differ
 */
export async function checkCorpus(checked: CheckedCorpus, embed: Embed | null): Promise<Finding[]> {
  const statements = toStatements(checked)
  const findings = [
    ...CHECKS.flatMap((check) => check(checked)),
    ...checkRepeated(statements),
    ...(embed ? await checkMeaning(checked, statements, embed) : []),
  ]
  return sort(withoutDoubles(findings))
}

async function checkMeaning(checked: CheckedCorpus, all: readonly Statement[], embed: Embed): Promise<Finding[]> {
  const statements = withoutRepeated(all)
  const alike = findAlike(statements)
  const figures = findFigures(statements)
  const texts = [
    ...alike.flatMap(({ first, again }) => [first.text, again.text]),
    ...figures.flatMap(({ first, again }) => [first.inContext, again.inContext]),
  ]
  const cosine = await embedForCosine(texts, embed)
  return [...checkAlike(alike, cosine), ...checkFigures(figures, cosine), ...checkAskedFigures(checked, all)]
}

function withoutDoubles(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.check} ${one.file}:${one.line} ${one.what}`, one])).values()]
}

function sort(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}
