/** Where the counts of unanswered questions are kept: two hidden files in the index folder, which its builder leaves alone. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gap } from '../core/answer/gap.ts'
import { createGapCounts, type GapFile, gapFile } from './gap-counts.ts'
import { SetupError } from './setup-error.ts'

const COUNTS = '.gaps.json'
/** Apart from the counts, so that these alone give no word away, not even to who tries a dictionary. */
const KEY = '.gaps.key'
const KEY_BYTES = 32

/** Between two looks at the calendar, in milliseconds. */
const MINUTE = 60_000

export interface GapKeeper {
  add(gap: Gap): void
  /** Writes what has not been written yet, and counts no more. */
  close(): void
}

interface GapKeeperOptions {
  /** Ids of the sources that there are now, or null while they are loaded: others are forgotten. */
  readonly sourceIds: () => ReadonlySet<string> | null
  /** Is told of what can't be written. */
  readonly onError: (error: unknown) => void
  readonly now?: () => Date
}

/**
 * Counts in memory, and writes when a day (UTC) is over and at the end: the time of a file tells nothing of when a
 * question was asked.
 * @param index folder of the index
 * @throws SetupError if the folder can't be written
 */
export function openGapKeeper(
  index: string,
  { sourceIds, onError, now = () => new Date() }: GapKeeperOptions,
): GapKeeper {
  const today = () => now().toISOString().slice(0, 10)
  let day = today()
  const counts = createGapCounts(openKey(index), day, readGaps(index))
  const write = () => {
    try {
      writeGaps(index, counts.toFile(day, sourceIds()))
    } catch (error) {
      onError(error)
    }
  }
  const turn = () => {
    if (today() === day) return
    write()
    day = today()
  }
  const calendar = setInterval(turn, MINUTE)
  calendar.unref()
  return {
    add(gap) {
      turn()
      counts.add(gap, day)
    },
    close() {
      clearInterval(calendar)
      write()
    },
  }
}

/** The counts, or null where there are none that can be read. */
export function readGaps(index: string): GapFile | null {
  try {
    return gapFile.parse(JSON.parse(readFileSync(join(index, COUNTS), 'utf8')))
  } catch {
    return null
  }
}

/** Whole or not at all: a rename puts the new counts in the place of the old ones. */
function writeGaps(index: string, counts: GapFile): void {
  mkdirSync(index, { recursive: true })
  const draft = join(index, `${COUNTS}.${process.pid}`)
  writeFileSync(draft, `${JSON.stringify(counts)}\n`, { mode: 0o600 })
  renameSync(draft, join(index, COUNTS))
}

/** Takes all counts away, and the key with them. */
export function forgetGaps(index: string): void {
  for (const name of [COUNTS, KEY]) rmSync(join(index, name), { force: true })
}

/** @throws SetupError */
function openKey(index: string): Buffer {
  const path = join(index, KEY)
  try {
    mkdirSync(index, { recursive: true })
    try {
      writeFileSync(path, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    return readFileSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SetupError(
      `QUOTEWELL_GAPS="on": ${path} can't be written (${code}). Let the server write to ${index}, or set QUOTEWELL_GAPS to off.`,
    )
  }
}
