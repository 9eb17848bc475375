import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openJournal } from '../../src/node/journal.ts'
import { type EmbeddedText, openJournalFile } from '../../src/node/journal-file.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
const DIMENSIONS = 3

const entry = (text: string, tokens: number | null): EmbeddedText => ({
  text,
  vector: Float32Array.of(text.length, 2, 3),
  tokens:
    tokens === null
      ? null
      : {
          bytes: Uint8Array.from({ length: tokens * DIMENSIONS }, (_, at) => at + 1),
          scales: Float32Array.from({ length: tokens }, (_, at) => at / 4),
          pieces: Uint32Array.from({ length: tokens }, (_, at) => 1_000 + at),
        },
})
const first = [entry('one', 5), entry('two words', null)]
const second = [entry('three', 0), entry('Ärger 4', 1)]
const texts = [...first, ...second]

function open(journalFolder: string, identity = 'model') {
  const journal = openJournal(journalFolder, identity, DIMENSIONS)
  onTestFinished(journal.close)
  return journal
}
const held = (journal: ReturnType<typeof open>) =>
  texts.filter(({ text }) => journal.has(text, false)).map(({ text }) => text)

async function written() {
  const journalFolder = join(await folder(), 'journal')
  const journal = open(journalFolder)
  journal.add(first)
  const [name = ''] = readdirSync(journalFolder)
  const file = join(journalFolder, name)
  const middle = statSync(file).size
  journal.add(second)
  return { journalFolder, file, journal, middle, end: statSync(file).size }
}

test('gives back what was added, at once and when it is opened again', async () => {
  const { journalFolder, journal } = await written()
  for (const one of [journal, open(journalFolder)]) {
    for (const { text, vector, tokens } of texts) {
      expect(one.vector(text)).toEqual(vector)
      expect(one.tokens(text)).toEqual(tokens)
      expect(one.has(text, true)).toBe(tokens !== null)
    }
    expect(one.vector('four')).toBeNull()
    expect(one.tokens('four')).toBeNull()
    expect(one.size).toBe(4)
  }
})

test('cut anywhere, it holds the whole batches before, and goes on from there', async () => {
  const { journalFolder, file, middle, end } = await written()
  const whole = readFileSync(file)
  for (let size = 0; size <= end; size++) {
    rmSync(journalFolder, { recursive: true })
    mkdirSync(journalFolder)
    writeFileSync(file, whole)
    truncateSync(file, size)
    const journal = open(journalFolder)
    const expected = size === end ? texts : size >= middle ? first : []
    expect(held(journal), `cut at ${size} of ${end}`).toEqual(expected.map(({ text }) => text))
    journal.add(second)
    const again = open(journalFolder)
    expect(again.tokens('Ärger 4'), `cut at ${size}`).toEqual(second[1]?.tokens)
    journal.close()
    again.close()
  }
})

test('with any byte altered, it gives nothing false', async () => {
  const { journalFolder, file, end } = await written()
  const whole = readFileSync(file)
  for (let at = 0; at < end; at++) {
    writeFileSync(
      file,
      whole.map((byte, place) => (place === at ? byte ^ 0x55 : byte)),
    )
    const journal = open(journalFolder)
    for (const { text, vector } of texts) expect([null, vector], `byte ${at}`).toContainEqual(journal.vector(text))
    journal.close()
  }
})

test('of another model it is begun anew', async () => {
  const { journalFolder } = await written()
  expect(held(open(journalFolder, 'other'))).toEqual([])
  expect(held(open(journalFolder))).toEqual([])
})

test('what another process writes is known when it is noted, and found by the next build without that', async () => {
  const journalFolder = join(await folder(), 'journal')
  const journal = open(journalFolder)
  const { target, note } = journal.begin()
  const writer = openJournalFile(target.file, target.identity, DIMENSIONS)
  onTestFinished(writer.close)
  const places = writer.add(first)
  expect(held(journal)).toEqual([])
  note(
    first.map(({ text }) => text),
    places,
  )
  writer.add(second)
  journal.add([entry('mine', 2)])
  expect(held(journal)).toEqual(first.map(({ text }) => text))
  for (const { text, vector, tokens } of first) {
    expect(journal.vector(text)).toEqual(vector)
    expect(journal.tokens(text)).toEqual(tokens)
  }

  const next = open(journalFolder)
  expect(next.size).toBe(5)
  for (const { text, vector, tokens } of [...texts, entry('mine', 2)]) {
    expect(next.vector(text)).toEqual(vector)
    expect(next.tokens(text)).toEqual(tokens)
  }
  expect(next.begin().target.file, 'no file has two writers').not.toBe(target.file)
})

test('closed, it gives and takes nothing', async () => {
  const { journal } = await written()
  journal.close()
  expect(() => journal.vector('one')).toThrow('closed')
  expect(() => journal.add(first)).toThrow('closed')
})

test('a vector of another length is refused', async () => {
  const { journal } = await written()
  expect(() => journal.add([{ ...entry('x', null), vector: new Float32Array(2) }])).toThrow(RangeError)
})
