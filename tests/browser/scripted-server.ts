/** A server that answers as a test says: for states that the real one shows only in trouble. */
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatReply } from '../../src/client/index.ts'
import { toChatEvents } from '../../src/http/chat-events.ts'
import { startHost } from './server.ts'

type Respond = (response: ServerResponse, message: string) => void | Promise<void>

const read = async (request: IncomingMessage): Promise<{ message: string }> => {
  let body = ''
  for await (const chunk of request) body += chunk
  return JSON.parse(body || '{}')
}

/** @param port any free one unless told */
export async function startScriptedServer(port = 0) {
  const script = await readFile('dist/widget/widget.js')
  const bodies: unknown[] = []
  const headers: IncomingMessage['headers'][] = []
  let respond: Respond = (response) => void response.writeHead(500).end()
  const host = await startHost(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type')
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    if (request.url === '/widget.js') {
      return void response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script)
    }
    if (request.url !== '/api/chat') return void response.writeHead(404).end()
    const body = await read(request)
    bodies.push(body)
    headers.push(request.headers)
    await respond(response, body.message)
  }, port)
  return {
    ...host,
    /** What was asked, oldest first. */
    bodies,
    /** Of the same requests. */
    headers,
    /** From now on. */
    answer(with_: Respond): void {
      respond = with_
    },
  }
}

export type ScriptedServer = Awaited<ReturnType<typeof startScriptedServer>>

export const startStream = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })

export const send = (response: ServerResponse, event: string, data: object) =>
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

/** The whole reply as events. */
export function sendReply(response: ServerResponse, reply: ChatReply): void {
  startStream(response)
  for (const { event, data } of toChatEvents(reply)) send(response, event, data)
  response.end()
}

export function sendProblem(response: ServerResponse, status: number, kind: string, retryAfter?: number): void {
  const wait = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  response.writeHead(status, { 'Content-Type': 'application/problem+json', ...wait })
  response.end(JSON.stringify({ type: `/problems/${kind}`, title: kind, status, detail: kind }))
}

const source = {
  id: 'leaflet',
  title: 'A leaflet',
  authors: ['Ada Finch'],
  publisher: 'Nest Society',
  published: '2021-05',
  lastRevised: null,
  url: 'https://example.org/leaflet',
  doi: null,
  licence: 'CC BY 4.0',
  audience: 'patient' as const,
  language: 'de-AT',
  readerUrl: '/sources/leaflet',
}

const quote = {
  n: 1,
  text: 'It is rare. It grows slowly.',
  sourceId: 'leaflet',
  start: 10,
  end: 38,
  section: 'About it',
  passageId: 'leaflet:10',
  score: 0.9,
  key: { start: 10, end: 21 },
}

/** A reply with one of everything. */
export function replyTo(asked: string, changed: Partial<ChatReply> = {}): ChatReply {
  return {
    id: '0a0f2bd4-2b0e-4a05-9f5c-0e8f1d6f7a11',
    status: 'answered',
    message: 'This is what the sources say.',
    question: { asked, searched: asked },
    quotes: [quote],
    sources: [source],
    notices: [{ kind: 'source_age', id: 'n', version: 1, severity: 'info', text: 'It is old.', actions: [] }],
    disclaimers: [{ id: 'd', version: 1, text: 'This is information, not medical advice.' }],
    suggestions: ['Is it common?'],
    ...changed,
  }
}
