/** The other end of `parallel-embedder.ts`: a model of its own, on a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadEmbedder } from './transformers-embedder.ts'

const embedder = await loadEmbedder(workerData.folder)

parentPort?.on('message', async ({ work, texts }: { work: 'embed' | 'embedTokens'; texts: readonly string[] }) => {
  parentPort?.postMessage(await embedder[work](texts))
})
