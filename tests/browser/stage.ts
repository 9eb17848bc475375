/** A browser, and pages of other origins with the widget in them. */
import type { ServerResponse } from 'node:http'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import { hasBrowser, launch } from './chromium.ts'
import { startHost } from './server.ts'

/** Browser tests run where there is a browser. */
export function inBrowser(name: string, tests: () => void): void {
  describe.skipIf(!hasBrowser)(name, tests)
}

interface HostPage extends BrowserContextOptions {
  /** Of the element, as markup. */
  readonly attributes?: string
  readonly lang?: string
  /** Of the head, as markup. */
  readonly head?: string
  readonly policy?: string
  /** The real one unless told. */
  readonly server?: string
}

/** Call it in a `describe`: what it opens is closed after each test. */
export function useStage() {
  let browser: Browser
  let host: Awaited<ReturnType<typeof startHost>>
  let page: HostPage = {}
  const serverUrl = () => inject('serverUrl')

  beforeAll(async () => {
    host = await startHost((_request, response) => sendHostPage(response, page, page.server ?? serverUrl()))
    browser = await launch()
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })
  afterAll(async () => {
    await browser.close()
    await host.stop()
  })

  return {
    serverUrl,
    /** A page of another origin with the element in it. */
    async open(options: HostPage = {}): Promise<Page> {
      page = options
      const { attributes: _, lang: __, head: ___, policy: ____, server: _____, ...context } = options
      const opened = await (await browser.newContext(context)).newPage()
      await opened.goto(host.url)
      await opened.locator('quotewell-chat .root').waitFor({ state: 'attached' })
      return opened
    },
    /** A page of any address. */
    async visit(url: string, context: BrowserContextOptions = {}): Promise<Page> {
      const opened = await (await browser.newContext(context)).newPage()
      await opened.goto(url)
      return opened
    },
    browser: () => browser,
    hostUrl: () => host.url,
  }
}

function sendHostPage(
  response: ServerResponse,
  { attributes = '', lang = 'en', head = '', policy }: HostPage,
  server: string,
) {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  if (policy !== undefined) response.setHeader('Content-Security-Policy', policy)
  response.end(`<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A support group</title>${head}</head><body><main><h1>A support group</h1><a href="#x">Before</a>
<quotewell-chat ${attributes}></quotewell-chat><a href="#y">After</a></main>
<script type="module" src="${server}/widget.js"></script></body></html>`)
}

/** Parts of the element. Playwright looks into open shadow trees. */
export const partsOf = (page: Page) => {
  const chat = page.locator('quotewell-chat')
  return {
    chat,
    field: chat.locator('[part=input]'),
    log: chat.locator('[role=log]'),
    last: chat.locator('.exchange').last(),
    quotes: chat.locator('.exchange').last().locator('blockquote'),
    status: chat.locator('[role=status]'),
    alert: chat.locator('[role=alert]'),
    button: (name: string | RegExp): Locator => chat.getByRole('button', { name }),
  }
}

/** Asks by keyboard and waits until the answer, or why there is none, is there. */
export async function ask(page: Page, question: string): Promise<void> {
  const { field, chat } = partsOf(page)
  const before = await chat.locator('.exchange').count()
  await field.fill(question)
  await field.press('Enter')
  await chat.locator('.exchange').nth(before).locator('.tools, .failure').waitFor()
}
