import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../../src/core/ingest/parse.ts'
import type { Source } from '../../../src/core/source.ts'
import { markdownFile } from './markdown-file.ts'

const parse = (body: string, title = 'Bone facts') =>
  parseSource({ id: 'bone', markdown: `---\ntitle: ${title}\n---\n\n${body}` })

/** Each block as `kind: text`. */
const outline = ({ text, blocks }: Source) => blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
const rows = ({ blocks }: Source) => blocks.flatMap(({ table }) => (table ? [table] : []))

describe('blocks', () => {
  test('stand in the canonical text one after the other, an empty line between', () => {
    const source = parse('# Bone facts\n\nBones are\nhard.\n\n- one\n- two\n')
    expect(source.text).toBe('Bone facts\n\nBones are hard.\n\none\n\ntwo')
    expect(outline(source)).toEqual([
      'heading: Bone facts',
      'paragraph: Bones are hard.',
      'listItem: one',
      'listItem: two',
    ])
  })

  test('of nested lists come out item by item, in reading order', () => {
    const source = parse('1. one\n2. two\n   - inner\n     goes on\n\n     second paragraph\n3. three\n')
    expect(outline(source)).toEqual([
      'listItem: one',
      'listItem: two',
      'listItem: inner goes on',
      'listItem: second paragraph',
      'listItem: three',
    ])
  })

  test('of block quotes are paragraphs, lists in them are lists', () => {
    expect(outline(parse('> quoted\n>\n> > deeper\n>\n> - an item\n'))).toEqual([
      'paragraph: quoted',
      'paragraph: deeper',
      'listItem: an item',
    ])
  })

  test('are trimmed and have single spaces', () => {
    expect(parse('a  b\u00a0\u00a0c\t d  \ne').text).toBe('a b c d e')
  })

  test('are the same with the line ends of Windows', () => {
    const markdown = '---\ntitle: Bone facts\n---\n\n# One\n\nTwo\nlines.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n'
    const unix = parseSource({ id: 'bone', markdown })
    expect(parseSource({ id: 'bone', markdown: `\ufeff${markdown.replaceAll('\n', '\r\n')}` })).toEqual(unix)
  })
})

describe('markup comes out as inert plain text', () => {
  test('HTML keeps its angle brackets: nothing is hidden, nothing is run', () => {
    expect(parse('A <b>bold</b> claim.\n\n<script>alert(1)</script>\n\n<!-- a remark -->').text).toBe(
      'A <b>bold</b> claim.\n\n<script>alert(1)</script>\n\n<!-- a remark -->',
    )
  })

  test('a link leaves its words, not its address', () => {
    expect(parse('See [the paper](javascript:alert(1)) and [this][1].\n\n[1]: https://example.org').text).toBe(
      'See the paper and this.',
    )
  })

  test('an image leaves nothing, its alternative text neither: it is no sentence of the source', () => {
    expect(parse('Before ![a scan](scan.png) after.').text).toBe('Before after.')
    expect(parse('## Bones ![a scan](scan.png)\n\nText.').text).toBe('Bones\n\nText.')
  })

  test('emphasis and code leave their words', () => {
    expect(parse('**Bones** are _very_ `hard`.').text).toBe('Bones are very hard.')
    expect(parse('```html\n<p>code</p>\n```').text).toBe('<p>code</p>')
    expect(parse('    indented by mistake').text).toBe('indented by mistake')
  })

  test('a hard line break parts words', () => {
    expect(parse('one  \ntwo\\\nthree').text).toBe('one two three')
    expect(parse('Two  \nlines\n=====\n\nText.').text).toBe('Two lines\n\nText.')
  })

  test('a character that is written as a reference is normalised like any other', () => {
    expect(parse('a&nbsp;&amp;&#32;b').text).toBe('a & b')
    expect(parse('tu&shy;m&#x202E;o&zwj;r and &#x1b;').text).toMatch(/^tumor and \ufffd?$/)
  })
})

describe('sections', () => {
  test('reach to the next heading of the same or a higher level', () => {
    const { text, sections } = parse('# A\n\na\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\nd')
    expect(sections.map(({ title, level, start, end }) => [title, level, text.slice(start, end).trim()])).toEqual([
      ['A', 1, text],
      ['B', 2, 'B\n\nb\n\nC\n\nc'],
      ['C', 3, 'C\n\nc'],
      ['D', 2, 'D\n\nd'],
    ])
  })

  test('name each block by the nearest heading above', () => {
    const { blocks } = parse('before\n\n## Growth\n\ntext\n\n### Later\n\n- item')
    expect(blocks.map(({ kind, section }) => [kind, section])).toEqual([
      ['paragraph', null],
      ['heading', 'Growth'],
      ['paragraph', 'Growth'],
      ['heading', 'Later'],
      ['listItem', 'Later'],
    ])
  })

  test("are null under the document's own title, however it is capitalised", () => {
    const { blocks } = parse('# BONE FACTS\n\ntext')
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', section: null })
  })

  test('are not made by a heading without words', () => {
    const { sections } = parse('## Growth\n\n###\n\ntext')
    expect(sections.map(({ title, level }) => [title, level])).toEqual([['Growth', 2]])
  })
})

