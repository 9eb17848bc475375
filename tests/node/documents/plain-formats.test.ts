import { describe, expect, test } from 'vitest'
import { parseSource } from '../../../src/core/ingest/parse.ts'
import { formatOf } from '../../../src/node/documents/format.ts'
import { cellFidelity, wordFidelity } from '../../documents/fidelity.ts'
import { velvetMoss } from '../../documents/texts.ts'
import { readAsSource } from './read-as-source.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))
const textOf = async (format: 'text' | 'markdown' | 'html', raw: Uint8Array) =>
  (await readAsSource(format, raw)).source.text
const kinds = async (raw: string) => (await readAsSource('text', bytes(raw))).source.blocks.map(({ kind }) => kind)

describe('Markdown', () => {
  const corpusFile = `---\ntitle: Moss\npublisher: Bog Trust\n---\n\n# Moss\n\nMoss is *green*[^1] & [wet](https://x.example) \`raw\`.\n\n- One\n  - Two\n\n| A | B |\n|---|---|\n| 1 \\| 2 | x |\n`

  test('keeps its canonical text and its facts', async () => {
    const { source, facts } = await readAsSource('markdown', bytes(corpusFile))
    expect(source.text).toBe(parseSource({ id: 'moss', markdown: corpusFile }).text)
    expect(facts).toMatchObject({ title: 'Moss', publisher: 'Bog Trust' })
  })

  test('loses HTML, and tells so', async () => {
    const { source, changes } = await readAsSource(
      'markdown',
      bytes('One<br>two <b>three</b>.\n\n<script>alert(1)</script>\n\n<!-- page 3 -->\n\nFour.'),
    )
    expect(source.text).toBe('One two three.\n\nFour.')
    expect(source.pages?.map(({ page }) => page)).toEqual([3])
    expect(changes.map(({ text }) => text)).toEqual(['<b>', '</b>', '<script>alert(1)</script>'])
  })

  test('tells front matter that is wrong, with its line', async () => {
    await expect(readAsSource('markdown', bytes('---\ntitle: Moss\npublished: soon\n---\n\nText.'))).rejects.toThrow(
      /:3: .*published/,
    )
  })
})

describe('text', () => {
  const raw = `Moss\n====\n\nMoss is slow-\ngrowing. The slow-growing kind photo-\nsynthesises.\n\nWhat to do\n\n1. Water\n   it.\n2. Wait.\n\nNote:\n* one\n* two\n\nAge\tDose\nyoung\t3\nold\t4\n\nA closing line without an end`

  test('has headings, paragraphs, lists and tables', async () => {
    expect(await kinds(raw)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'listItem',
      'listItem',
      'paragraph',
      'listItem',
      'listItem',
      'tableHead',
      'tableRow',
      'tableRow',
      'paragraph',
    ])
    expect(await textOf('text', bytes(raw))).toContain('Moss is slow-growing. The slow-growing kind photosynthesises.')
  })

  test('stays inert, whatever Markdown it looks like', async () => {
    const odd = 'Use * and _ and ` and [x](y) and <b> and # and &amp; and \\ and | freely, 1 < 2.'
    expect(await textOf('text', bytes(odd))).toBe(odd)
    expect(await textOf('text', bytes('1986\\. A year.\n\n    four spaces here.\n\n+ plus'))).toBe(
      '1986\\. A year.\n\nfour spaces here.\n\nplus',
    )
  })

  test('has pages where form feeds part it', async () => {
    const { source } = await readAsSource('text', bytes('First page.\n\fSecond page.'))
    expect(source.pages).toEqual([
      { page: 1, start: 0 },
      { page: 2, start: 11 },
    ])
  })
})

describe('encodings', () => {
  const words = 'Åsa’s “2–3 mm”, café, 5 °C'
  const windows = new Uint8Array([...'Åsa\x92s \x932\x963 mm\x94, caf\xe9, 5 \xb0C'].map((sign) => sign.charCodeAt(0)))
  test.each<[string, 'text' | 'html', Uint8Array]>([
    ['UTF-8', 'text', bytes(words)],
    ['UTF-8 with a byte order mark', 'text', bytes(`\uFEFF${words}`)],
    ['UTF-16, little end first', 'text', bytes(`\uFEFF${words}`, 'utf16le')],
    ['UTF-16, big end first', 'text', bytes(`\uFEFF${words}`, 'utf16le').map((_, at, all) => all[at ^ 1] ?? 0)],
    ['windows-1252', 'text', windows],
    [
      'windows-1252 that calls itself latin1, as browsers read it',
      'html',
      new Uint8Array([...bytes('<meta charset="iso-8859-1"><p>'), ...windows]),
    ],
    ['an encoding that nobody knows', 'html', bytes(`<meta charset="klingon"><p>${words}`)],
  ])('%s', async (_, format, raw) => {
    expect(await textOf(format, raw)).toBe(words)
  })

  test('bytes that are no text are refused', async () => {
    await expect(textOf('text', new Uint8Array([65, 0, 0, 66]))).rejects.toThrow('no text')
  })
})

test('a document without a word is refused', async () => {
  await expect(textOf('html', bytes('<p><img src=x></p><script>1</script>'))).rejects.toThrow('There is no text in it.')
  await expect(textOf('text', bytes(' \n\n '))).rejects.toThrow('There is no text in it.')
})

