import { DocumentError } from './document-error.ts'

/** How far into a page its encoding is looked for, in bytes (HTML Living Standard, 13.2.3.2). */
const PRESCAN = 1024

/**
 * Bytes of a text to a string: by its byte order mark, as told, as UTF-8, else as windows-1252, which is what programs
 * that knew no UTF-8 wrote in Western Europe and America.
 * @param label an encoding that the text itself names
 * @throws DocumentError if the bytes are no text
 */
export function decodeText(bytes: Uint8Array, label?: string): string {
  const marked = byMark(bytes)
  const text = marked ?? decodeAs(label, bytes) ?? decodeAs('utf-8', bytes) ?? decodeAs('windows-1252', bytes) ?? ''
  if (text.includes('\0')) throw new DocumentError('It holds bytes that are no text. Save it as text in UTF-8.')
  return text
}

/** The encoding that a web page names in its first bytes. */
export function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1')
  const tags = head.split('<').filter((tag) => /^meta\b/i.test(tag))
  const named = tags.map(
    (tag) => /charset[ \t\r\n]{0,9}=[ \t\r\n]{0,9}["']?[ \t\r\n]{0,9}([\w-]{1,40})/i.exec(tag)?.[1],
  )
  return named.find((name) => name !== undefined)
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes)
  return null
}

/** What windows-1252 has at 0x80 to 0x9F (WHATWG Encoding, index windows-1252); the five it leaves open are controls. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Some versions of Node.js read windows-1252 as latin1, in which the dash of "2–3" is a control character. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => HIGH[sign.charCodeAt(0) - 0x80] ?? sign)
}

/** Null for an encoding that nobody knows, and for bytes that it does not allow. */
function decodeAs(label: string | undefined, bytes: Uint8Array): string | null {
  if (label === undefined) return null
  try {
    const decoder = new TextDecoder(label, { fatal: true })
    return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes)
  } catch {
    return null
  }
}