describe('tables', () => {
  const grid = '| Bone | Place |\n|---|---|\n| Femur | Thigh |\n| Skull | |\n'

  test('become a head and rows, each row with headers and cells', () => {
    const source = parse(grid)
    expect(outline(source)).toEqual(['tableHead: Bone | Place', 'tableRow: Femur | Thigh', 'tableRow: Skull |'])
    expect(rows(source)).toEqual([
      { caption: null, headers: ['Bone', 'Place'], cells: ['Femur', 'Thigh'] },
      { caption: null, headers: ['Bone', 'Place'], cells: ['Skull', ''] },
    ])
  })

  test('a row that is too short is filled up, so that cells are as many as headers', () => {
    expect(rows(parse('| A | B | C |\n|---|---|---|\n| 1 |'))).toMatchObject([{ cells: ['1', '', ''] }])
  })

  test('a cell that no header stands over is not lost in silence', () => {
    const body = '| A | B |\n|---|---|\n| 1 | 2 | lost |'
    let text: string
    try {
      text = parse(body).text
    } catch (error) {
      text = (error as Error).message
    }
    expect(text).toMatch(/lost|^corpus\/bone\.md:7: /)
  })

  test('a row without words is no row: there is nothing to quote', () => {
    expect(rows(parse('| A | B |\n|---|---|\n| 1 | 2 |\n| | |'))).toHaveLength(1)
  })

  test('cells are plain text, an escaped bar included', () => {
    expect(rows(parse('| A | B |\n|---|---|\n| **x** | a \\| b |'))).toMatchObject([{ cells: ['x', 'a | b'] }])
  })

  test('take the paragraph before them that begins with "Table" as their caption', () => {
    expect(rows(parse(`Table 1. Bones\n\n${grid}`))[0]?.caption).toBe('Table 1. Bones')
  })

  test('find their caption over a key of abbreviations', () => {
    expect(rows(parse(`Table 1. Bones\n\nF, femur.\n\n${grid}`))[0]?.caption).toBe('Table 1. Bones')
  })

  test('have no caption where that paragraph is farther off, or speaks of tables only', () => {
    expect(rows(parse(`Table 1. Bones\n\nOne.\n\nTwo.\n\n${grid}`))[0]?.caption).toBeNull()
    expect(rows(parse(`Tablets help.\n\n${grid}`))[0]?.caption).toBeNull()
    expect(rows(parse(`The table shows bones.\n\n${grid}`))[0]?.caption).toBeNull()
  })

  test.each([
    ['Table 1 shows how many had died.', false],
    ['Table S2, of the same study, shows more.', false],
    ['Table 1.2a gives amounts.', false],
    ['Table 1 Where the tumours were', true],
    ['TABLE 1: where the tumours were', true],
    ['Table 2. signs and what helps', true],
    ['Table S2 | Signs', true],
    ['Table: signs', true],
    ['Table 3', true],
  ])('have "%s" as their caption: %s', (words, isCaption) => {
    expect(rows(parse(`${words}\n\n${grid}`))[0]?.caption).toBe(isCaption ? words : null)
  })
})

describe('files that hold no source are refused with line and mending', () => {
  const faultOf = (markdown: string) => () => parseSource({ id: 'bone', markdown })

  test.each(['', ' \n\n', '\ufeff\u200b'])('empty: %j', (markdown) => {
    expect(faultOf(markdown)).toThrow('corpus/bone.md:1: the file is empty. Add front matter and text.')
  })

  test.each([
    ['none', '# Bone facts\n\ntext'],
    ['not closed', '---\ntitle: Bone facts\n\ntext'],
    ['not at the very beginning', '\n---\ntitle: Bone facts\n---\n\ntext'],
  ])('front matter: %s', (_, markdown) => {
    expect(faultOf(markdown)).toThrow(
      'corpus/bone.md:1: no front matter. Begin the file with `---`, `title: …`, `---`.',
    )
  })

  test.each([
    ['nothing', ''],
    ['a heading only', '\n# Bone facts\n'],
    ['an image only', '\n![a scan](scan.png)\n'],
  ])('after the front matter: %s', (_, body) => {
    expect(faultOf(`---\ntitle: Bone facts\n---\n${body}`)).toThrow(
      'corpus/bone.md:4: no text after the front matter. Add the source.',
    )
  })

  test('faults of the front matter are told with the line of the file', () => {
    expect(faultOf('---\r\naudience: patient\r\ntitle: x\r\nurl: javascript:alert(1)\r\n---\r\ntext')).toThrow(
      'corpus/bone.md:4: `url`: must be a full http or https address.',
    )
  })

  test('lists and quotes in one another, over 100 deep', () => {
    expect(parse(`${'> '.repeat(99)}Bones.`).text).toBe('Bones.')
    for (const mark of ['> ', '- ']) {
      expect(() => parse(`Bones.\n\n${mark.repeat(150)}Bones.`)).toThrow(
        'corpus/bone.md:7: lists and quotes stand over',
      )
    }
  })

  test('the file is named as the caller names it', () => {
    expect(() => parseSource({ id: 'bone', markdown: '', file: 'elsewhere/bone.markdown' })).toThrow(
      /^elsewhere\/bone\.markdown:1: /,
    )
  })
})

test('for any Markdown, the blocks and the white space between them are the canonical text', () => {
  fc.assert(
    fc.property(markdownFile, (markdown) => {
      const { text, blocks } = parseSource({ id: 'bone', markdown })
      expect(text).not.toMatch(/[^\P{Cc}\n]/u)
      expect(text.isWellFormed()).toBe(true)
      let end = 0
      for (const block of blocks) {
        expect(text.slice(end, block.start)).toBe(end === 0 ? '' : block.kind === 'tableRow' ? '\n' : '\n\n')
        expect(text.slice(block.start, block.end)).toMatch(/^\S+( \S+)*$/)
        end = block.end
      }
      expect(end).toBe(text.length)
    }),
  )
})
