import { env, exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { chatReply } from '../../src/http/schemas/chat-reply.ts'
import { sourceText } from '../../src/http/schemas/source.ts'

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
