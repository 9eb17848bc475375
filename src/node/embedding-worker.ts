/** The other end of `parallel-embedder.ts`: a model of its own, in a process of its own. */
import { setImmediate as pause } from 'node:timers/promises'
import type { FileToWrite } from './journal.ts'
import { type JournalFile, openJournalFile } from './journal-file.ts'
import { type EmbeddingTask, type EmbeddingWorks, toEntries } from './parallel-embedder.ts'
import { loadEmbedder } from './transformers-embedder.ts'

const send = (answer: unknown) => process.send?.(answer)
// Whoever asked is gone, by kill perhaps; Ctrl-C at a terminal reaches all of its processes, and that one ends this one.
process.on('disconnect', () => process.exit())
process.on('SIGINT', () => {})

const [, , folder = '', verified] = process.argv
const loading = loadEmbedder(folder, verified)
// Whoever asks first is told.
loading.catch(() => {})
let last: Promise<unknown> = Promise.resolve()

process.on('message', (task: EmbeddingTask) => {
  // With a pause before each, in which it hears that whoever asked is gone.
  const done = last.then(() => pause()).then(async () => send(await answer(task)))
  last = done.catch((error: Error) => send({ failed: error.message }))
})

const files = new Map<string, JournalFile>()

async function answer(task: EmbeddingTask): Promise<EmbeddingWorks[keyof EmbeddingWorks][]> {
  const embedder = await loading
  if (task.work !== 'journal') return embedder[task.work](task.texts)
  return fileOf(task.target, embedder.dimensions).add(await toEntries(task.texts, embedder, task))
}

/** Opened once. */
function fileOf({ file, identity }: FileToWrite, dimensions: number): JournalFile {
  const opened = files.get(file) ?? openJournalFile(file, identity, dimensions)
  files.set(file, opened)
  return opened
}
