/** The other end of `parallel-embedder.ts`: a model of its own, in a process of its own. */
import { type EmbeddingWorks, packText } from './parallel-embedder.ts'
import { loadEmbedder } from './transformers-embedder.ts'

interface Task {
  readonly work: keyof EmbeddingWorks
  readonly texts: readonly string[]
}

const send = (answer: unknown) => process.send?.(answer)
// Whoever asked is gone, by kill perhaps; Ctrl-C at a terminal reaches all of its processes, and that one ends this one.
process.on('disconnect', () => process.exit())
process.on('SIGINT', () => {})

const [, , folder = '', verified] = process.argv
const loading = loadEmbedder(folder, verified)
// Whoever asks first is told.
loading.catch(() => {})
let last: Promise<unknown> = Promise.resolve()

process.on('message', ({ work, texts }: Task) => {
  last = last.then(async () => send(await answer(work, texts))).catch((error: Error) => send({ failed: error.message }))
})

async function answer(work: Task['work'], texts: readonly string[]): Promise<EmbeddingWorks[Task['work']][]> {
  const { embed, embedTokens } = await loading
  if (work === 'embed') return embed(texts)
  const embedded = await embedTokens(texts)
  return work === 'pack' ? embedded.map(packText) : embedded
}
