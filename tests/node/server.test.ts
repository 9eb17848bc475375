import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Engine } from '../../src/core/answer/reply.ts'
import type { RequestRecord } from '../../src/http/request-record.ts'
import { createLog } from '../../src/node/log.ts'
import { startServer } from '../../src/node/server.ts'
import { readSettings } from '../../src/node/settings.ts'
import { SetupError } from '../../src/node/setup-error.ts'
import { createEngine } from '../http/harness.ts'

/** What a server does is told by the tests of `src/http`; here an engine is never loaded. */
const loading = new Promise<Engine>(() => {})

async function start(variables: Record<string, string> = {}, options: Parameters<typeof startServer>[2] = {}) {
  const server = await startServer(readSettings({ PORT: '0', ...variables }), loading, options)
  onTestFinished(() => server.stop())
  return server
}

test('the server lives before its engine is loaded, at the address that it tells', async () => {
  const { url } = await start()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
  expect((await fetch(`${url}/api/ready`)).status).toBe(503)
})

test('origins that may call it are those of the settings', async () => {
  const { url } = await start({ QUOTEWELL_ALLOWED_ORIGINS: 'https://a.org' })
  const allowed = async (origin: string) =>
    (await fetch(`${url}/api/health`, { headers: { origin } })).headers.get('access-control-allow-origin')
  expect(await allowed('https://a.org')).toBe('https://a.org')
  expect(await allowed('https://b.org')).toBeNull()
})

test('requests over the rate limit of the settings are turned away', async () => {
  const { url } = await start({ QUOTEWELL_RATE_LIMIT: '2' })
  const ask = async () => (await fetch(`${url}/api/search`, { method: 'POST', body: '{' })).status
  expect(await ask()).not.toBe(429)
  expect(await ask()).not.toBe(429)
  expect(await ask()).toBe(429)
})

describe('clients of one proxy', () => {
  const askAs = (url: string) => async (forwardedFor: string) => {
    const headers = { 'x-forwarded-for': forwardedFor }
    return (await fetch(`${url}/api/search`, { method: 'POST', body: '{', headers })).status
  }

  test('are told apart where the proxy is trusted, whatever else they claim', async () => {
    const ask = askAs((await start({ QUOTEWELL_RATE_LIMIT: '1', QUOTEWELL_TRUST_PROXY: '1' })).url)
    expect(await ask('192.0.2.1')).not.toBe(429)
    expect(await ask('198.51.100.9, 192.0.2.1')).toBe(429)
    expect(await ask('192.0.2.2')).not.toBe(429)
  })

  test('are one client where it is not, so that a claim wins nothing', async () => {
    const ask = askAs((await start({ QUOTEWELL_RATE_LIMIT: '1' })).url)
    expect(await ask('192.0.2.1')).not.toBe(429)
    expect(await ask('192.0.2.2')).toBe(429)
  })
})

test('once stopped, it takes no connections', async () => {
  const server = await startServer(readSettings({ PORT: '0' }), loading)
  await (await fetch(`${server.url}/api/health`)).text()
  await server.stop()
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow()
})

test('being stopped, it waits for the open request, not for the connection that the client keeps after it', async () => {
  const server = await startServer(readSettings({ PORT: '0' }), loading)
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const body = '{'
  const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' }
  const open = request(`${server.url}/api/chat`, { method: 'POST', agent, headers })
  open.flushHeaders()
  await once(open, 'continue')
  const stopped = server.stop()
  const responding = once(open, 'response') as Promise<[IncomingMessage]>
  open.end(body)
  const [response] = await responding
  expect(response.statusCode).toBe(400)
  await text(response)
  const answered = Date.now()
  await stopped
  expect(Date.now() - answered).toBeLessThan(2_000)
})

test.each([
  ['nothing', ''],
  ['the beginning of a request', 'POST /api/chat HTTP/1.1\r\nhost: a\r\n'],
])('being stopped, it does not wait for a connection that has sent %s', async (_name, sent) => {
  const server = await startServer(readSettings({ PORT: '0' }), loading)
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {})
  const received = text(socket)
  socket.write(sent)
  // Accepted after the other one.
  await (await fetch(`${server.url}/api/health`)).text()
  const stopped = server.stop()
  // Not the 408 that it would get after ten seconds.
  expect(await received).toBe('')
  await stopped
})

describe('a client that sends too slowly is cut off, and the server goes on', () => {
  const timeouts = { headers: 150, request: 300, keepAlive: 150, check: 20 }
  const head = 'POST /api/chat HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n'

  test.each([
    ['nothing at all', '', ''],
    ['headers, byte by byte', head, 'x'],
    ['a body, byte by byte', `${head}content-length: 5000\r\n\r\n`, 'x'],
    ['a body in chunks, byte by byte', `${head}transfer-encoding: chunked\r\n\r\n`, '1\r\nx\r\n'],
  ])('%s', async (_name, first, further) => {
    const failures: unknown[] = []
    const silent = createLog('silent')
    const { url } = await start({}, { timeouts, log: { ...silent, failure: (error) => failures.push(error) } })
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const dribble = setInterval(() => further && socket.writable && socket.write(further), 20)
    onTestFinished(() => clearInterval(dribble))
    // The server may end it while a byte is on its way.
    socket.on('error', () => {})
    const received = text(socket)
    socket.write(first)
    expect(await received).toMatch(/^HTTP\/1\.1 408 /)
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
    expect(failures).toEqual([])
  })

  test('a connection that is kept and not used is closed', async () => {
    const { url } = await start({}, { timeouts })
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('GET /api/health HTTP/1.1\r\nhost: a\r\n\r\n')
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /)
  })
})

test.each(['content-length', 'transfer-encoding'])(
  'a client that hangs up while it waits is not answered: %s',
  async (way) => {
    const engine = createEngine()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const slow: Engine = { ...engine, answer: (request) => held.then(() => engine.answer(request)) }
    const records: RequestRecord[] = []
    const log = { ...createLog('silent'), request: (record: RequestRecord) => records.push(record) }
    const server = await startServer(readSettings({ PORT: '0' }), Promise.resolve(slow), { log })
    onTestFinished(() => server.stop())
    const ask = (message: string) => {
      const body = JSON.stringify({ message })
      const length = way === 'content-length' ? { 'content-length': body.length } : { 'transfer-encoding': 'chunked' }
      const headers = { 'content-type': 'application/json', ...length }
      const sent = request(`${server.url}/api/chat`, { method: 'POST', agent: false, headers })
      sent.on('error', () => {})
      sent.end(body)
      return sent
    }
    const first = once(ask('egg 1'), 'response')
    await fetch(`${server.url}/api/health`)
    const gone = ask('egg 2')
    await once(gone, 'finish')
    await fetch(`${server.url}/api/health`)
    gone.destroy()
    while (!records.some(({ status }) => status === 499)) await fetch(`${server.url}/api/health`)
    release()
    const [response] = await first
    expect(response.statusCode).toBe(200)
    expect(engine.asked.map(({ message }) => message)).toEqual(['egg 1'])
  },
)

describe('an address that can not be used is told in one line', () => {
  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(start({ PORT: String(port) })).rejects.toThrow(
      new SetupError(`PORT=${port} is in use. Set PORT to a free one, or to 0 for any.`),
    )
  })

  // 203.0.113.0/24 is kept for documentation (RFC 5737), .invalid for names that lead nowhere (RFC 6761).
  test.each(['203.0.113.1', 'nowhere.invalid'])('a host that is not this machine: %s', async (host) => {
    await expect(start({ HOST: host })).rejects.toThrow(
      new SetupError(`HOST=${host} is no address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`),
    )
  })
})
