import { checkCorpus, type EmbedAll } from '../../core/check/check.ts'
import { parseForCheck } from '../../core/check/checked-corpus.ts'
import { toFinding } from '../../core/check/faults.ts'
import type { Finding, Severity } from '../../core/check/finding.ts'
import { gradeSections, type SectionGrade } from '../../core/check/reading.ts'
import { readWhatCan } from '../corpus-files.ts'
import type { Folders } from '../open-engine.ts'
import type { Progress } from '../progress.ts'
import { createEmbedAll } from './embed-missing.ts'

/** What `quotewell check` prints, as `--json` gives it. */
export interface Review {
  readonly corpus: string
  readonly counts: Readonly<Record<Severity, number>>
  /** By file and line. */
  readonly findings: readonly Finding[]
  readonly grades: readonly SectionGrade[]
  /** Whether what needs vectors was left out. */
  readonly isFast: boolean
}

/**
 * Reads a corpus folder and checks it. No index is written, no file changed.
 * @throws SetupError if the folder can't be read or holds no source, or the model can't be used
 */
export async function reviewCorpus(
  folders: Folders,
  isFast: boolean,
  progress: Progress,
  now = new Date(),
): Promise<Review> {
  const { inputs, unanswered = null, faults } = await readWhatCan(folders.corpus)
  const checked = parseForCheck(inputs, unanswered, now)
  const embedAll: EmbedAll | null = isFast ? null : createEmbedAll(folders, progress)
  const findings = [...faults.map(toFinding), ...(await checkCorpus(checked, embedAll))]
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  return {
    corpus: folders.corpus,
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    findings,
    grades: gradeSections(checked),
    isFast,
  }
}
