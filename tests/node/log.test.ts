import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/node/log.ts'

function logged(level: 'silent' | 'error' | 'info') {
  const lines: string[] = []
  const log = createLog(level, { write: (line) => void lines.push(line) })
  return { log, lines, parsed: () => lines.map((line) => JSON.parse(line)) }
}

const request = { id: '7', method: 'GET', route: '/sources/:id' }
const record = { ...request, status: 200, ms: 1.5, counts: { quotes: 3 } }

test('info tells start, requests, errors and stop, a line of JSON each', () => {
  const { log, lines, parsed } = logged('info')
  log.started('http://127.0.0.1:1')
  log.request(record)
  log.failure(new TypeError('x'), request)
  log.stopped()
  for (const line of lines) expect(line).toMatch(/^[^\n]+\n$/)
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(parsed()).toEqual([
    { level: 30, time, msg: 'started', url: 'http://127.0.0.1:1' },
    { level: 30, time, msg: 'request', ...request, status: 200, ms: 1.5, quotes: 3 },
    {
      level: 50,
      time,
      msg: 'unexpected error',
      ...request,
      error: 'TypeError',
      at: expect.stringMatching(/^at .*:\d+:\d+/),
    },
    { level: 30, time, msg: 'stopped' },
  ])
})

test('error tells errors only, silent nothing', () => {
  for (const [level, expected] of [
    ['error', ['unexpected error']],
    ['silent', []],
  ] as const) {
    const { log, parsed } = logged(level)
    log.started('http://127.0.0.1:1')
    log.request(record)
    log.failure(new Error('x'))
    log.stopped()
    expect(parsed().map(({ msg }) => msg)).toEqual(expected)
  }
})

describe('an error is told by its name and place, never by its words', () => {
  const SECRET = 'my name is rosalind'
  const renamed = Object.assign(new Error('x'), { name: SECRET })
  const reworded = Object.assign(new Error('x'), { message: SECRET })
  const staged = new Error('x')
  staged.stack = SECRET

  test.each<[string, unknown, object]>([
    ['a message', new RangeError(SECRET), { error: 'RangeError', at: expect.any(String) }],
    ['a message of many lines', new Error(`a\n${SECRET}`), { error: 'Error', at: expect.any(String) }],
    ['a message like a place', new Error(`a\n    at ${SECRET}:1:1`), { error: 'Error', at: expect.any(String) }],
    ['no message', new Error(), { error: 'Error', at: expect.any(String) }],
    ['a cause', new Error('x', { cause: new Error(SECRET) }), { error: 'Error', at: expect.any(String) }],
    ['a name', renamed, { error: 'Error' }],
    ['another message than its stack', reworded, { error: 'Error' }],
    ['a stack of its own', staged, { error: 'Error' }],
    ['a text thrown', SECRET, { error: 'string' }],
    ['an object thrown', { message: SECRET, stack: SECRET }, { error: 'object' }],
    ['nothing thrown', undefined, { error: 'undefined' }],
  ])('%s', (_name, error, expected) => {
    const { log, lines, parsed } = logged('error')
    log.failure(error)
    expect(lines.join('')).not.toContain('rosalind')
    expect(parsed()).toMatchObject([expected])
  })
})
