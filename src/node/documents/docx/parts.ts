import { type Unzipped, unzipSync, zipSync } from 'fflate'
import { DocumentError } from '../document-error.ts'
import { LIMITS } from '../limits.ts'

/** Parts that hold text or say how it is to be read; no images, fonts, macros or embedded files. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[\w-]+\.xml|word\/_rels\/[\w.-]+\.rels)$/
const MAX_PARTS = 5000
const CORE = 'docProps/core.xml'

/**
 * The parts of a DOCX that its reader needs, unpacked. Sizes are believed to be what the archive says only as far as
 * memory goes: what is longer is cut off there.
 * @throws DocumentError if it is no DOCX, too large when unpacked, or defines entities
 */
export function unpackParts(bytes: Uint8Array): Unzipped {
  const parts = unzipNeeded(bytes)
  if (!Object.keys(parts).some((name) => /^word\/document\d*\.xml$/.test(name))) {
    throw new DocumentError('It is named .docx, but it is no Word document. Save it again as .docx.')
  }
  for (const [name, content] of Object.entries(parts)) {
    // Word writes none (ECMA-376-2, 9.1.1: no DTD declarations); they can read files and grow without end.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(content).toString('latin1').replaceAll('\0', ''))) {
      throw new DocumentError(`Its part ${name} declares a document type, which no word processor does. Save it again.`)
    }
  }
  return parts
}

export const packParts = (parts: Unzipped): Buffer => Buffer.from(zipSync(parts, { level: 0 }))

/** Characters; what is longer is no title. */
const MAX_FACT = 500

/** Title and author that the file says of itself. */
export function coreFacts(parts: Unzipped): { title: string | null; authors: string[] } {
  const xml = Buffer.from(parts[CORE] ?? []).toString('utf8')
  const contentOf = (name: string) => {
    const opened = xml.indexOf(`<${name}`)
    const [from, to] = [xml.indexOf('>', opened) + 1, xml.indexOf(`</${name}>`, opened)]
    const value = opened < 0 || to < from ? '' : xml.slice(from, to).slice(0, MAX_FACT)
    const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
    return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => named[entity] ?? '').trim()
  }
  return {
    title: contentOf('dc:title') || null,
    authors: contentOf('dc:creator')
      .split(';')
      .map((name) => name.trim())
      .filter(Boolean),
  }
}

function unzipNeeded(bytes: Uint8Array): Unzipped {
  let [total, count] = [0, 0]
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        count += 1
        if (!NEEDED.test(name)) return false
        total += originalSize
        if (total > LIMITS.unpackedBytes || count > MAX_PARTS) {
          throw new DocumentError('Unpacked it is larger than a document may be.')
        }
        return true
      },
    })
  } catch (error) {
    if (error instanceof DocumentError) throw error
    throw new DocumentError(
      'It is named .docx, but its archive is damaged. Open it in a word processor, and save it again.',
    )
  }
}
