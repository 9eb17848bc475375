import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmTable } from 'micromark-extension-gfm-table'
import { parseFrontMatter } from '../../core/ingest/front-matter.ts'
import { collapse, normalise } from '../../core/ingest/normalise.ts'
import { isPageMark } from '../../core/ingest/pages.ts'
import { decodeText } from './decode.ts'
import type { Change, Draft, Facts } from './document.ts'

/** Markdown: its front matter are its facts; HTML in it goes. */
export function readMarkdown(bytes: Uint8Array): Draft {
  const root = fromMarkdown(normalise(decodeText(bytes)), {
    extensions: [frontmatter(), gfmTable()],
    mdastExtensions: [frontmatterFromMarkdown(), gfmTableFromMarkdown()],
  })
  const [head] = root.children
  const facts: Facts = head?.type === 'yaml' ? { ...parseFrontMatter(head.value, 'front matter', 2) } : {}
  const changes: Change[] = []
  return { root: { ...root, children: withoutHtml(root, changes) }, facts, changes }
}

function withoutHtml<Parent extends Nodes & { children: Nodes[] }>(
  parent: Parent,
  changes: Change[],
): Parent['children'] {
  return parent.children.flatMap((node): Nodes[] => {
    if (node.type === 'html' && !isPageMark(node.value)) {
      if (/^<br\s*\/?>$/i.test(node.value)) return [{ type: 'break' }]
      changes.push({ kind: 'removed', what: 'HTML tag', text: collapse(node.value) })
      return []
    }
    return ['children' in node ? ({ ...node, children: withoutHtml(node, changes) } as Nodes) : node]
  })
}
