import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Embedder, TokenEmbedding } from '../core/ports.ts'

/** Texts that a thread takes at a time: few, so that none waits long for the last one. */
const SLICE = 32
/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = new URL('../../dist/node/embedding-worker.js', import.meta.url)

type Embed<Embedding> = (texts: readonly string[]) => Promise<Embedding[]>

/**
 * Lends an embedder that works on all cores: on this thread, and on one more for each further core, with a model of its
 * own. They start with the first call that is worth it, and are gone when `use` is done.
 * @param folder of the embedder's model
 */
export async function withAllCores<Result>(
  embedder: Embedder,
  folder: string,
  use: (parallel: Embedder) => Promise<Result>,
  threads = availableParallelism(),
): Promise<Result> {
  const workers: Worker[] = []
  const start = () => {
    while (workers.length < threads - 1) workers.push(new Worker(WORKER, { workerData: { folder } }))
  }
  const share = async <Embedding>(
    here: Embed<Embedding>,
    there: (worker: Worker) => Embed<Embedding>,
    texts: readonly string[],
  ): Promise<Embedding[]> => {
    if (texts.length <= SLICE) return here(texts)
    start()
    const slices: Embedding[][] = []
    let next = 0
    const take = async (embed: Embed<Embedding>) => {
      while (next * SLICE < texts.length) {
        const at = next++
        slices[at] = await embed(texts.slice(at * SLICE, (at + 1) * SLICE))
      }
    }
    await Promise.all([here, ...workers.map(there)].map(take))
    return slices.flat()
  }
  const ask =
    <Embedding>(work: 'embed' | 'embedTokens') =>
    (worker: Worker): Embed<Embedding> =>
    async (texts) => {
      worker.postMessage({ work, texts })
      const [embedded] = await once(worker, 'message')
      return embedded
    }

  try {
    return await use({
      ...embedder,
      embed: (texts) => share(embedder.embed, ask<Float32Array>('embed'), texts),
      embedTokens: (texts) => share(embedder.embedTokens, ask<TokenEmbedding>('embedTokens'), texts),
    })
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
