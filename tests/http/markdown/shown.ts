import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toString as shownText } from 'mdast-util-to-string'
import { gfm } from 'micromark-extension-gfm'

/** What a program that reads GitHub's Markdown makes of it. */
export const readMarkdown = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

export { shownText }

export function nodesOf<Type extends Nodes['type']>(root: Root, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = []
  const visit = (node: Nodes) => {
    if (isOf(node, type)) found.push(node)
    if ('children' in node) node.children.forEach(visit)
  }
  visit(root)
  return found
}

const isOf = <Type extends Nodes['type']>(node: Nodes, type: Type): node is Extract<Nodes, { type: Type }> =>
  node.type === type
