import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { replyTo, sendReply, startScriptedServer } from './scripted-server.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

const QUESTION = 'What is mesenchymal chondrosarcoma?'

/** Somebody else's taste, with force. */
const HOSTILE = `<style>
* { all: unset !important; color: lime !important; font: 40px/3 fantasy !important; text-transform: uppercase !important; letter-spacing: 1em !important }
:root { --page: red; --text: red; --accent: red; font-size: 4px !important }
section, div, p, button, textarea, blockquote { display: none !important }
body { direction: rtl; text-align: right; word-spacing: 2em; visibility: visible }
.frame, .log, .quote { position: absolute; transform: rotate(40deg) }
</style>`

inBrowser('on any page', () => {
  const stage = useStage()

  /** What a page complains about, from now on. */
  function watch(page: Page): string[] {
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on(
      'console',
      (message) => void (/Content Security Policy|violat/i.test(message.text()) && complaints.push(message.text())),
    )
    return complaints
  }

  test('under the policy of docs/EMBEDDING.md it does all it does, and breaks nothing of it', async () => {
    const server = stage.serverUrl()
    const policy = `default-src 'none'; script-src ${server}; connect-src ${server}; base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html`
    const page = await stage.open({
      policy,
      attributes: 'mode="bubble"',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const complaints = watch(page)
    const { chat, quotes, button } = partsOf(page)
    await chat.locator('.launcher').click()
    expect(await chat.locator('.frame').evaluate((one) => getComputedStyle(one).display)).toBe('flex')
    await ask(page, QUESTION)
    expect(await quotes.count()).toBeGreaterThan(0)
    await chat.locator('.term').first().click()
    await button('Copy').click()
    await chat.locator('.note').waitFor()
    const opening = page.waitForEvent('popup')
    await button(/^Print/).click()
    const paper = await opening
    const paperComplaints = watch(paper)
    await paper.locator('main').waitFor()
    expect(await paper.locator('body').evaluate((one) => getComputedStyle(one).maxWidth)).not.toBe('none')
    await button('Start again').click()
    expect([...complaints, ...paperComplaints]).toEqual([])
  })

  test("styles of the host page don't come in, and none go out", async () => {
    const looks = (page: Page) =>
      partsOf(page).chat.evaluate((chat) =>
        [...(chat.shadowRoot?.querySelectorAll('.frame, h2, .log, p, blockquote, cite, button, textarea') ?? [])].map(
          (one) => {
            const {
              color,
              fontFamily,
              fontSize,
              lineHeight,
              letterSpacing,
              textTransform,
              wordSpacing,
              direction,
              textAlign,
            } = getComputedStyle(one)
            return [
              one.className,
              color,
              fontFamily,
              fontSize,
              lineHeight,
              letterSpacing,
              textTransform,
              wordSpacing,
              direction,
              textAlign,
            ].join()
          },
        ),
      )
    const plain = await stage.open()
    await ask(plain, QUESTION)
    // The glossary comes after the answer.
    await partsOf(plain).chat.locator('.term').first().waitFor()
    const wanted = await looks(plain)
    const outside = (page: Page) =>
      page
        .locator('main > a')
        .first()
        .evaluate((one) => getComputedStyle(one).font + getComputedStyle(one).color)
    const page = await stage.open({ head: HOSTILE })
    const before = await outside(page)
    await ask(page, QUESTION)
    await partsOf(page).chat.locator('.term').first().waitFor()
    expect(await looks(page)).toEqual(wanted)
    expect(await outside(page)).toBe(before)
  })

  test("asks without cookies and without telling the page's address", async () => {
    const server = await startScriptedServer()
    server.answer((response, message) => sendReply(response, replyTo(message)))
    const page = await stage.open({ server: server.url })
    await page.context().addCookies([{ name: 'known', value: 'yes', url: server.url }])
    await ask(page, QUESTION)
    expect(server.headers).toHaveLength(1)
    expect(server.headers[0]).not.toHaveProperty('cookie')
    expect(server.headers[0]).not.toHaveProperty('referer')
    await server.stop()
  })

  test("from an origin that is not allowed it says that it can't be reached", async () => {
    const page = await stage.open()
    await page.route('**/api/chat', (route) =>
      route.fulfill({ status: 200, body: 'data: {}\n\n', headers: { 'content-type': 'text/event-stream' } }),
    )
    await ask(page, QUESTION)
    expect(await partsOf(page).last.locator('.failure').count()).toBe(1)
  })

  test('tells the host page what happens, and no word of it', async () => {
    const page = await stage.open({ attributes: 'mode="bubble"' })
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      for (const name of ['open', 'close', 'ask', 'answer', 'error', 'reset']) {
        document.addEventListener(`quotewell-${name}`, (event) => {
          heard.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`)
        })
      }
    })
    const { chat, button } = partsOf(page)
    await chat.locator('.launcher').click()
    await ask(page, QUESTION)
    await button('Start again').click()
    await button('Close').click()
    expect(await page.evaluate('heard')).toEqual([
      'open {}',
      'ask {}',
      'answer {"status":"answered","quotes":3}',
      'reset {}',
      'close {}',
    ])
  })

  test('can be driven by the host page', async () => {
    const page = await stage.open({
      attributes:
        'mode="bubble" heading="Our chat" greeting="Hi there." placeholder="Go on" label="Help" starters="Is it rare? | What is it?" max-quotes="1"',
    })
    const { chat, field, quotes, last } = partsOf(page)
    expect(await chat.locator('.launcher').textContent()).toContain('Help')
    await page.evaluate("document.querySelector('quotewell-chat').show()")
    await field.waitFor()
    expect(await chat.locator('h2').textContent()).toBe('Our chat')
    expect(await chat.locator('.greeting').textContent()).toBe('Hi there.')
    expect(await field.getAttribute('placeholder')).toBe('Go on')
    expect(await chat.locator('.suggestion').allTextContents()).toEqual(['Is it rare?', 'What is it?'])
    expect(await page.evaluate("document.querySelector('quotewell-chat').ask('How is it treated?')")).toBe(true)
    await last.locator('.tools').waitFor()
    expect(await quotes.count()).toBe(1)
    await page.evaluate("document.querySelector('quotewell-chat').reset()")
    await expect.poll(() => chat.locator('.exchange').count()).toBe(0)
    await page.evaluate("document.querySelector('quotewell-chat').hide()")
    await field.waitFor({ state: 'hidden' })
  })
})

inBrowser('memory', () => {
  const stage = useStage()
  const stored = (page: Page) => page.evaluate(() => sessionStorage.length + localStorage.length)

  test("is the page's own, unless the host page opts in", async () => {
    const page = await stage.open()
    await ask(page, QUESTION)
    expect(await stored(page)).toBe(0)
    await page.reload()
    await partsOf(page).field.waitFor()
    expect(await partsOf(page).chat.locator('.exchange').count()).toBe(0)
  })

  test('outlives a reload where it opts in, and Start again clears it', async () => {
    const page = await stage.open({ attributes: 'remember' })
    const { chat, quotes, button, field } = partsOf(page)
    await ask(page, QUESTION)
    const words = await quotes.allTextContents()
    await page.reload()
    await field.waitFor()
    expect(await quotes.allTextContents()).toEqual(words)
    const bodies: string[] = []
    page.on('request', (request) => void (request.postData() && bodies.push(request.postData() ?? '')))
    await ask(page, 'What about treatment?')
    expect(JSON.parse(bodies[0] ?? '').history).toHaveLength(2)
    await button('Start again').click()
    expect(await stored(page)).toBe(0)
    await page.reload()
    await field.waitFor()
    expect(await chat.locator('.exchange').count()).toBe(0)
  })

  test.each(['{', '7', '[null,{"asked":1}]', '[{"asked":"x","revealed":[],"reply":{}}]'])(
    'that is damaged is passed over: %s',
    async (text) => {
      const page = await stage.open({ attributes: 'remember' })
      await page.evaluate((value) => sessionStorage.setItem('quotewell-conversation', value), text)
      await page.reload()
      await partsOf(page).field.waitFor()
      await ask(page, QUESTION)
      expect(await partsOf(page).quotes.count()).toBeGreaterThan(0)
    },
  )

  test('that is blocked is done without', async () => {
    const blocked = `<script>for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })
    }
    Object.defineProperty(document, 'cookie', { get() { throw new DOMException('blocked', 'SecurityError') } })</script>`
    const page = await stage.open({ attributes: 'remember', head: blocked })
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    await ask(page, QUESTION)
    expect(await partsOf(page).quotes.count()).toBeGreaterThan(0)
    await partsOf(page).button('Start again').click()
    expect(complaints).toEqual([])
  })
})
