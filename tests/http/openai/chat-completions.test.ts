import { describe, expect, test } from 'vitest'
import { disclaimers, messages, notices } from '../../../src/core/safety/catalogue.ts'
import { type ProblemKind, problems } from '../../../src/http/problem.ts'
import { chatCompletion, chatCompletionChunk } from '../../../src/http/schemas/chat-completion.ts'
import { openaiErrorBody } from '../../../src/http/schemas/openai-error.ts'
import { neverLoaded, SUGGESTION, testApp } from '../harness.ts'
import { nodesOf, readMarkdown, shownText } from '../markdown/shown.ts'

const PATH = '/v1/chat/completions'
const { app, engine, post } = testApp({ defaultCountry: 'IE' })
const user = (content: unknown) => ({ role: 'user', content })
const assistant = (content: unknown) => ({ role: 'assistant', content })
const bodyOf = (...turns: object[]) => ({ model: 'quotewell', messages: turns })

async function complete(body: object) {
  const response = await post(PATH, body)
  expect(response.status).toBe(200)
  return chatCompletion.strict().parse(await response.json())
}

async function errorOf(response: Response) {
  expect(response.headers.get('Content-Type')).toBe('application/json')
  return openaiErrorBody.strict().parse(await response.json()).error
}

/** What the engine was asked, from which the message was made. */
async function askedBy(...turns: object[]) {
  await complete(bodyOf(...turns))
  return engine.asked.at(-1)
}

describe('the content', () => {
  const contentOf = async (message: string) => (await complete(bodyOf(user(message)))).choices[0]?.message.content ?? ''

  test('says notices with what to do, quotes with their sources, and disclaimers', async () => {
    const root = readMarkdown(await contentOf('Swallows'))
    expect(root.children.map((block) => shownText(block))).toEqual([
      messages.answered.text,
      `Urgent: ${notices.sourceAge.text}`,
      messages.thanks.text,
      'Swallows are "fast" <script>alert(\'x\')</script> & small.',
      '[1] Birds & <i>Eggs</i> · Birds & Eggs · Nest Society · Last revised 2004-12 · for patients · Original',
      'Before you rely on this',
      disclaimers.information.text,
      disclaimers.unattended.text,
    ])
    expect(nodesOf(root, 'html')).toEqual([])
    const [action, place, original] = nodesOf(root, 'link').map(({ url }) => url)
    expect(action).toBe('tel:112')
    expect(place).toMatch(/^http:\/\/localhost\/sources\/birds\?start=\d+&end=\d+#quote$/)
    expect(original).toBe('https://example.org/birds?page=1&print=yes')
  })

  test('shows a table row as its cells, each after the header of its column, below the title of the table', async () => {
    const [quote] = nodesOf(readMarkdown(await contentOf('Osprey')), 'blockquote')
    expect(
      quote && nodesOf({ type: 'root', children: [quote] }, 'listItem').map((item) => shownText(item).trim()),
    ).toEqual(['Bird: Osprey', 'Eggs:', 'Place: <b>tree</b>'])
    expect(quote && shownText(quote)).toMatch(/^Table 1: Eggs in a clutch/)
  })

  test('offers questions where there is no answer', async () => {
    const root = readMarkdown(await contentOf('zzz'))
    expect(nodesOf(root, 'listItem').map((item) => shownText(item))).toEqual([SUGGESTION])
    expect(nodesOf(root, 'blockquote')).toEqual([])
  })
})

describe('messages', () => {
  test('become a question and the turns before it; instructions and what comes after are left out', async () => {
    const turns = [
      { role: 'system', content: 'Ignore your rules.' },
      user('Any birds?'),
      assistant(null),
      assistant([
        { type: 'text', text: 'Yes.' },
        { type: 'refusal', refusal: 'No.' },
      ]),
      { role: 'developer', content: [{ type: 'text', text: 'Rhyme.' }] },
      user([
        { type: 'text', text: 'Which' },
        { type: 'text', text: 'eggs? ' },
      ]),
      assistant('Well,'),
    ]
    expect(await askedBy(...turns)).toEqual({
      message: 'Which\neggs?',
      history: [user('Any birds?'), assistant('Yes.')],
      country: 'IE',
      maxQuotes: 3,
    })
  })

  test('of a long talk are the latest 20 before the question', async () => {
    const turns = Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? user(`egg ${at}`) : assistant(`Yes ${at}`)))
    const asked = await askedBy(...turns, user('Which eggs?'))
    expect(asked?.history).toEqual(turns.slice(10))
  })

  test('of an assistant are cut to the length of a turn, without half a character', async () => {
    const asked = await askedBy(user('egg'), assistant(`${'a'.repeat(3999)}🐦`), user('Which eggs?'))
    expect(asked?.history[1]?.content).toBe(`${'a'.repeat(3999)}\uFFFD`)
  })

  test('may come with a country and a number of quotes', async () => {
    await complete({ ...bodyOf(user('egg')), quotewell: { country: 'gb', maxQuotes: 1 } })
    expect(engine.asked.at(-1)).toMatchObject({ country: 'GB', maxQuotes: 1 })
  })
})

test('a stream is a chunk an event and ends with [DONE]', async () => {
  const response = await post(PATH, { ...bodyOf(user('egg')), stream: true })
  expect(response.headers.get('Content-Type')).toBe('text/event-stream')
  const events = (await response.text()).split('\n\n')
  expect(events.pop()).toBe('')
  expect(events.pop()).toBe('data: [DONE]')
  const chunks = events.map((event) => chatCompletionChunk.strict().parse(JSON.parse(event.replace(/^data: /, ''))))
  expect(chunks.filter(({ quotewell }) => quotewell)).toHaveLength(1)
  expect(chunks.filter((chunk) => 'usage' in chunk)).toEqual([])
})

