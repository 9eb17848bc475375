/** The official client of the Model Context Protocol against the real server: nothing of it is stubbed. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import { chatReply } from '../../src/http/schemas/chat-reply.ts'
import { readSourceReply } from '../../src/http/schemas/read-source.ts'
import { searchReply } from '../../src/http/schemas/search.ts'
import { nodesOf, readMarkdown, shownText } from '../http/markdown/shown.ts'
import { useTempFolders } from '../node/temp-folders.ts'
import {
  ANSWERED,
  BUILD_PATIENCE,
  EMERGENCY,
  openRealEngine,
  PATIENCE,
  startRealServer,
  UNANSWERED,
} from './real-server.ts'

const makeFolder = useTempFolders()
let engine: Engine
let server: Awaited<ReturnType<typeof startRealServer>>
let client: Client

async function connect(url: string): Promise<Client> {
  const one = new Client({ name: 'test', version: '1' })
  // The types of the library leave out that an absent session is undefined.
  const transport: object = new StreamableHTTPClientTransport(new URL(`${url}/mcp`))
  await one.connect(transport as Transport)
  return one
}

beforeAll(async () => {
  engine = await openRealEngine(makeFolder)
  server = await startRealServer(Promise.resolve(engine))
  client = await connect(server.url)
}, BUILD_PATIENCE)
afterAll(async () => {
  await client?.close()
  await server?.stop()
})

async function call(name: string, args: Record<string, unknown>, from = client) {
  const result = await from.callTool({ name, arguments: args })
  const [content] = result.content as { type: string; text: string }[]
  return { text: content?.text ?? '', structured: result.structuredContent, isError: result.isError === true }
}

test('introduces itself and its three tools, whose every argument and field is described', async () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'quotewell' })
  expect(client.getInstructions()).toContain('word for word')
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['ask', 'search_passages', 'read_source'])
  for (const { inputSchema, outputSchema, annotations } of tools) {
    expect(annotations?.readOnlyHint).toBe(true)
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(outputSchema?.type).toBe('object')
    expect(JSON.stringify([inputSchema, outputSchema])).not.toContain('$ref')
    for (const field of Object.values(inputSchema.properties ?? {})) expect(field).toHaveProperty('description')
  }
  expect(tools[0]?.inputSchema).toMatchObject({
    properties: { message: { minLength: 1, maxLength: 2000 }, maxQuotes: { minimum: 1, maximum: 5, default: 3 } },
    required: ['message'],
  })
})

describe('ask', () => {
  test('brings the reply of the API, and Markdown whose block quotes are the quotes', async () => {
    const { text, structured } = await call('ask', { message: ANSWERED, maxQuotes: 2 })
    const reply = chatReply.strict().parse(structured)
    expect(reply.status).toBe('answered')
    for (const { text, sourceId, start, end } of reply.quotes) {
      expect(engine.sources.find(({ id }) => id === sourceId)?.text.slice(start, end)).toBe(text)
    }
    const root = readMarkdown(text)
    expect(nodesOf(root, 'blockquote').map((quote) => shownText(quote))).toEqual(reply.quotes.map(({ text }) => text))
    for (const { text } of [...reply.notices, ...reply.disclaimers]) expect(shownText(root)).toContain(text)
  })

  test('reads earlier turns', async () => {
    const history = [{ role: 'user', content: 'What is mesenchymal chondrosarcoma?' }]
    const { structured } = await call('ask', { message: 'And how rare is it?', history })
    expect(chatReply.parse(structured).question.searched).toContain('mesenchymal chondrosarcoma')
  })

  test('says that the sources do not tell', async () => {
    const { structured, isError } = await call('ask', { message: UNANSWERED })
    expect(chatReply.parse(structured)).toMatchObject({ status: 'no_answer', quotes: [] })
    expect(isError).toBe(false)
  })

  test('answers an emergency while the engine is not there yet, and else says so', async () => {
    const loading = await startRealServer(new Promise<Engine>(() => {}))
    onTestFinished(() => loading.stop())
    const early = await connect(loading.url)
    onTestFinished(() => early.close())
    const { structured, text } = await call('ask', { message: EMERGENCY, country: 'GB' }, early)
    expect(chatReply.parse(structured).status).toBe('safety')
    expect(text).toContain('(tel:999)')
  })
})

test('search_passages ranks passages', async () => {
  const { structured, text } = await call('search_passages', { query: ANSWERED, limit: 4 })
  const { passages } = searchReply.strict().parse(structured)
  expect(passages).toHaveLength(4)
  expect(JSON.parse(text)).toEqual(structured)
  for (const { sourceId, start, end, text } of passages) {
    expect(engine.sources.find(({ id }) => id === sourceId)?.text.slice(start, end)).toBe(text)
  }
})

describe('read_source', () => {
  test('reads a source part by part', async () => {
    for (const source of engine.sources) {
      let read = ''
      while (read.length < source.text.length) {
        const { structured, text } = await call('read_source', { id: source.id, start: read.length })
        const part = readSourceReply.strict().parse(structured)
        expect(part).toMatchObject({ start: read.length, length: source.text.length, title: source.title, text })
        read += text
        expect(part.end).toBe(read.length)
      }
      expect(read).toBe(source.text)
    }
  })

  test('reads a span', async () => {
    const [source] = engine.sources
    const { text } = await call('read_source', { id: source?.id, start: 5, end: 20 })
    expect(text).toBe(source?.text.slice(5, 20))
  })
})

test('the sources are resources', async () => {
  const { resources } = await client.listResources()
  expect(resources.map(({ title }) => title)).toEqual(engine.sources.map(({ title }) => title))
  for (const [at, { uri, size }] of resources.entries()) {
    const { contents } = await client.readResource({ uri })
    const text = engine.sources[at]?.text ?? ''
    expect(contents).toEqual([{ uri, mimeType: 'text/plain', text }])
    expect(size).toBe(new TextEncoder().encode(text).length)
  }
  const { resourceTemplates } = await client.listResourceTemplates()
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual(['quotewell://sources/{id}'])
  await expect(client.readResource({ uri: 'quotewell://sources/../etc' })).rejects.toMatchObject({ code: -32002 })
})

describe('a fault is told without what was sent', () => {
  const SECRET = 'my-secret-words'

  test.each([
    ['ask', {}, 'message is required'],
    ['ask', { message: ' ' }, 'message must not be blank'],
    ['ask', { message: 'a'.repeat(2001) }, 'message must be at most 2000'],
    [
      'ask',
      { message: 'a', history: Array.from({ length: 21 }, () => ({ role: 'user', content: SECRET })) },
      'history must hold at most 20 turns',
    ],
    ['ask', { message: 'a', [SECRET]: 1 }, 'unknown field; send only message, history, country, maxQuotes'],
    ['search_passages', { query: 'a', limit: SECRET }, 'limit must be a whole number from 1 to 50'],
    ['read_source', { id: SECRET }, 'No source has this id'],
    ['read_source', { id: 'extraskeletal-osteosarcoma-thorax-2016', start: 9_999_999 }, 'start must be below end'],
    ['read_source', { id: 'a', start: -1 }, 'start must be a whole number'],
  ])('%s %j', async (name, args, told) => {
    const { text, isError } = await call(name, args)
    expect(isError).toBe(true)
    expect(text).toContain(told)
    expect(text).not.toContain(SECRET)
  })

  test('a tool that there is not', async () => {
    const error = await call(SECRET, {}).catch((error) => error)
    expect(error).toMatchObject({ code: -32602 })
    expect(error.message).toContain('There is no such tool')
    expect(error.message).not.toContain(SECRET)
  })
})

test('a client that hangs up in the queue frees its place', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const asked: string[] = []
  const slow: Engine = {
    ...engine,
    answer: async (request) => {
      asked.push(request.message)
      await held
      return engine.answer(request)
    },
  }
  const busy = await startRealServer(Promise.resolve(slow))
  onTestFinished(() => busy.stop())
  const [staying, leaving] = [await connect(busy.url), await connect(busy.url)]
  onTestFinished(() => staying.close())
  const first = call('ask', { message: ANSWERED }, staying)
  await vi.waitUntil(() => asked.length > 0, PATIENCE)
  const gone = call('ask', { message: UNANSWERED }, leaving).catch(() => 'gone')
  await (await fetch(`${busy.url}/api/health`)).text()
  await leaving.close()
  expect(await gone).toBe('gone')
  await vi.waitUntil(() => busy.records.some(({ status }) => status === 499), PATIENCE)
  release()
  expect(chatReply.parse((await first).structured).status).toBe('answered')
  expect(asked).toEqual([ANSWERED])
})
