import { describe, expect, test } from 'vitest'
import { createEngine, loaded, neverLoaded, testApp } from './harness.ts'

const HOST_PAGE = 'https://patients.example'
const { app, post, ask, engine } = testApp({ allowedOrigins: [HOST_PAGE] })

const KEPT: [path: string, cacheControl: string][] = [
  ['/api/sources', 'public, no-cache'],
  ['/api/sources/birds', 'public, no-cache'],
  ['/sources/birds', 'private, no-cache'],
  ['/sources/birds?start=0&end=4', 'private, no-cache'],
  ['/page.css', 'public, max-age=300'],
]

describe.each(KEPT)('%s', (path, cacheControl) => {
  test('names its content, and comes again only when that has changed', async () => {
    const first = await app.request(path)
    const tag = first.headers.get('ETag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{40}"$/)
    expect(first.headers.get('Cache-Control')).toBe(cacheControl)

    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await app.request(path, { headers: { 'If-None-Match': known, Origin: HOST_PAGE } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('ETag')).toBe(tag)
      expect(again.headers.get('Cache-Control')).toBe(cacheControl)
      expect(again.headers.get('Access-Control-Allow-Origin')).toBe(HOST_PAGE)
      expect(again.headers.get('X-Request-Id')).toBeTruthy()
      expect(again.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    }

    const other = await app.request(path, { headers: { 'If-None-Match': '"other"' } })
    expect([other.status, await other.text()]).toEqual([200, await first.text()])
  })

  test('HEAD names it too', async () => {
    const tag = (await app.request(path)).headers.get('ETag')
    const head = await app.request(path, { method: 'HEAD' })
    expect([head.status, head.headers.get('ETag')]).toEqual([200, tag])
  })
})

test('another content has another name', async () => {
  const shorter = testApp({ startup: loaded({ ...createEngine(), sources: engine.sources.slice(0, 1) }) })
  const tags = [
    await app.request('/api/sources'),
    await shorter.app.request('/api/sources'),
    await app.request('/sources/birds'),
    await app.request('/sources/birds?start=0&end=4'),
  ].map(({ headers }) => headers.get('ETag'))
  expect(new Set(tags).size).toBe(4)
})

test('a reply to a message is kept nowhere and has no name', async () => {
  const all = { 'If-None-Match': '*' }
  for (const reply of [
    await post('/api/chat', { message: 'egg' }, all),
    await post('/api/search', { query: 'egg' }, all),
    await ask('egg'),
  ]) {
    expect(reply.status).toBe(200)
    expect(reply.headers.get('Cache-Control')).toBe('no-store')
    expect(reply.headers.get('ETag')).toBeNull()
  }
})

test('an error is not to be kept', async () => {
  const starting = testApp({ startup: neverLoaded() })
  for (const reply of [
    await app.request('/api/sources/none', { headers: { 'If-None-Match': '*' } }),
    await app.request('/sources/none'),
    await starting.app.request('/api/sources'),
    await starting.app.request('/sources/birds'),
  ]) {
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.headers.get('ETag')).toBeNull()
    expect(reply.headers.get('Cache-Control')).toBeNull()
  }
})
