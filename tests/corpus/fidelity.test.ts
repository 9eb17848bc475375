import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { applyRepairs } from './apply-repairs.ts'
import { repairs } from './repairs.ts'

const corpus = new URL('../../corpus/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, corpus), 'utf8')
const original = (id: string) => read(`original/${id}.txt`)
const parse = (id: string) => parseSource({ id, markdown: read(`${id}.md`) })
const words = (text: string) => text.split(/\s+/).filter(Boolean)

/** Null when the two are the same; else the first place where they part, with the words around it. */
function firstDifference(expected: string[], actual: string[]) {
  const longer = Math.max(expected.length, actual.length)
  for (let at = 0; at < longer; at += 1) {
    if (expected[at] === actual[at]) continue
    const around = (list: string[]) => list.slice(Math.max(0, at - 5), at + 6).join(' ')
    return { at, expected: around(expected), actual: around(actual) }
  }
  return null
}

describe.each(Object.entries(repairs))('%s', (id, listed) => {
  test('the original is the text as it was found', () => {
    expect(createHash('sha256').update(original(id)).digest('hex')).toBe(listed.sha256)
  })

  test('every listed removal, move and kept hyphen is found in the original as often as listed', () => {
    expect(() => applyRepairs(original(id), listed)).not.toThrow()
    const lineEnds = original(id).replace(/-\s*\n\s*/g, '-¶')
    for (const word of listed.keptHyphens) expect(lineEnds).toContain(word.replace('-', '-¶'))
  })

  test('no word is added, changed or lost apart from the listed repairs', () => {
    const raw = original(id)
    // A lone bar joins table cells in canonical text, so it may be dropped only while no original holds one.
    expect(words(raw)).not.toContain('|')
    const canonical = words(parse(id).text).filter((word) => word !== '|')
    expect(firstDifference(words(applyRepairs(raw, listed)), canonical)).toBeNull()
  })

  test('nothing of the page around the text is left', () => {
    const { text } = parse(id)
    const furniture = ['Print it', 'References and Related Articles', 'CrossRef', '![', '](', 'read more', '====']
    expect(furniture.filter((piece) => text.includes(piece))).toEqual([])
    const footnoteMarks = /\S*[^\d\s]\.\d\S*/g
    expect(text.match(footnoteMarks)).toBeNull()
  })

  test('no word is broken at a hyphen', () => {
    // "intra- and extradural", "5- and 10-year"; the publisher's own page prints "63- year-old".
    const printedSo = /^(\S+- and|63- year-old)$/
    const broken = (parse(id).text.match(/\S+-\s\S+/g) ?? []).filter((pair) => !printedSo.test(pair))
    expect(broken).toEqual([])
  })

  test('no paragraph ends or begins in the middle of a sentence', () => {
    const { text, blocks } = parse(id)
    const captions = /^(Figure|Fig\.|Table|Age \(years\);|Last revised:|By |Holcombe )/
    const paragraphs = blocks
      .filter((block) => block.kind === 'paragraph')
      .map((block) => text.slice(block.start, block.end))
    const prose = paragraphs.filter((paragraph) => !captions.test(paragraph))
    expect(prose.filter((paragraph) => !/^[A-Z].*\.$/.test(paragraph))).toEqual([])
  })
})

function tableRows(id: string) {
  return parse(id).blocks.flatMap(({ kind, table }) => (kind === 'tableRow' && table ? [table] : []))
}

/** Rows as lines, the headers first: every cell at a glance, an empty or shifted one included. */
function tableLines(id: string) {
  const rows = tableRows(id)
  return [rows[0]?.headers ?? [], ...rows.map(({ cells }) => cells)].map((cells) => cells.join(' | '))
}

describe('the table of locations', () => {
  const id = 'mesenchymal-chondrosarcoma-liddy-shriver'

  test('has 7 rows of 3 cells', () => {
    expect(tableRows(id).map(({ cells }) => cells.filter(Boolean).length)).toEqual(Array(7).fill(3))
  })

  test('has each number in its place', () => {
    expect(tableLines(id)).toEqual([
      'Location | Number of Patients | Percentage',
      'Upper Extremities | 6 | 12',
      'Lower Extremities | 18 | 35',
      'Orbit | 5 | 10',
      'Trunk | 8 | 16',
      'Dura/meninges | 11 | 21',
      'Head and neck | 3 | 6',
      'Total | 51 | 100',
    ])
  })

  test('adds up', () => {
    const patients = tableRows(id).map(({ cells }) => Number(cells[1]))
    const total = patients.pop()
    expect(patients.reduce((sum, number) => sum + number, 0)).toBe(total)
  })
})

describe('the table of cases', () => {
  const id = 'intraspinal-mcs-bmc-neurology-2022'
  const column = (header: string) => tableRows(id).map(({ headers, cells }) => cells[headers.indexOf(header)])

  test('has 8 rows of 9 cells', () => {
    expect(tableRows(id).map(({ cells }) => cells.filter(Boolean).length)).toEqual(Array(8).fill(9))
  })

  test('has each sign in its place', () => {
    expect(tableLines(id)).toEqual([
      'Case report | Age | Sex | Location | Calcification | Dural attachment | Dural tail sign | Treatment | Outcome',
      'Chan et al. 1984 [1] | 10 | F | T3–4 (ED) | – | + | N/A | TR/RT/CT | Alive, 18 months',
      'Reif et al. 1987 [2] | 3 | M | L1–5 (I&ED) | – | + | N/A | RT/CT | Died, metastasis',
      'Di et al. 1989 [3] | 40 | F | L5–S1 (ED) | – | + | N/A | TR/RT/CT | Alive, 5 years',
      'Rushing et al. 1996 [4] | 48 | F | L5–S1 (ED) | – | + | N/A | GTR/RT | Died, metastasis',
      'Bae et al. 2011 [5] | 25 | M | T7 (I&ED) | + massive | N/A | – | TR/RT/CT | Alive, 2 years',
      'lida et al. 2014 [6] | 10 | F | L4 (I&ED) | – | N/A | – | TR | Alive, 3 years',
      'Chen et al. 2016 [7] | 26 | F | L3–5 (ED) | + massive | + | – | TR/RT | Alive, recurrence',
      'Current case | 19 | M | T12-L2(I&ED) | + punctate | + | – | TR | Alive, 1 years',
    ])
  })

  test('agrees with what the article says of it', () => {
    const ages = column('Age').map(Number)
    const meanAge = ages.reduce((sum, age) => sum + age, 0) / ages.length
    expect(meanAge, '"a mean age of 22.6 years"').toBeCloseTo(22.6, 1)
    const attached = column('Dural attachment').slice(0, 7)
    expect(
      attached.filter((sign) => sign === '+'),
      '"five cases showed dural attachment"',
    ).toHaveLength(5)
    expect(column('Dural tail sign'), '"none had the dural tail sign"').not.toContain('+')
  })
})
