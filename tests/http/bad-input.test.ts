import { describe, expect, test } from 'vitest'
import type { ProblemKind } from '../../src/http/problem.ts'
import { expectProblem, testApp } from './harness.ts'

/** Stands in every input where a patient could have written; no reply may hold it. */
const SECRET = 'my-name-is-rosalind'

const { app, engine, post } = testApp()

async function refused(response: Response, kind: ProblemKind) {
  const copy = await response.clone().text()
  expect(copy.toLowerCase()).not.toContain(SECRET)
  const errors = await expectProblem(response, kind)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(engine.asked).toEqual([])
  return errors
}

/** How a message may be wrong; the same for a search query. */
const badTexts: [name: string, value: unknown, message: RegExp][] = [
  ['missing', undefined, /is required/],
  ['empty', '', /not be blank/],
  ['blank', ' \u00a0\n\t', /not be blank/],
  ['of 2,001 characters', SECRET.padEnd(2001, 'x'), /at most 2000/],
  ['with a lone surrogate', `${SECRET}\ud83d`, /lone surrogate.*well-formed/],
  ['with a NUL', `${SECRET}\0`, /NUL.*leave it out/],
  ['a number', 7, /must be text/],
  ['null', null, /must be text/],
  ['a list', [SECRET], /must be text/],
]

describe.each([
  ['/api/chat', 'message'],
  ['/api/search', 'query'],
])('%s', (path, field) => {
  test.each(badTexts)(`${field} %s`, async (_name, value, message) => {
    const errors = await refused(await post(path, { [field]: value }), 'invalid-request')
    expect(errors).toEqual([{ path: field, message: expect.stringMatching(message) }])
  })

  test('takes 2,000 characters around which there is white space', async () => {
    expect((await post('/api/search', { query: ` ${'x'.repeat(2000)}\n` })).status).toBe(200)
  })

  test.each(['', '{', SECRET, `{"${field}": "${SECRET}`, `{'${field}': '${SECRET}'}`])('not JSON: %j', async (body) => {
    await refused(await post(path, body), 'malformed-request')
  })

  test.each([`"${SECRET}"`, `["${SECRET}"]`, '7', 'null', 'true'])('JSON, but no object: %s', async (body) => {
    const errors = await refused(await post(path, body), 'invalid-request')
    expect(errors).toEqual([{ path: '', message: 'must be a JSON object' }])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'application/ld+json', ''])(
    'media type %j',
    async (type) => {
      await refused(await post(path, { [field]: SECRET }, { 'Content-Type': type }), 'unsupported-media-type')
    },
  )

  test('no media type', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ [field]: SECRET }))
    await refused(await app.request(path, { method: 'POST', body: bytes }), 'unsupported-media-type')
    await refused(await app.request(path, { method: 'POST' }), 'unsupported-media-type')
  })

  test.each([SECRET, '__proto__', 'constructor', 'toString'])('unknown field %s', async (name) => {
    const errors = await refused(await post(path, `{"${field}": "egg", "${name}": "${SECRET}"}`), 'invalid-request')
    expect(errors).toEqual([{ path: '', message: expect.stringMatching(/^unknown field; send only /) }])
  })

  test('deep nesting', async () => {
    const deep = `{"${field}": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const errors = await refused(await post(path, deep), 'invalid-request')
    expect(errors).toEqual([{ path: field, message: 'must be text' }])
  })

  test('10 MB with its length told', async () => {
    const body = JSON.stringify({ [field]: SECRET.padEnd(10_000_000, 'x') })
    await refused(await post(path, body, { 'Content-Length': String(body.length) }), 'body-too-large')
  })

  test('10 MB without its length, of which no more than needed is read', async () => {
    let sent = 0
    const chunk = new TextEncoder().encode(SECRET.padEnd(50_000, 'x'))
    const body = new ReadableStream({
      pull: (stream) => {
        sent += chunk.length
        if (sent > 10_000_000) stream.close()
        else stream.enqueue(chunk)
      },
    })
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' as const }
    await refused(await app.request(path, init), 'body-too-large')
    expect(sent).toBeLessThan(700_000)
  })
})

const turn = { role: 'user', content: 'egg' }

describe('/api/chat', () => {
  const bad: [name: string, fields: object, path: string, message: RegExp][] = [
    ['history that is no list', { history: SECRET }, 'history', /list of turns/],
    ['21 turns', { history: Array.from({ length: 21 }, () => turn) }, 'history', /at most 20 turns/],
    ['a turn that is no object', { history: [turn, SECRET] }, 'history.1', /JSON object/],
    [
      'unknown field in a turn',
      { history: [{ ...turn, [SECRET]: 1 }] },
      'history.0',
      /^unknown field; send only role, content$/,
    ],
    ['unknown role', { history: [{ ...turn, role: SECRET }] }, 'history.0.role', /user or assistant/],
    ['turn without words', { history: [{ ...turn, content: '' }] }, 'history.0.content', /not be empty/],
    [
      'turn of 4,001 characters',
      { history: [{ ...turn, content: 'x'.repeat(4001) }] },
      'history.0.content',
      /at most 4000/,
    ],
    [
      'turn with a lone surrogate',
      { history: [{ ...turn, content: '\udc00' }] },
      'history.0.content',
      /lone surrogate/,
    ],
    ['turn with a NUL', { history: [{ ...turn, content: '\0' }] }, 'history.0.content', /NUL/],
    ['country of three letters', { country: 'GBR' }, 'country', /two letters/],
    ['country of other letters', { country: 'ÄÖ' }, 'country', /two letters/],
    ['country with a line end', { country: 'GB\n' }, 'country', /two letters/],
    ['no quotes', { maxQuotes: 0 }, 'maxQuotes', /from 1 to 5/],
    ['6 quotes', { maxQuotes: 6 }, 'maxQuotes', /from 1 to 5/],
    ['half a quote', { maxQuotes: 1.5 }, 'maxQuotes', /whole number/],
    ['quotes as text', { maxQuotes: SECRET }, 'maxQuotes', /whole number/],
    ['quotes beyond numbers', { maxQuotes: 1e300 }, 'maxQuotes', /whole number/],
  ]
  test.each(bad)('%s', async (_name, fields, path, message) => {
    const errors = await refused(await post('/api/chat', { message: 'egg', ...fields }), 'invalid-request')
    expect(errors).toContainEqual({ path, message: expect.stringMatching(message) })
    expect(new Set(errors?.map((error) => error.path))).toEqual(new Set([path]))
  })

  test('many faults make a short reply', async () => {
    const history = (length: number) => Array.from({ length }, () => ({ role: 0, content: 0 }))
    const twoEach = await post('/api/chat', { message: 'egg', history: history(20) })
    expect(await refused(twoEach, 'invalid-request')).toHaveLength(20)
    const flood = await post('/api/chat', { message: 'egg', history: history(10_000) })
    expect((await refused(flood, 'invalid-request'))?.length).toBeLessThanOrEqual(20)
  })
})

describe('/api/search', () => {
  test.each([0, 51, 2.5, '10', null])('limit %j', async (limit) => {
    const errors = await refused(await post('/api/search', { query: 'egg', limit }), 'invalid-request')
    expect(errors).toContainEqual({ path: 'limit', message: 'must be a whole number from 1 to 50' })
  })
})
