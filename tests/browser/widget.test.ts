import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningServer } from '../../src/node/server.ts'
import { findViolations } from './axe.ts'
import { hasBrowser, launch } from './chromium.ts'
import { startHost, startRealServer } from './server.ts'

describe.skipIf(!hasBrowser)('the widget on a page of another origin', () => {
  let browser: Browser
  let host: Awaited<ReturnType<typeof startHost>>
  let server: RunningServer

  beforeAll(async () => {
    host = await startHost((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(
        `<!doctype html><html lang="en"><title>A host</title><main><h1>A host</h1></main><script type="module" src="${server.url}/widget.js"></script><quotewell-chat></quotewell-chat>`,
      )
    })
    server = await startRealServer({ QUOTEWELL_ALLOWED_ORIGINS: host.url })
    browser = await launch()
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
    await host.stop()
  })

  test('is defined and rendered', async () => {
    const page = await browser.newPage()
    await page.goto(host.url)
    await expect.poll(() => page.locator('quotewell-chat section').count()).toBe(1)
    expect(await findViolations(page)).toEqual([])
    await page.close()
  })
})
