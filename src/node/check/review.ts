import { checkCorpus } from '../../core/check/check.ts'
import { parseForCheck } from '../../core/check/checked-corpus.ts'
import type { Embed } from '../../core/check/cosine.ts'
import type { Finding, Severity } from '../../core/check/finding.ts'
import { gradeSections, type SectionGrade } from '../../core/check/reading.ts'
import { readWhatCan } from '../corpus-files.ts'
import { ensureModel } from '../model/ensure-model.ts'
import { withAllCores } from '../parallel-embedder.ts'
import type { Progress } from '../progress.ts'
import { loadEmbedder } from '../transformers-embedder.ts'

/** What `quotewell check` prints, as `--json` gives it. */
export interface Review {
  readonly corpus: string
  readonly counts: Readonly<Record<Severity, number>>
  /** By file and line. */
  readonly findings: readonly Finding[]
  readonly grades: readonly SectionGrade[]
  /** Whether what needs the model was left out. */
  readonly isFast: boolean
}

/**
 * Reads a corpus folder and checks it. No index is written, no file changed.
 * @throws SetupError if the folder can't be read or holds no source, or the model can't be used
 */
export async function reviewCorpus(
  folders: { readonly corpus: string; readonly model: string },
  isFast: boolean,
  progress: Progress,
  now = new Date(),
): Promise<Review> {
  const { inputs, unanswered = null, faults } = await readWhatCan(folders.corpus)
  const checked = parseForCheck(inputs, unanswered, now, faults)
  const embed = isFast ? null : createEmbed(folders.model, progress)
  const findings = await checkCorpus(checked, embed)
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  return {
    corpus: folders.corpus,
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    findings,
    grades: gradeSections(checked),
    isFast,
  }
}

const BATCH = 128

/** Embeds on all cores; the model is loaded when there is a text. */
function createEmbed(model: string, progress: Progress): Embed {
  return async (texts) => {
    if (texts.length === 0) return []
    const embedder = await loadEmbedder(model, await ensureModel(model, progress))
    return withAllCores(embedder, model, async (parallel) => {
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += BATCH) {
        progress.report('Comparing sentences', from, texts.length)
        vectors.push(...(await parallel.embed(texts.slice(from, from + BATCH))))
      }
      progress.report('Comparing sentences', texts.length, texts.length)
      return vectors
    })
  }
}
