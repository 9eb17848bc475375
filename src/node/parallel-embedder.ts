import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Embedder, TokenEmbedding } from '../core/ports.ts'
import { type PackedTokens, packTokens } from '../core/retrieval/token-vectors.ts'

/** Texts that all processes have before them together, as far as there is one for each: a kill loses no more. */
const BATCH = 32
/** Parts of it that a process has before it: it goes on with the next one while its work is taken off it. */
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
export type TextEmbedder = Omit<Embedder, 'isWord' | 'continuesWord'>

/** Is given texts and what became of them, a few at a time, as soon as they are done; not in the order of all texts. */
export type Take<Result> = (texts: readonly string[], results: readonly Result[]) => void

/** An embedder that hands over each few texts as they are done, so that a build that is killed loses few. */
export interface PackingEmbedder extends TextEmbedder {
  embedEach?(texts: readonly string[], take: Take<Float32Array>): Promise<void>
  /** Tokens are packed by whoever embeds: a tenth as much has to be moved. */
  packEach?(texts: readonly string[], take: Take<PackedText>): Promise<void>
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
 * @param isEager starts the first process at once: it loads the model while there is other work to do here
 */
export async function withAllCores<Result>(
  embedder: TextEmbedder,
  folder: string,
  use: (parallel: PackingEmbedder) => Promise<Result>,
  { processes = availableParallelism(), isEager = false } = {},
): Promise<Result> {
  const workers: WorkerProcess[] = []
  const start = (count: number) => {
    while (workers.length < count) workers.push(startWorker(folder, embedder.modelHash))
  }
  if (isEager) start(1)
  /** @param take is also told the place of the first of its texts */
  const each = async <Work extends keyof EmbeddingWorks>(
    work: Work,
    here: (texts: readonly string[]) => Promise<EmbeddingWorks[Work][]>,
    texts: readonly string[],
    take: (texts: readonly string[], results: EmbeddingWorks[Work][], from: number) => void,
  ): Promise<void> => {
    const isHere = texts.length <= FEW && workers.length === 0
    if (texts.length > FEW) start(processes)
    const slice = isHere ? BATCH : Math.max(1, Math.floor(BATCH / (AHEAD * workers.length)))
    let next = 0
    const go = async (ask: (texts: readonly string[]) => Promise<EmbeddingWorks[Work][]>) => {
      while (next < texts.length) {
        const from = next
        next += slice
        const some = texts.slice(from, next)
        const results = await ask(some).catch((error) => {
          next = texts.length
          throw error
        })
        take(some, results, from)
      }
    }
    if (isHere) return go(here)
    const lanes = workers.flatMap(({ ask }) => Array.from({ length: AHEAD }, () => ask))
    await Promise.all(lanes.map((ask) => go((some) => ask(work, some))))
  }
  const all = async <Work extends keyof EmbeddingWorks>(
    work: Work,
    here: (texts: readonly string[]) => Promise<EmbeddingWorks[Work][]>,
    texts: readonly string[],
  ): Promise<EmbeddingWorks[Work][]> => {
    const found: EmbeddingWorks[Work][] = []
    await each(work, here, texts, (_, results, from) => {
      for (const [at, result] of results.entries()) found[from + at] = result
    })
    return found
  }
  const pack = async (texts: readonly string[]) => (await embedder.embedTokens(texts)).map(packText)

  try {
    return await use({
      ...embedder,
      embed: (texts) => all('embed', embedder.embed, texts),
      embedTokens: (texts) => all('embedTokens', embedder.embedTokens, texts),
      embedEach: (texts, take) => each('embed', embedder.embed, texts, take),
      packEach: (texts, take) => each('pack', pack, texts, take),
    })
  } finally {
    for (const { stop } of workers) stop()
  }
}

type WorkerProcess = ReturnType<typeof startWorker>

function startWorker(folder: string, modelHash: string) {
  const child: ChildProcess = fork(WORKER, [folder, modelHash], { serialization: 'advanced', execArgv: [] })
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
