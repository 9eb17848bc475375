import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type EmbeddedText, type JournalFile, keyOf, NO_TOKENS, openJournalFile, type Place } from './journal-file.ts'
import type { KnownTexts } from './known-texts.ts'

/**
 * What a build has embedded so far: a folder of files, each of which a single process writes to. A build that was killed
 * leaves them to the next one, which begins further ones.
 */
export interface Journal extends KnownTexts {
  /** Texts that it holds. */
  readonly size: number
  /** One batch, into a file of this process. @throws Error when it is closed */
  add(texts: readonly EmbeddedText[]): void
  /** Begins a file that another process writes to. */
  begin(): ForeignFile
  /** May be called again. */
  close(): void
}

export interface ForeignFile {
  /** For `openJournalFile`, in the process that writes. */
  readonly target: FileToWrite
  /** Takes up the texts of a batch that the process has added, in their order. */
  note(texts: readonly string[], places: readonly Place[]): void
}

export interface FileToWrite {
  readonly file: string
  readonly identity: string
}

interface Known {
  readonly file: JournalFile
  readonly place: Place
}

/** @param identity of what made the vectors: what something else has made is dropped */
export function openJournal(folder: string, identity: string, dimensions: number): Journal {
  mkdirSync(folder, { recursive: true })
  const files: JournalFile[] = []
  /** Of a build that was killed only the hashes of the texts are known; those of this one are found without. */
  const left = new Map<string, Known>()
  const noted = new Map<string, Known>()
  const open = (name: string) => {
    const file = openJournalFile(join(folder, name), identity, dimensions)
    files.push(file)
    for (const [key, place] of file.found) left.set(key, { file, place })
    return file
  }
  const names = readdirSync(folder).filter((name) => /^\d+$/.test(name))
  names.forEach(open)
  let next = Math.max(0, ...names.map(Number)) + 1
  const begin = () => {
    const name = String(next++)
    const file = open(name)
    const note = (texts: readonly string[], places: readonly Place[]) =>
      texts.forEach((text, at) => void noted.set(text, { file, place: places[at] as Place }))
    return { file, target: { file: join(folder, name), identity }, note }
  }
  let own: ReturnType<typeof begin> | null = null
  const find = (text: string) => noted.get(text) ?? (left.size === 0 ? undefined : left.get(keyOf(text)))

  return {
    get size() {
      return left.size + noted.size
    },
    add(texts) {
      own ??= begin()
      own.note(
        texts.map(({ text }) => text),
        own.file.add(texts),
      )
    },
    begin,
    has(text, withTokens) {
      const found = find(text)
      return found !== undefined && !(withTokens && found.place.count === NO_TOKENS)
    },
    vector(text) {
      const found = find(text)
      return found ? found.file.vector(found.place) : null
    },
    tokens(text) {
      const found = find(text)
      return found ? found.file.tokens(found.place) : null
    },
    close() {
      for (const file of files) file.close()
    },
  }
}
