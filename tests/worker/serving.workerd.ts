import { env, exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import kernelModule from '../../dist/worker/kernel.wasm'
import { chatReply } from '../../src/http/schemas/chat-reply.ts'
import { problemDetails } from '../../src/http/schemas/problem.ts'
import { sourceText } from '../../src/http/schemas/source.ts'
import { createHandler } from '../../src/worker/handler.ts'

const worker = exports.default
const read = async (reply: Response) => chatReply.parse(await reply.json())
const ask = (message: string, more: object = {}) =>
  worker.fetch('https://chat.example/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message, ...more }),
  })

test('requests during the start wait for it, all for the same one, and are answered', async () => {
  const messages = ['How rare is it?', 'Can it spread to the lungs?', 'What is the survival rate?']
  const replies = await Promise.all(messages.map((message) => ask(message)))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  for (const reply of replies) expect((await read(reply)).status).toBe('answered')
})

test('once loaded it is ready, and a quote is a slice of its source', async () => {
  expect((await worker.fetch('https://chat.example/api/ready')).status).toBe(200)
  const { quotes, disclaimers } = await read(await ask('How rare is mesenchymal chondrosarcoma?'))
  expect(quotes.length).toBeGreaterThan(0)
  expect(disclaimers.length).toBeGreaterThan(0)
  for (const { sourceId, start, end, text } of quotes) {
    const source = await worker.fetch(`https://chat.example/api/sources/${sourceId}`)
    expect(sourceText.parse(await source.json()).text.slice(start, end)).toBe(text)
  }
})

test('an emergency gets its fixed text', async () => {
  const reply = await read(await ask("I can't breathe and my lips are blue", { country: 'GB' }))
  expect(reply.status).toBe('safety')
  expect(reply.notices[0]?.actions.map(({ href }) => href)).toContain('tel:999')
})

test.each(['engine/manifest.json', '_headers'])('%s is not for download', async (path) => {
  expect((await worker.fetch(`https://chat.example/${path}`)).status).toBe(404)
})

describe('assets that are not whole get the documented error', () => {
  const manifestPath = '/engine/manifest.json'
  type Change = (body: string) => string | null
  /** The real assets, but for the manifest. */
  const assetsWith = (change: Change) => ({
    async fetch(url: string) {
      const response = await env.ASSETS.fetch(url)
      if (new URL(url).pathname !== manifestPath) return response
      const changed = change(await response.text())
      return new Response(changed, { status: changed === null ? 404 : 200 })
    },
  })
  test.each<[string, Change]>([
    ['a missing manifest', () => null],
    ['a torn manifest', (body) => body.slice(0, -10)],
    ['another model', (body) => body.replace(/"index":\{"modelHash":"\w{4}/, '"index":{"modelHash":"0000')],
    ['a missing file', (body) => body.replace(/engine\/\w+\.bin/, 'engine/gone.bin')],
    ['a file that is not as told', (body) => body.replace(/"sha256":"\w{4}/, '"sha256":"0000')],
  ])('%s', async (_, change) => {
    const handler = createHandler(kernelModule)
    const request = new Request('https://chat.example/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'How rare is it?' }),
    })
    const reply = await handler.fetch(request, { ASSETS: assetsWith(change) }, { waitUntil: () => {} })
    expect([reply.status, reply.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(problemDetails.parse(await reply.json()).type).toBe('/problems/not-ready')
  })
})

describe('no request leaves the Worker', () => {
  const outbound = async () => (await env.OUTBOUND.fetch('https://outbound.invalid/')).json()

  test('on any address of the API or the pages', async () => {
    for (const path of ['/', '/page.css', '/openapi.json', '/api/sources', '/api/health', '/api/ready', '/nowhere']) {
      await (await worker.fetch(`https://chat.example${path}`)).text()
    }
    await (await ask('What is the survival rate?', { history: [{ role: 'user', content: 'Is it rare?' }] })).text()
    await (await ask('Bonjour, est-ce une maladie rare ?')).text()
    const search = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"bone"}' }
    expect((await worker.fetch('https://chat.example/api/search', search)).status).toBe(200)
    expect(await outbound()).toEqual([])
  })

  test('the trap sees one that does', async () => {
    await fetch('https://example.com/').catch(() => {})
    expect(await outbound()).toEqual(['https://example.com/'])
  })
})
