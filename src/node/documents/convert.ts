import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { collapse } from '../../core/ingest/normalise.ts'
import { takePages } from '../../core/ingest/pages.ts'
import { parseSource } from '../../core/ingest/parse.ts'
import type { Converted, Draft, Format } from './document.ts'
import { DocumentError } from './document-error.ts'
import { readDocx } from './docx/read-docx.ts'
import { readHtml } from './html/read-html.ts'
import { LIMITS } from './limits.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import { tidy } from './tidy.ts'
import { toMarkdown } from './to-markdown.ts'

const READERS: Readonly<Record<Format, (bytes: Uint8Array) => Draft | Promise<Draft>>> = {
  markdown: readMarkdown,
  text: readText,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
}

/**
 * A document to the corpus format. It works on whatever it is given: call it through `convertApart`, which bounds its
 * memory and time.
 * @throws DocumentError if there is no text in it, or more than a source may hold
 */
export async function convert(format: Format, bytes: Uint8Array): Promise<Converted> {
  const { root, facts, changes } = await READERS[format](bytes)
  const tree = tidy(root)
  const body = toMarkdown(tree)
  if (body.length > LIMITS.markdownChars) throw new DocumentError('It holds more text than a source may. Split it.')
  if (!holdsText(body)) throw new DocumentError('There is no text in it.')
  return { body, facts: { ...facts, title: facts.title || firstHeading(tree) }, changes }
}

/** The only top heading, or the one that the document begins with. */
function firstHeading({ children }: Root): string | null {
  const tops = children.filter((node) => node.type === 'heading' && node.depth === 1)
  const first = children.find(({ type }) => type !== 'html')
  const heading = tops.length === 1 ? tops[0] : first?.type === 'heading' ? first : undefined
  return heading ? collapse(takePages(textOf(heading)).clean) || null : null
}

function holdsText(body: string): boolean {
  try {
    return parseSource({ id: 'draft', markdown: `---\ntitle: '-'\n---\n\n${body}` }).text !== ''
  } catch {
    return false
  }
}
