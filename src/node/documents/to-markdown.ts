import type { Root } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown as serialise } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import type { Facts } from './document.ts'

/** A tidy tree to Markdown that `parseSource` reads back word for word. */
export function toMarkdown(root: Root): string {
  return serialise(root, {
    bullet: '-',
    rule: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false, tableCellPadding: true })],
  })
}

/** A corpus file: front matter with the known facts, then the body under the title. */
export function toCorpusFile(facts: Facts, body: string): string {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value.length > 0)
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n\n${body}`
}
