/** A thousand payloads as the text and as the front matter of sources: none may run, with or without the policy. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseSource } from '../../src/core/ingest/parse.ts'
import type { RunningServer } from '../../src/node/server.ts'
import { createXss } from '../hostile/xss.ts'
import { hasBrowser, launch } from './chromium.ts'
import { findMarkup } from './in-page.mjs'
import { serveSources } from './serve-sources.ts'
import { startHost } from './server.ts'

const SEED = 20_261_122
const PAYLOADS = createXss(1000, SEED)
const PER_TEXT = 50

/** Each payload as an author, and as one of title, publisher, licence and DOI. JSON is YAML. */
const fronts = Array.from({ length: PAYLOADS.length / 4 }, (_, at) => {
  const authors = PAYLOADS.slice(at * 4, at * 4 + 4).map((payload) => JSON.stringify(`x ${payload}`.toWellFormed()))
  const [title, publisher, licence, doi] = authors
  const front = `title: ${title}\nauthors: [${authors}]\npublisher: ${publisher}\nlicence: ${licence}\ndoi: ${doi}`
  return parseSource({ id: `front-${at}`, markdown: `---\n${front}\n---\n\nWords.\n` })
})

/** Each payload as a heading, a paragraph, a list item and a cell. */
const texts = Array.from({ length: PAYLOADS.length / PER_TEXT }, (_, at) => {
  const blocks = PAYLOADS.slice(at * PER_TEXT, (at + 1) * PER_TEXT).map((payload) => {
    const line = payload.replace(/\s+/g, ' ')
    const cell = line.replace(/[|\\]/g, '')
    return `## ${line}\n\n${payload}\n\n- ${line}\n\n| x ${cell} | b |\n| --- | --- |\n| ${cell} | c |\n\nEnd of one.`
  })
  return parseSource({ id: `text-${at}`, markdown: `---\ntitle: Text ${at}\n---\n\n${blocks.join('\n\n')}\n` })
})

/** For hundreds of pages. */
const PATIENCE = 120_000

/** All that the reader is made of. */
const KNOWN =
  'html head meta title link body a header p main div ul li h1 h2 h3 h4 h5 h6 bdi section dl dt dd cite time article mark table caption thead tbody tr th td nav footer'.split(
    ' ',
  )

/** What a page did that text can't do: dialogs, calls to other servers, and markup that could do either. */
async function watch(page: Page, base: string) {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== base) seen.push(`request ${request.url()}`)
  })
  // Some payloads run what stands in the window's name.
  await page.addInitScript("window.name = 'alert(1)'")
  return {
    seen,
    async visit(path: string) {
      await page.goto(`${base}${path}`, { waitUntil: 'load' }).catch((error: Error) => seen.push(error.message))
      seen.push(...(await findMarkup(page, KNOWN).catch((error: Error) => [error.message])))
    },
  }
}

describe.skipIf(!hasBrowser)('1,000 payloads', () => {
  let browser: Browser
  let server: RunningServer

  beforeAll(async () => {
    server = await serveSources([...fronts, ...texts])
    browser = await launch()
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  test('are seen to run where nothing stops them', async () => {
    const host = await startHost((request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<!doctype html><title>x</title>${PAYLOADS[Number(request.url?.slice(1))] ?? ''}`)
    })
    const page = await browser.newPage()
    const { seen, visit } = await watch(page, host.url)
    for (let at = 0; at < 60; at++) await visit(`/${at}`)
    expect(seen.filter((what) => /^(dialog|request)/.test(what))).not.toEqual([])
    expect(seen.filter((what) => /^(<script>|img on)/.test(what))).not.toEqual([])
    await page.close()
    await host.stop()
  })

  test.each([
    ['as front matter', fronts],
    ['as text', texts],
  ])(
    '%s do nothing in the reader, even without its policy',
    async (_, sources) => {
      const page = await browser.newPage({ bypassCSP: true })
      const { seen, visit } = await watch(page, server.url)
      for (const { id, text } of sources) await visit(`/sources/${id}?start=0&end=${Math.min(text.length, 600)}#quote`)
      expect(seen).toEqual([])
      expect(page.url()).toContain(`/sources/${sources.at(-1)?.id}`)
      await page.close()
    },
    PATIENCE,
  )

  test(
    'the policy has nothing to stop either',
    async () => {
      const page = await browser.newPage()
      const blocked: string[] = []
      page.on('console', (message) => blocked.push(message.text()))
      page.on('pageerror', (error) => blocked.push(error.message))
      const { seen, visit } = await watch(page, server.url)
      for (const { id } of [...texts, ...fronts.slice(0, 50)]) await visit(`/sources/${id}`)
      expect([...seen, ...blocked]).toEqual([])
      await page.close()
    },
    PATIENCE,
  )
})
