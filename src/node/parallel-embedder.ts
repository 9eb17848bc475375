import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Embedder, TokenEmbedding } from '../core/ports.ts'
import { packTokens } from '../core/retrieval/token-vectors.ts'
import type { FileToWrite, Journal } from './journal.ts'
import type { EmbeddedText, Place } from './journal-file.ts'

/** Texts that all processes together are at, as far as there is one for each: a kill loses no more. */
const BATCH = 32
/** At most so many more wait before each process: it goes on while this one is busy for a second or two. */
const AHEAD = 1_024
/** At most such a part of its share waits before a process: where one is quicker, the last texts are for that one. */
const PART_AHEAD = 1 / 8
/** So many are embedded here before another process has loaded its model. */
const FEW = 128
/** Built JavaScript, so that it also starts from the sources, as in tests. */
const WORKER = fileURLToPath(new URL('../../dist/node/embedding-worker.js', import.meta.url))

/** What embeds texts needs no list of words. */
export type TextEmbedder = Omit<Embedder, 'isWord' | 'continuesWord'>

export interface JournalOptions {
  /** Else only vectors are kept. */
  readonly withTokens: boolean
}

/** Is told the texts that are in the journal now, a few at a time; not in the order of all texts. */
export type Tell = (texts: readonly string[]) => void

/** What a build embeds with. Whoever embeds also packs tokens and writes to the journal, so that only places are moved. */
export interface BuildEmbedder extends TextEmbedder {
  journalEach?(texts: readonly string[], journal: Journal, options: JournalOptions, tell: Tell): Promise<void>
}

/** What a process is asked for. */
export type EmbeddingTask =
  | { readonly work: 'embed' | 'embedTokens'; readonly texts: readonly string[] }
  | ({ readonly work: 'journal'; readonly texts: readonly string[]; readonly target: FileToWrite } & JournalOptions)

/** The type of each of its answers, one for each text. */
export interface EmbeddingWorks {
  embed: Float32Array
  embedTokens: TokenEmbedding
  journal: Place
}

/** Embeds texts as a journal takes them. */
export async function toEntries(
  texts: readonly string[],
  { embed, embedTokens }: Pick<TextEmbedder, 'embed' | 'embedTokens'>,
  { withTokens }: JournalOptions,
): Promise<EmbeddedText[]> {
  const textAt = (at: number) => texts[at] as string
  if (!withTokens) return (await embed(texts)).map((vector, at) => ({ text: textAt(at), vector, tokens: null }))
  const embedded = await embedTokens(texts)
  return embedded.map((one, at) => ({ text: textAt(at), vector: one.vector, tokens: packTokens(one) }))
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
  use: (parallel: BuildEmbedder) => Promise<Result>,
  { processes = availableParallelism(), isEager = false } = {},
): Promise<Result> {
  const workers: WorkerProcess[] = []
  const start = (count: number) => {
    while (workers.length < count) workers.push(startWorker(folder, embedder.modelHash))
  }
  if (isEager) start(1)
  /** @param take is also told the place of the first of its texts */
  const each = async <Result>(
    texts: readonly string[],
    here: (texts: readonly string[]) => Promise<Result[]>,
    there: (worker: WorkerProcess) => (texts: readonly string[]) => Promise<Result[]>,
    take: (texts: readonly string[], results: Result[], from: number) => void,
  ): Promise<void> => {
    const isHere = texts.length <= FEW && workers.length === 0
    if (texts.length > FEW) start(processes)
    const slice = isHere ? BATCH : Math.max(1, Math.floor(BATCH / workers.length))
    let next = 0
    const go = async (ask: (texts: readonly string[]) => Promise<Result[]>) => {
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
    const share = texts.length / workers.length
    const waiting = Math.floor(Math.min(AHEAD, PART_AHEAD * share) / slice)
    const asks = workers.map(there)
    // Process by process, then again: where there are few texts each gets some.
    await Promise.all(
      Array.from({ length: Math.max(2, 1 + waiting) }, () => asks)
        .flat()
        .map(go),
    )
  }
  const asking =
    <Work extends 'embed' | 'embedTokens'>(work: Work) =>
    ({ ask }: WorkerProcess) =>
    (texts: readonly string[]) =>
      ask({ work, texts })
  const all = async <Work extends 'embed' | 'embedTokens'>(
    work: Work,
    here: (texts: readonly string[]) => Promise<EmbeddingWorks[Work][]>,
    texts: readonly string[],
  ): Promise<EmbeddingWorks[Work][]> => {
    const found: EmbeddingWorks[Work][] = []
    await each(texts, here, asking(work), (_, results, from) => {
      for (const [at, result] of results.entries()) found[from + at] = result
    })
    return found
  }

  try {
    return await use({
      ...embedder,
      embed: (texts) => all('embed', embedder.embed, texts),
      embedTokens: (texts) => all('embedTokens', embedder.embedTokens, texts),
      journalEach: (texts, journal, options, tell) =>
        each(texts, journalHere(embedder, journal, options), journalThere(journal, options), tell),
    })
  } finally {
    for (const { stop } of workers) stop()
  }
}

/** Embeds texts into a journal. */
export function journalHere(embedder: TextEmbedder, journal: Journal, options: JournalOptions) {
  return async (texts: readonly string[]): Promise<[]> => {
    journal.add(await toEntries(texts, embedder, options))
    return []
  }
}

function journalThere(journal: Journal, options: JournalOptions) {
  return ({ ask }: WorkerProcess) => {
    const { target, note } = journal.begin()
    return async (texts: readonly string[]): Promise<[]> => {
      note(texts, await ask({ work: 'journal', texts, target, ...options }))
      return []
    }
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
    ask: <Work extends keyof EmbeddingWorks>(task: EmbeddingTask & { readonly work: Work }) =>
      new Promise<EmbeddingWorks[Work][]>((resolve, reject) => {
        if (end !== null) return reject(end)
        waiting.push({ resolve, reject })
        child.send(task, (error) => error && fail(error))
      }),
    stop: () => void child.kill(),
  }
}
