import { describe, expect, test } from 'vitest'
import { makeApiKey, parseApiKeys } from '../../src/node/api-keys.ts'
import { sha256 } from '../../src/node/model/model-files.ts'
import { SetupError } from '../../src/node/setup-error.ts'

const HASH = sha256('qw_x')
const OTHER = sha256('qw_y')

test('reads what it makes, and the key itself is not in the entry', () => {
  const { key, entry } = makeApiKey('clinic-app', '60')
  expect(key).toMatch(/^qw_[\w-]{43}$/)
  expect(entry).not.toContain(key)
  expect(parseApiKeys(entry)).toEqual([{ name: 'clinic-app', hash: sha256(key), requestsPerMinute: 60 }])
  expect(parseApiKeys(makeApiKey('a').entry)).toMatchObject([{ name: 'a', requestsPerMinute: null }])
})

test('makes another key each time', () => {
  expect(new Set(Array.from({ length: 50 }, () => makeApiKey('a').key)).size).toBe(50)
})

test('reads lists with commas, blanks and line feeds between', () => {
  expect(parseApiKeys(`a:${HASH}:5,\n b:${OTHER}`)).toEqual([
    { name: 'a', hash: HASH, requestsPerMinute: 5 },
    { name: 'b', hash: OTHER, requestsPerMinute: null },
  ])
})

describe('refuses', () => {
  test.each([
    ['a key in place of its hash', 'a:qw_x'],
    ['a name twice', `a:${HASH},a:${OTHER}`],
    ['a hash in capitals', `a:${HASH.toUpperCase()}`],
    ['a limit of nothing', `a:${HASH}:0`],
    ['a limit that is no number', `a:${HASH}:fast`],
    ['no name', `:${HASH}`],
    ['too many', Array.from({ length: 101 }, (_, at) => `a${at}:${HASH}`).join()],
  ])('%s', (_name, list) => {
    expect(parseApiKeys(list)).toBeNull()
  })

  test.each([
    ['App', undefined],
    ['', undefined],
    ['a:b', undefined],
    ['a', '0'],
    ['a', '1.5'],
  ])('to make a key %j with limit %j', (name, limit) => {
    expect(() => makeApiKey(name, limit)).toThrow(SetupError)
  })
})
