import { open, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { convertApart } from '../../../src/node/documents/convert-apart.ts'
import { LIMITS } from '../../../src/node/documents/limits.ts'
import { readDocument } from '../../../src/node/documents/read-document.ts'
import { addSources } from '../../../src/node/sources/add-sources.ts'
import * as hostile from '../../documents/hostile-files.ts'
import { compileProgram } from '../run-program.ts'
import { smallCorpus } from '../small-corpus.ts'
import { readTree, useTempFolders } from '../temp-folders.ts'

const folder = useTempFolders()
const MEGABYTE = 1024 * 1024

beforeAll(compileProgram)

describe('is refused with one line, and nothing is written', () => {
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['an archive that grows a thousandfold', 'a.docx', hostile.zipBomb, /Unpacked it is larger than a document may be/],
    ['an archive that lies about its sizes', 'a.docx', hostile.lyingZip, /damaged/],
    ['an entity that reads a file', 'a.docx', hostile.entityThatReads, /declares a document type/],
    ['the same in another encoding', 'a.docx', hostile.entityInUtf16, /declares a document type/],
    ['entities that grow', 'a.docx', hostile.entitiesThatGrow, /declares a document type/],
    ['an archive that is no Word document', 'a.docx', hostile.onlyAnArchive, /is no Word document/],
    ['a PDF with a script', 'a.pdf', hostile.pdfWithScript, /It holds scripts/],
    ['a PDF whose pages have no end', 'a.pdf', hostile.pdfWithoutEnd, /damaged|pages/],
    ['a PDF under a Word name', 'a.docx', hostile.pdfWithoutTricks, /named \.docx, but it is a PDF/],
    ['elements a hundred thousand deep', 'a.html', hostile.deepPage, /can’t be read/],
  ])('%s', async (_, name, make, message) => {
    const corpus = await folder(smallCorpus)
    const inbox = await folder({ [name]: await make() })
    const before = await readTree(corpus)
    await expect(addSources(corpus, [join(inbox, name)], { title: 'Moss' }, null)).rejects.toThrow(message)
    expect(await readTree(corpus)).toEqual(before)
  })

  test('a text of a gigabyte, before a byte of it is read', async () => {
    const inbox = await folder()
    const path = join(inbox, 'large.txt')
    const file = await open(path, 'w')
    await file.truncate(1024 * MEGABYTE)
    await file.close()
    await expect(readDocument(path)).rejects.toThrow('It is larger than 10 MB, the most for such a file. Split it.')
  })

  test('a device that never ends', async () => {
    const path = join(await folder(), 'zero.txt')
    await symlink('/dev/zero', path)
    await expect(readDocument(path)).rejects.toThrow('It is not a file.')
  })
})

describe('memory and time of a reader are bounded', () => {
  test('a PDF that becomes a gigabyte ends with its reader', async () => {
    const bounds = { ...LIMITS, growthBytes: 300 * MEGABYTE }
    await expect(convertApart('pdf', hostile.pdfBomb(), bounds)).rejects.toThrow('more memory than a document may')
  })

  test('objects are bounded too', async () => {
    const words = new Uint8Array(Buffer.from('<p>moss</p>'.repeat(200_000)))
    await expect(convertApart('html', words, { ...LIMITS, heapMegabytes: 40 })).rejects.toThrow(
      'more memory than a document may',
    )
  })

  test('a reader that does not end is ended', async () => {
    await expect(convertApart('pdf', hostile.pdfWithoutTricks(), { ...LIMITS, time: 1 })).rejects.toThrow(
      'takes too long',
    )
  })

  test('a table with spans without end is read', async () => {
    const { body } = await convertApart('html', hostile.endlessTable())
    expect(body).toContain('moss grows here.')
  })
})

test('the file without tricks that the others are made of is read', async () => {
  const { body } = await convertApart('pdf', hostile.pdfWithoutTricks())
  expect(body).toContain('Velvet moss is a slow plant of the banks.')
})