describe('web pages', () => {
  const headersOf = async (html: string) =>
    (await readAsSource('html', bytes(html))).source.blocks.find(({ table }) => table)?.table?.headers
  const read = (html: string) => textOf('html', bytes(html))

  test('figures raised and lowered keep their meaning; footnote marks go', async () => {
    expect(
      await read(
        '<p>10<sup>5</sup> per cm<sup>2</sup>, CO<sub>2</sub>, 4<sup>th</sup>, predominance.<sup>1,2</sup> Bone<sup><a href=#1>[3]</a></sup> grows.',
      ),
    ).toBe('10⁵ per cm², CO₂, 4th, predominance. Bone grows.')
  })

  test('a cell that spans rows or columns stands in each of them', async () => {
    const { source } = await readAsSource(
      'html',
      bytes(
        '<table><tr><th rowspan=2>Plant<th colspan=2>Dose<tr><th>Young<th>Old<tr><td rowspan=2>Moss<td>1<td>2<tr><td colspan=2>none</table>',
      ),
    )
    expect(source.blocks.flatMap(({ table }) => (table ? [table] : []))).toMatchObject([
      { headers: ['Plant', 'Dose Young', 'Dose Old'], cells: ['Moss', '1', '2'] },
      { cells: ['Moss', 'none', 'none'] },
    ])
  })

  test('a first row of figures is no header: rows under it would be told under its name', async () => {
    expect(await headersOf('<table><tr><td>Leg<td>6<td>12<tr><td>Arm<td>18<td>35</table>')).toEqual(['', '', ''])
    expect(await headersOf('<table><tr><td>Name<td>Moss<tr><td>Colour<td>green</table>')).toEqual(['', ''])
  })

  test('a first row that reads like a header is one', async () => {
    expect(await headersOf('<table><tr><td>Sign<td>Cause<td>Help<tr><td>Grey<td>Salt<td>Water</table>')).toEqual([
      'Sign',
      'Cause',
      'Help',
    ])
    expect(await headersOf('<table><tr><td>Place<td>Number<tr><td>Arm<td>18</table>')).toEqual(['Place', 'Number'])
    expect(await headersOf('<table><tr><td><b>Sign</b><td><b>Help</b><tr><td>Grey<td>Water</table>')).toEqual([
      'Sign',
      'Help',
    ])
  })

  test('a page that is a table is read', async () => {
    expect(
      await read('<table><tr><th>Plant<th>Care<tr><td>Moss<td>Water it once a day. Do not shake it.</table>'),
    ).toBe('Plant | Care\nMoss | Water it once a day. Do not shake it.')
  })

  test('spans without end take neither time nor memory', async () => {
    const cell = '<td rowspan=65534 colspan=1000>x'
    const { source } = await readAsSource(
      'html',
      bytes(`<table><tr><th>a${`<tr>${cell.repeat(50)}`.repeat(200)}</table>`),
    )
    expect(source.text.length).toBeLessThan(3_000_000)
  })

  test('a long aside within the article is text', async () => {
    const aside =
      'Call a doctor if it swells. Do so at once. Do not wait for the pain. Take your papers along. Ask for the ward.'
    expect(await read(`<main><p>Moss is green. It grows well here.</p><aside>${aside}</aside></main>`)).toContain(aside)
  })
})

test('the word and cell measures see a lost, a changed and a moved word', async () => {
  const { source } = await readAsSource('text', bytes('Living with velvet moss'))
  expect(wordFidelity(velvetMoss, source)).toBeLessThan(0.05)
  expect(cellFidelity(velvetMoss, source)).toBe(0)
})

describe('formatOf', () => {
  const pdf = bytes('%PDF-1.7')
  const page = bytes('<!DOCTYPE html><p>x')
  test.each<[string, Uint8Array, RegExp]>([
    ['a.pdf', page, /named \.pdf, but it is a web page/],
    ['a.pdf', bytes('hello'), /named \.pdf, but it is none/],
    ['a.txt', pdf, /named \.txt, but it is a PDF/],
    ['a.md', page, /named \.md, but it is a web page/],
    ['a.html', pdf, /named \.html, but it is a PDF/],
    ['a.docx', pdf, /named \.docx, but it is a PDF/],
    ['a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /old or password-protected/],
    ['a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /a PNG image/],
    ['a.exe', bytes('MZ'), /named \.exe can't be read\. Known are/],
    ['leaflet', bytes('x'), /without an ending/],
  ])('%s', (name, raw, message) => {
    expect(() => formatOf(name, raw)).toThrow(message)
  })

  test('knows each format by its name and its first bytes', () => {
    expect([
      formatOf('A.PDF', pdf),
      formatOf('a.htm', page),
      formatOf('a.html', bytes('<p>x')),
      formatOf('a.MD', bytes('# x')),
      formatOf('a.docx', new Uint8Array([0x50, 0x4b, 3, 4])),
    ]).toEqual(['pdf', 'html', 'html', 'markdown', 'docx'])
  })
})

test('a numbered list of a text file begins with its own number', async () => {
  const text = 'Walking out\n\n3. Follow the posts.\n4. Wait for the slowest.\n'
  const { body } = await readAsSource('text', new TextEncoder().encode(text))
  expect(body).toContain('3. Follow the posts.\n4. Wait')
})
