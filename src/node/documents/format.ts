import { extname } from 'node:path'
import type { Format } from './document.ts'
import { DocumentError } from './document-error.ts'

const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
}
const KNOWN = 'Markdown (.md), text (.txt), web pages (.html), Word (.docx) and PDF (.pdf)'

/** First bytes of what is often given a wrong name, or is no text. */
const SIGNATURES: readonly { name: string; starts: readonly number[] }[] = [
  { name: 'an old or password-protected Office file', starts: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'a rich text file', starts: [...Buffer.from('{\\rtf')] },
  { name: 'a ZIP archive', starts: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'a PNG image', starts: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG image', starts: [0xff, 0xd8, 0xff] },
  { name: 'a GIF image', starts: [...Buffer.from('GIF8')] },
  { name: 'a gzip archive', starts: [0x1f, 0x8b] },
]
/** A PDF may begin with other bytes (PDF 32000-1, annex H, 3.4.1, note 13). */
const PDF_WITHIN = 1024

/**
 * The format of a file by its name, which its first bytes must bear out.
 * @throws DocumentError if the name is of no known format, or the bytes are of another one
 */
export function formatOf(path: string, bytes: Uint8Array): Format {
  const format = formatOfName(path)
  const held = sniff(bytes)
  const expected: Partial<Record<Format, string>> = { pdf: 'a PDF', docx: 'a ZIP archive' }
  if (held === expected[format]) return format
  if (format === 'html' && held === 'a web page') return format
  const extension = extname(path)
  if (held !== undefined) throw new DocumentError(`It is named ${extension}, but it is ${held}. ${adviceFor(held)}`)
  if (format === 'html') return format
  throw new DocumentError(`It is named ${extension}, but it is none. Save it again as ${extension}.`)
}

/** @throws DocumentError */
export function formatOfName(path: string): Format {
  const extension = extname(path).toLowerCase()
  const format = EXTENSIONS[extension]
  if (format) return format
  throw new DocumentError(
    `Files named ${extension === '' ? 'without an ending' : extension} can't be read. Known are ${KNOWN}.`,
  )
}

function sniff(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PDF_WITHIN))
  if (head.includes('%PDF-')) return 'a PDF'
  const signature = SIGNATURES.find(({ starts }) => starts.every((byte, at) => head[at] === byte))
  if (signature) return signature.name
  return startsAsPage(head.toString('utf8')) ? 'a web page' : undefined
}

/** After the XML declaration and comments, where there are any. */
function startsAsPage(head: string): boolean {
  let rest = head.replace('\uFEFF', '').trimStart()
  if (rest.startsWith('<?xml')) rest = rest.slice(rest.indexOf('>') + 1).trimStart()
  while (rest.startsWith('<!--') && rest.includes('-->')) rest = rest.slice(rest.indexOf('-->') + 3).trimStart()
  return /^<(?:!doctype html|html)\b/i.test(rest)
}

function adviceFor(held: string): string {
  if (held === 'a PDF') return 'Rename it to .pdf if that is what you want to add.'
  if (held === 'a web page') return 'Rename it to .html if that is what you want to add.'
  if (held.startsWith('an old')) return 'Open it in a word processor and save it as .docx without a password.'
  return `Known are ${KNOWN}.`
}