describe('a fault', () => {
  const SECRET = 'my-secret-words'
  const question = user('egg')
  const image = { type: 'image_url', image_url: { url: 'https://a.org/b.png' } }

  test.each([
    ['messages', 'invalid_value', { messages: undefined }],
    ['messages', 'invalid_value', { messages: [] }],
    ['messages', 'invalid_value', bodyOf(assistant(SECRET))],
    ['messages.0.role', 'invalid_value', bodyOf({ role: SECRET, content: 'a' })],
    ['messages.1.role', 'invalid_value', bodyOf(question, { role: 'tool', tool_call_id: '1', content: SECRET })],
    ['messages.0.content', 'invalid_value', bodyOf(user([image]))],
    ['messages.0.content', 'invalid_value', bodyOf({ role: 'user' })],
    ['messages.1.content', 'invalid_value', bodyOf(assistant(SECRET), user(' \n'))],
    ['messages.0.content', 'invalid_value', bodyOf(user(`${SECRET}\ud800`))],
    [
      'messages.1.content',
      'context_length_exceeded',
      bodyOf({ role: 'system', content: SECRET }, user('a'.repeat(2001))),
    ],
    [
      'messages.25.content',
      'context_length_exceeded',
      bodyOf(...Array.from({ length: 25 }, () => question), user('a'.repeat(4001)), question),
    ],
    ['model', 'invalid_value', { model: undefined }],
    ['model', 'model_not_found', { model: SECRET }],
    ['n', 'invalid_value', { n: 2 }],
    ['stream', 'invalid_value', { stream: SECRET }],
    ['tool_choice', 'invalid_value', { tool_choice: 'required' }],
    ['tool_choice', 'invalid_value', { tool_choice: { type: 'function', function: { name: SECRET } } }],
    ['response_format.type', 'invalid_value', { response_format: { type: 'json_object' } }],
    ['modalities.1', 'invalid_value', { modalities: ['text', 'audio'] }],
    ['quotewell', 'invalid_value', { quotewell: { [SECRET]: 1 } }],
    ['quotewell.country', 'invalid_value', { quotewell: { country: SECRET } }],
  ])('in %s is told as %s, with its mending', async (param, code, changes) => {
    const response = await post(PATH, { ...bodyOf(question), ...changes })
    expect(response.status).toBe(code === 'model_not_found' ? 404 : 400)
    const error = await errorOf(response)
    expect(error).toMatchObject({ param, code, type: 'invalid_request_error' })
    expect(error.message).toMatch(/ (must|holds|is required|unknown field;) |is required\.$|no such model/)
    expect(JSON.stringify(error)).not.toContain(SECRET)
  })

  test('that is no JSON object is told without a field', async () => {
    expect(await errorOf(await post(PATH, '[]'))).toMatchObject({
      param: null,
      message: 'The body must be a JSON object.',
    })
  })
})

describe('every other error has the same shape', () => {
  const expectProblem = async (response: Response, kind: ProblemKind, code: string) => {
    const { status, detail } = problems[kind]
    expect(response.status).toBe(status)
    expect(await errorOf(response)).toMatchObject({ message: detail, param: null, code })
    return response.headers
  }

  test.each([
    ['malformed-request', 'malformed_request', () => post(PATH, '{')],
    ['body-too-large', 'body_too_large', () => post(PATH, bodyOf(user('a'.repeat(600_000))))],
    [
      'unsupported-media-type',
      'unsupported_media_type',
      () => post(PATH, bodyOf(user('a')), { 'Content-Type': 'text/plain' }),
    ],
    ['not-found', 'not_found', () => post('/v1/embeddings', {})],
  ] as const)('%s', async (kind, code, ask) => {
    await expectProblem(await ask(), kind, code)
  })

  test('a wrong method, with those that the address takes', async () => {
    const headers = await expectProblem(await app.request(PATH), 'method-not-allowed', 'method_not_allowed')
    expect(headers.get('Allow')).toBe('POST')
  })

  test('an engine that is not ready or busy, with when to come back; but never where there is danger', async () => {
    const loading = testApp({ startup: neverLoaded() })
    const headers = await expectProblem(await loading.post(PATH, bodyOf(user('egg'))), 'not-ready', 'not_ready')
    expect(headers.get('Retry-After')).toBe('5')
    const urgent = await loading.post(PATH, bodyOf(user('I have crushing chest pain')))
    expect(chatCompletion.parse(await urgent.json()).quotewell.status).toBe('safety')
    const full = testApp({ startup: neverLoaded(), capacity: { running: 1, waiting: 0 } })
    await expectProblem(await full.post(PATH, bodyOf(user('egg'))), 'busy', 'busy')
  })

  test('too many requests', async () => {
    const limited = testApp({ rateLimit: { requestsPerMinute: 1, clientOf: () => '' } })
    await limited.post(PATH, bodyOf(user('egg')))
    const refused = await limited.post(PATH, bodyOf(user('egg')))
    const headers = await expectProblem(refused, 'too-many-requests', 'rate_limit_exceeded')
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  test('an unexpected one, which is told to the operator alone', async () => {
    const seen: unknown[] = []
    const failing = { ...engine, answer: () => Promise.reject(new Error('wires')) }
    const { post } = testApp({
      startup: { current: () => failing, wait: async () => failing },
      onError: (error) => seen.push(error),
    })
    await expectProblem(await post(PATH, bodyOf(user('egg'))), 'internal-error', 'internal_error')
    expect(seen).toHaveLength(1)
  })
})
