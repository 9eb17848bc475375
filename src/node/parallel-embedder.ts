import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Embedder, TokenEmbedding } from '../core/ports.ts'
import { type PackedTokens, packTokens } from '../core/retrieval/token-vectors.ts'

/** Texts that a process takes at a time: few, so that none waits long for the last one. */
const SLICE = 16
/** That a process has before it: it goes on with the next one while its work is taken off it. */
const AHEAD = 2
/** So many are embedded here before another process has loaded its model. */
const FEW = 128
/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = fileURLToPath(new URL('../../dist/node/embedding-worker.js', import.meta.url))

/** A text's vector and its tokens as an index stores them. */
export interface PackedText {
  readonly vector: Float32Array
  readonly tokens: PackedTokens
}

/** What embeds texts needs no list of words. */
export type TextEmbedder = Omit<Embedder, 'isWord'>

/** An embedder that can leave packing to whoever embeds, which a tenth as much has to be moved for. */
export interface PackingEmbedder extends TextEmbedder {
  pack?(texts: readonly string[]): Promise<PackedText[]>
}

/** What a process is asked for, with the type of each answer. */
export interface EmbeddingWorks {
  embed: Float32Array
  embedTokens: TokenEmbedding
  pack: PackedText
}

export function packText(embedding: TokenEmbedding): PackedText {
  return { vector: embedding.vector, tokens: packTokens(embedding) }
}

/**
 * Lends an embedder that works on all cores, with a process and a model for each: they start with the first call that is
 * worth it, and are gone when `use` is done. Threads of one process would do for less memory, but onnxruntime-node 1.14
 * corrupts memory when one of them ends.
 * @param folder of the embedder's model
 */
export async function withAllCores<Result>(
  embedder: TextEmbedder,
  folder: string,
  use: (parallel: PackingEmbedder) => Promise<Result>,
  processes = availableParallelism(),
): Promise<Result> {
  const workers: WorkerProcess[] = []
  const start = () => {
    while (workers.length < processes) workers.push(startWorker(folder))
  }
  const share = async <Work extends keyof EmbeddingWorks>(
    work: Work,
    here: (texts: readonly string[]) => Promise<EmbeddingWorks[Work][]>,
    texts: readonly string[],
  ): Promise<EmbeddingWorks[Work][]> => {
    if (texts.length <= FEW && workers.length === 0) return here(texts)
    start()
    const slices: EmbeddingWorks[Work][][] = []
    let next = 0
    const take = async ({ ask }: WorkerProcess) => {
      while (next * SLICE < texts.length) {
        const at = next++
        slices[at] = await ask(work, texts.slice(at * SLICE, (at + 1) * SLICE))
      }
    }
    await Promise.all(workers.flatMap((worker) => Array.from({ length: AHEAD }, () => take(worker))))
    return slices.flat()
  }
  const pack = async (texts: readonly string[]) => (await embedder.embedTokens(texts)).map(packText)

  try {
    return await use({
      ...embedder,
      embed: (texts) => share('embed', embedder.embed, texts),
      embedTokens: (texts) => share('embedTokens', embedder.embedTokens, texts),
      pack: (texts) => share('pack', pack, texts),
    })
  } finally {
    for (const { stop } of workers) stop()
  }
}

type WorkerProcess = ReturnType<typeof startWorker>

function startWorker(folder: string) {
  const child: ChildProcess = fork(WORKER, [folder], { serialization: 'advanced', execArgv: [] })
  /** Answers come in the order of the questions. */
  const waiting: { resolve: (answer: never[]) => void; reject: (error: Error) => void }[] = []
  let end: Error | null = null
  const fail = (error: Error) => {
    end ??= error
    for (const { reject } of waiting.splice(0)) reject(end)
  }
  child.on('message', (answer: never[] | { readonly failed: string }) => {
    if ('failed' in answer) fail(new Error(answer.failed))
    else waiting.shift()?.resolve(answer)
  })
  child.on('error', fail)
  child.on('exit', (code, signal) => fail(new Error(`A process that embeds ended (${signal ?? code}).`)))
  return {
    ask: <Work extends keyof EmbeddingWorks>(work: Work, texts: readonly string[]) =>
      new Promise<EmbeddingWorks[Work][]>((resolve, reject) => {
        if (end !== null) return reject(end)
        waiting.push({ resolve, reject })
        child.send({ work, texts }, (error) => error && fail(error))
      }),
    stop: () => void child.kill(),
  }
}
