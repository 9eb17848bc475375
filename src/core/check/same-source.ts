import { type CheckedCorpus, type CheckedSource, lineOfField } from './checked-corpus.ts'
import type { Finding } from './finding.ts'

const FIELDS = ['title', 'doi', 'url'] as const

/** Two files that seem to be one document, or two editions of it. */
export function checkSameSource({ sources }: CheckedCorpus): Finding[] {
  const seen = new Map<string, CheckedSource>()
  return sources.flatMap((one) => {
    const twin = FIELDS.map((field) => ({ field, value: one.source[field]?.toLowerCase() }))
      .filter(({ value }) => value !== undefined)
      .map(({ field, value }) => ({ field, key: `${field} ${value}` }))
    const found = twin.find(({ key }) => seen.has(key))
    for (const { key } of twin) if (!seen.has(key)) seen.set(key, one)
    if (!found) return []
    const what = `The ${found.field} is that of ${seen.get(found.key)?.file}, too.`
    const mend = 'Keep the newer edition, or give each its own.'
    const line = lineOfField(one, found.field)
    // One page may have been divided into several sources.
    const severity = found.field === 'url' ? 'note' : 'warning'
    return [{ severity, check: 'same-source', file: one.file, line, what, mend } satisfies Finding]
  })
}
