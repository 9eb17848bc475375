import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Gap } from '../../src/core/answer/gap.ts'
import { forgetGaps, openGapKeeper, readGaps } from '../../src/node/gap-file.ts'
import { renderGaps } from '../../src/node/render-gaps.ts'
import { SetupError } from '../../src/node/setup-error.ts'
import { useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()
const gap: Gap = { nearest: { sourceId: 'bone', section: null }, unknown: [{ word: 'pazopanib', term: 'pazopanib' }] }

function keeperOf(index: string) {
  const clock = { now: new Date('2026-03-01T09:15:42Z') }
  const errors: unknown[] = []
  const keeper = openGapKeeper(index, {
    sourceIds: () => null,
    onError: (error) => errors.push(error),
    now: () => clock.now,
  })
  return { ...keeper, clock, errors }
}

test('writes when a day is over and at the end, never when something is asked', async () => {
  const index = join(await folder(), 'index')
  const { add, close, clock } = keeperOf(index)
  add(gap)
  expect(readGaps(index)).toBeNull()
  clock.now = new Date('2026-03-02T00:00:30Z')
  add(gap)
  expect(readGaps(index)?.sections).toEqual([
    { sourceId: 'bone', section: null, count: 1, days: 1, last: '2026-03-01' },
  ])
  close()
  expect(readGaps(index)?.sections).toEqual([
    { sourceId: 'bone', section: null, count: 2, days: 2, last: '2026-03-02' },
  ])
})

test('goes on where the one before left off, and shows a word of five days', async () => {
  const index = await folder()
  for (const date of ['01', '02', '03', '04', '05']) {
    const { add, close, clock } = keeperOf(index)
    clock.now = new Date(`2026-03-${date}T23:59:59Z`)
    add(gap)
    close()
  }
  const kept = readGaps(index)
  expect(kept?.since).toBe('2026-03-01')
  expect(
    kept && renderGaps(kept),
  ).toBe(`Questions without an answer, since 2026-03-01, by the section that comes nearest
count   days  section
    5      5  bone

Words that the sources don't use, asked for on 5 days or more
count   days  word
    5      5  pazopanib
`)
})

test('the files are for the server’s own eyes, and hold no key beside the counts', async () => {
  const index = await folder()
  const { add, close } = keeperOf(index)
  add(gap)
  close()
  expect((await readdir(index)).sort()).toEqual(['.gaps.json', '.gaps.key'])
  for (const name of await readdir(index)) expect((await stat(join(index, name))).mode & 0o777).toBe(0o600)
  const key = await readFile(join(index, '.gaps.key'))
  expect(key.length).toBe(32)
  const text = await readFile(join(index, '.gaps.json'), 'utf8')
  expect(text).not.toContain(key.toString('hex'))
  expect(text).not.toContain('pazopanib')
})

test('forgets both files', async () => {
  const index = await folder()
  const { add, close } = keeperOf(index)
  add(gap)
  close()
  forgetGaps(index)
  expect(await readdir(index)).toEqual([])
  expect(readGaps(index)).toBeNull()
})

test('counts from another program or torn ones are none', async () => {
  for (const text of ['', '{', '[]', '{"format":"quotewell-gaps","version":2}']) {
    expect(readGaps(await folder({ '.gaps.json': text }))).toBeNull()
  }
})

test('says at the start that it can not write', async () => {
  const index = join(await folder({ file: 'x' }), 'file', 'index')
  expect(() => keeperOf(index)).toThrow(SetupError)
  expect(() => keeperOf(index)).toThrow(
    /^QUOTEWELL_GAPS="on": .*\.gaps\.key can't be written \(ENOTDIR\)\. Let the server/,
  )
})
