/** Files made to harm whoever reads them. */
import { deflateSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { wordFiles } from './word-files.ts'

const MEGABYTE = 1024 * 1024

/** A Word document with another main part, or more parts. */
async function wordWith(parts: Record<string, Uint8Array>): Promise<Uint8Array> {
  const bytes = await wordFiles[0]?.bytes()
  if (!bytes) throw new Error('There is no Word document to change.')
  return zipSync({ ...unzipSync(bytes), ...parts })
}

const main = (declaration: string, words: string) =>
  `<?xml version="1.0"?>${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`

export const zipBomb = () => wordWith({ 'word/document.xml': new Uint8Array(101 * MEGABYTE).fill(32) })

/** It says of its 60 MB that they are 100 bytes. */
export async function lyingZip(): Promise<Uint8Array> {
  const bytes = await wordWith({ 'word/document.xml': strToU8(main('', 'moss '.repeat(12 * MEGABYTE))) })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const name = Buffer.from(bytes.subarray(at + 46, at + 63)).toString('latin1')
    // The entry of the central directory: its size unpacked stands 24 bytes from its beginning.
    if (view.getUint32(at, true) === 0x02014b50 && name === 'word/document.xml') view.setUint32(at + 24, 100, true)
  }
  return bytes
}

const READS_FILE = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`

export const entityThatReads = () => wordWith({ 'word/document.xml': strToU8(main(READS_FILE, '&secret;')) })
export const entitiesThatGrow = () => wordWith({ 'word/document.xml': strToU8(main(LAUGHS, '&j;')) })
export const entityInUtf16 = () =>
  wordWith({ 'word/document.xml': new Uint8Array(Buffer.from(`\uFEFF${main(READS_FILE, '&secret;')}`, 'utf16le')) })
export const onlyAnArchive = async () => zipSync({ 'notes.txt': strToU8('hello') })

/** A PDF of one page with these bytes as what is drawn, and more entries in its catalogue. */
function pdfWith(content: Uint8Array, filter = '', catalogue = ''): Uint8Array {
  const head = `%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R ${catalogue}>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length ${content.length} ${filter}>> stream
`
  const tail = '\nendstream endobj\ntrailer <</Root 1 0 R /Size 5>>\n%%EOF'
  return new Uint8Array(Buffer.concat([Buffer.from(head), content, Buffer.from(tail)]))
}

const drawn = Buffer.from('BT /F 12 Tf 20 200 Td (Velvet moss is a slow plant of the banks.) Tj ET')

export const pdfWithoutTricks = () => pdfWith(drawn)
export const pdfWithScript = () => pdfWith(drawn, '', '/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>')
/** One megabyte that becomes one gigabyte. */
export const pdfBomb = () => pdfWith(deflateSync(Buffer.alloc(1024 * MEGABYTE, ' ')), '/Filter /FlateDecode')
/** Pages that are their own parents. */
export const pdfWithoutEnd = () =>
  new Uint8Array(
    Buffer.from(
      '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF',
    ),
  )

export const deepPage = () => new Uint8Array(Buffer.from(`<main><p>Moss is green.</p>${'<div>'.repeat(100_000)}x`))
export const endlessTable = () =>
  new Uint8Array(Buffer.from(`<table>${'<tr><td rowspan=9999 colspan=9999>moss grows here.'.repeat(2000)}</table>`))
