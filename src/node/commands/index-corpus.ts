import { readCorpus } from '../corpus-files.ts'
import { deferEmbedder } from '../deferred-embedder.ts'
import { readManifest } from '../index-folder.ts'
import { ensureModel } from '../model/ensure-model.ts'
import { withAllCores } from '../parallel-embedder.ts'
import { createProgress } from '../progress.ts'
import { readSettings } from '../settings.ts'

/** `quotewell index`. */
export async function indexCorpus(options: { readonly corpus?: string; readonly index?: string }): Promise<void> {
  const settings = readSettings(process.env)
  const { corpus = settings.corpus, index = settings.index } = options
  const progress = createProgress()
  const folder = await readCorpus(corpus)
  const embedder = await deferEmbedder(settings.model, await ensureModel(settings.model, progress))
  const older = await readManifest(index).catch(() => null)
  const { counts } = await withAllCores(
    embedder,
    settings.model,
    // Loaded while the first process loads its model.
    async (parallel) => (await import('../ingest.ts')).ingest(folder, index, parallel, progress),
    { isEager: older?.corpusHash !== folder.hash },
  )
  const { sources, passages, sentences, questions } = counts
  process.stdout.write(
    `Indexed ${sources} sources: ${passages} passages, ${sentences} sentences, ${questions} reader questions, in ${index}\n`,
  )
}
