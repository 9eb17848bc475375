import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../src/widget/i18n/en.ts'
import { findViolations } from './axe.ts'
import {
  replyTo,
  type ScriptedServer,
  send,
  sendProblem,
  sendReply,
  startScriptedServer,
  startStream,
} from './scripted-server.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

const urgent = {
  kind: 'emergency',
  id: 'e',
  version: 1,
  severity: 'urgent' as const,
  text: 'Call for help.',
  actions: [{ label: 'Call 112 now.', href: 'tel:112' }],
}

inBrowser('trouble', () => {
  const stage = useStage()
  let server: ScriptedServer
  beforeAll(async () => {
    server = await startScriptedServer()
  })
  afterAll(() => server.stop())

  const open = () => stage.open({ server: server.url })

  async function expectFailure(page: Page, text: string) {
    const { last, quotes, status, chat } = partsOf(page)
    expect(await last.locator('.failure p').textContent()).toBe(text)
    expect(await status.textContent()).toBe(text)
    expect(await quotes.count()).toBe(0)
    expect(await chat.locator('.disclaimers p').count()).toBeGreaterThan(0)
    expect(await findViolations(page)).toEqual([])
  }

  test('a connection that is cut shows nothing of the answer, and asking again does', async () => {
    const page = await open()
    const { quotes, button } = partsOf(page)
    server.answer((response, message) => {
      const {
        id,
        status,
        message: told,
        question,
        quotes: [quote = {}],
      } = replyTo(message)
      startStream(response)
      send(response, 'status', { id, status, message: told, question })
      send(response, 'quote', quote)
      response.end()
    })
    await ask(page, 'Is it rare?')
    await expectFailure(page, en.failure.cut)
    server.answer((response, message) => sendReply(response, replyTo(message)))
    await button(en.tryAgain).click()
    await quotes.first().waitFor()
    expect(await quotes.allTextContents()).toEqual(['It is rare. It grows slowly.'])
    expect(await page.locator('quotewell-chat .exchange').count()).toBe(1)
  })

  test('what to do in danger stays, wherever the stream is cut', async () => {
    const page = await open()
    const { last, alert } = partsOf(page)
    server.answer((response, message) => {
      const { id, question } = replyTo(message)
      startStream(response)
      send(response, 'status', { id, status: 'safety', message: 'Please read this.', question })
      send(response, 'notice', urgent)
      response.end()
    })
    await ask(page, 'Help')
    await expectFailure(page, en.failure.cut)
    expect(await last.locator('.notice.urgent a').getAttribute('href')).toBe('tel:112')
    expect(await alert.textContent()).toBe(urgent.text)
  })

  test('notices are shown before the reply is whole; one question at a time', async () => {
    const page = await open()
    const { last, field, status, quotes } = partsOf(page)
    let finish = () => {}
    server.answer((response, message) => {
      const { id, question } = replyTo(message)
      startStream(response)
      send(response, 'status', { id, status: 'safety', message: 'Please read this.', question })
      send(response, 'notice', urgent)
      finish = () => {
        send(response, 'disclaimer', { id: 'd', version: 1, text: 'Information.' })
        send(response, 'done', { id })
        response.end()
      }
    })
    await field.fill('Help')
    await field.press('Enter')
    await last.locator('.notice.urgent').waitFor()
    expect(await last.locator('.searching').count()).toBe(1)
    await field.fill('And now?')
    await field.press('Enter')
    await expect.poll(() => status.textContent()).toBe(en.oneAtATime)
    expect(await field.inputValue()).toBe('And now?')
    finish()
    await last.locator('.tools').waitFor()
    expect(await quotes.count()).toBe(0)
  })

  test('a slow server is told of', async () => {
    const page = await open()
    await page.clock.install()
    const { last, field, status } = partsOf(page)
    server.answer((response) => {
      startStream(response)
      send(response, 'status', { id: 'x', status: 'searching' })
    })
    await field.fill('Is it rare?')
    await field.press('Enter')
    await last.locator('.searching').waitFor()
    expect(await status.textContent()).toBe(en.searching)
    await page.clock.runFor(6_000)
    await expect.poll(() => status.textContent()).toBe(en.stillSearching)
    expect(await last.locator('.searching').textContent()).toContain(en.stillSearching)
    await page.clock.runFor(45_000)
    await last.locator('.failure').waitFor()
    await expectFailure(page, en.failure.cut)
  })

  test('too many questions say for how long to wait, and the button waits with them', async () => {
    const page = await open()
    await page.clock.install()
    const { button, quotes, last } = partsOf(page)
    server.answer((response) => sendProblem(response, 429, 'too-many-requests', 20))
    await ask(page, 'Is it rare?')
    await expectFailure(page, en.failure.tooMany(20))
    const again = last.locator('.failure button')
    expect(await again.getAttribute('aria-disabled')).toBe('true')
    const asked = server.bodies.length
    // Playwright itself would wait until the button is enabled.
    await again.dispatchEvent('click')
    expect(server.bodies.length).toBe(asked)
    server.answer((response, message) => sendReply(response, replyTo(message)))
    for (let second = 0; second < 21; second++) await page.clock.runFor(1_000)
    await expect.poll(() => again.getAttribute('aria-disabled')).toBe('false')
    await button(en.tryAgain).click()
    await quotes.first().waitFor()
  })

  test.each([
    [503, 'busy', 30, en.failure.busy(30)],
    [503, 'not-ready', 10, en.failure.starting(10)],
    [422, 'invalid-request', undefined, en.failure.refused],
    [500, 'internal-error', undefined, en.failure.failed],
  ])('%i %s has a text of its own', async (status, kind, retryAfter, text) => {
    const page = await open()
    server.answer((response) => sendProblem(response, status, kind, retryAfter))
    await ask(page, 'Is it rare?')
    await expectFailure(page, text)
  })

  test('so has a failure after the stream began', async () => {
    const page = await open()
    server.answer((response) => {
      startStream(response)
      send(response, 'status', { id: 'x', status: 'searching' })
      send(response, 'error', { type: '/problems/internal-error', title: 'x', status: 500, detail: 'x' })
      response.end()
    })
    await ask(page, 'Is it rare?')
    await expectFailure(page, en.failure.failed)
  })

  test('offline is said, and back online the same question works', async () => {
    const page = await open()
    const { button, quotes } = partsOf(page)
    server.answer((response, message) => sendReply(response, replyTo(message)))
    await page.context().setOffline(true)
    await ask(page, 'Is it rare?')
    await expectFailure(page, en.failure.offline)
    await page.context().setOffline(false)
    await button(en.tryAgain).click()
    await quotes.first().waitFor()
  })

  test('a reply of another kind is no answer', async () => {
    const page = await open()
    server.answer((response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hello</p>'))
    await ask(page, 'Is it rare?')
    await expectFailure(page, en.failure.failed)
  })

  test('earlier turns go along, without questions that got no reply, within the limits', async () => {
    const page = await open()
    server.answer((response) => sendProblem(response, 500, 'internal-error'))
    await ask(page, 'Lost?')
    server.answer((response, message) =>
      sendReply(response, replyTo(message, { message: `${'x'.repeat(3_999)}\u{1f600} tail` })),
    )
    for (let turn = 0; turn < 12; turn++) await ask(page, `Question ${turn}?`)
    const { history } = server.bodies.at(-1) as { history: { role: string; content: string }[] }
    expect(history).toHaveLength(20)
    expect(history.map(({ role }) => role).slice(0, 2)).toEqual(['user', 'assistant'])
    expect(history.at(-2)?.content).toBe('Question 10?')
    expect(history.at(-1)?.content).toBe('x'.repeat(3_999))
    expect(history.some(({ content }) => content === 'Lost?')).toBe(false)
  })

  test('a server that is down and comes back', async () => {
    const first = await startScriptedServer()
    const page = await stage.open({ server: first.url })
    const { button, quotes } = partsOf(page)
    await first.stop()
    await ask(page, 'Is it rare?')
    await expectFailure(page, en.failure.unreachable)
    const second = await startScriptedServer(Number(new URL(first.url).port))
    second.answer((response, message) => sendReply(response, replyTo(message)))
    await button(en.tryAgain).click()
    await quotes.first().waitFor()
    await second.stop()
  })

  test.each([
    ['nothing', ' \n ', en.blank],
    ['too much', 'a'.repeat(2_001), en.tooLong(2_001, 2_000)],
  ])('%s typed is not sent but told', async (_name, typed, text) => {
    const page = await open()
    const { field, chat, status } = partsOf(page)
    const asked = server.bodies.length
    await field.fill(typed)
    await field.press('Enter')
    await expect.poll(() => chat.locator('.fault').textContent()).toBe(text)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await status.textContent()).toBe(text)
    expect(server.bodies.length).toBe(asked)
    expect(await findViolations(page)).toEqual([])
  })
})
