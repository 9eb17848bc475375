import { type CheckedCorpus, lineAt } from './checked-corpus.ts'
import type { Finding } from './finding.ts'

/** Headings with nothing under them: something may have been lost on the way. */
export function checkSections({ sources }: CheckedCorpus): Finding[] {
  return sources.flatMap((one) => {
    const { blocks, sections } = one.source
    const empty = sections.filter(({ start, end }) => {
      const inside = blocks.filter((block) => block.start >= start && block.start < end)
      return inside.every(({ kind }) => kind === 'heading') && inside.length === 1
    })
    return empty.map(({ title, start }): Finding => {
      const what = `Nothing stands under the heading “${title}”.`
      const mend = 'Add what the original says there, or delete the heading.'
      return { severity: 'warning', check: 'empty-section', file: one.file, line: lineAt(one, start), what, mend }
    })
  })
}
