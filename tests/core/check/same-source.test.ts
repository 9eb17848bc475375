import { expect, test } from 'vitest'
import { checkSameSource } from '../../../src/core/check/same-source.ts'
import { brief, madeUp, parsed } from './made-up.ts'

const check = (...heads: string[]) =>
  brief(checkSameSource(parsed(heads.map((head, at) => madeUp({ id: `s${at}`, head })))))

test('sources with a title, a DOI or a page in common, on the line of the second', () => {
  expect(check('title: Bones', 'title: bones', 'title: Hearts')).toEqual(['warning same-source s1.md:2'])
  expect(check('title: A\ndoi: 10.1000/x', 'title: B\ndoi: 10.1000/X')).toEqual(['warning same-source s1.md:3'])
  expect(check('title: A\nurl: https://a.example/x', 'title: B\nurl: https://a.example/x')).toEqual([
    'note same-source s1.md:3',
  ])
})

test('sources without facts have nothing in common', () => {
  expect(check('title: A', 'title: B')).toEqual([])
})
