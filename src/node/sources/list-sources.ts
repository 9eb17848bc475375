import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { CorpusError } from '../../core/errors.ts'
import { parseSource } from '../../core/ingest/parse.ts'
import { split } from '../../core/ingest/split.ts'
import { readCorpus } from '../corpus-files.ts'
import { ORIGINALS } from './files.ts'

export interface ListedSource {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  /** Last revised, else published. */
  readonly date: string | null
  readonly audience: string | null
  /** Endings of the originals beside it, such as `pdf`. */
  readonly originals: readonly string[]
  readonly passages: number
  readonly questions: boolean
  /** What keeps it from being read: `file:line: …`. */
  readonly fault: string | null
}

/** The sources of a corpus folder in the order of their ids; a faulty one is listed with its fault. */
export async function listSources(corpus: string): Promise<ListedSource[]> {
  const { inputs } = await readCorpus(corpus)
  const originals = await readdir(join(corpus, ORIGINALS)).catch((): string[] => [])
  return inputs.map(({ id, questions, ...file }) => {
    const kept = originals.filter((name) => name.startsWith(`${id}.`)).map((name) => extname(name).slice(1))
    const base = { id, originals: kept, questions: questions !== undefined }
    try {
      const source = parseSource({ id, ...file })
      const { title, publisher, published, lastRevised, audience } = source
      const passages = split(source).length
      return { ...base, title, publisher, date: lastRevised ?? published, audience, passages, fault: null }
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error
      return { ...base, title: null, publisher: null, date: null, audience: null, passages: 0, fault: error.message }
    }
  })
}

/** A block of lines for each source, its id first. */
export function renderSources(sources: readonly ListedSource[]): string {
  const blocks = sources.map(({ id, title, publisher, date, audience, originals, passages, questions, fault }) => {
    if (fault !== null) return `${id}\n  ! ${fault}`
    const facts = [
      publisher ?? 'publisher unknown',
      date ?? 'date unknown',
      audience ? `for ${audience}s` : 'audience unknown',
    ]
    const counts = [
      `${passages} passages`,
      questions ? 'with reader questions' : 'no reader questions',
      originals.length > 0 ? `original: ${originals.join(', ')}` : 'no original',
    ]
    return `${id}\n  ${title}\n  ${facts.join(' · ')}\n  ${counts.join(' · ')}`
  })
  return `${blocks.join('\n\n')}\n`
}
