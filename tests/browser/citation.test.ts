import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChatReply } from '../../src/client/index.ts'
import { FOREIGN_TEXTS } from '../../src/core/safety/foreign-texts.ts'
import { ar } from '../../src/widget/i18n/ar.ts'
import { en } from '../../src/widget/i18n/en.ts'
import { replyTo, type ScriptedServer, sendReply, startScriptedServer } from './scripted-server.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

inBrowser('a source with pages', () => {
  const stage = useStage()
  let server: ScriptedServer
  beforeAll(async () => {
    server = await startScriptedServer()
  })
  afterAll(() => server.stop())

  async function openAnswered(changed: (reply: ChatReply) => Partial<ChatReply>, lang = 'en') {
    server.answer((response, message) => {
      const reply = replyTo(message)
      sendReply(response, { ...reply, ...changed(reply) })
    })
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await stage.open({ server: server.url, lang, permissions })
    await ask(page, 'Is it rare?')
    return page
  }

  const onPage4 = ({ quotes }: ChatReply) => ({ quotes: quotes.map((quote) => ({ ...quote, page: 4 })) })

  async function print(page: Page, name: string = en.print): Promise<Page> {
    const opening = page.waitForEvent('popup')
    await partsOf(page).button(name).click()
    const paper = await opening
    await paper.locator('main').waitFor()
    return paper
  }

  test.each([
    ['en', en, 'page 4'],
    ['ar', ar, 'صفحة 4'],
  ] as const)('has the page told beside its quote and on the page to print: %s', async (lang, strings, told) => {
    const page = await openAnswered(onPage4, lang)
    expect(await partsOf(page).last.locator('figcaption').textContent()).toContain(told)
    const paper = await print(page, strings.print)
    expect(await paper.locator('.number').textContent()).toContain(told)
  })

  test('has it in what is copied', async () => {
    const page = await openAnswered(onPage4)
    await partsOf(page).button(en.copy).click()
    await partsOf(page).last.locator('.note').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('[1, page 4]')
  })

  test('one without has none', async () => {
    const page = await openAnswered(() => ({}))
    expect(await partsOf(page).last.locator('figcaption').textContent()).not.toContain('page')
    expect(await (await print(page)).locator('.number').textContent()).toBe('[1]')
  })

  test('on the page to print each notice is marked with its own language, and its buttons with theirs', async () => {
    const { emergency } = FOREIGN_TEXTS.es
    const call = { label: 'Call 112 now.', href: 'tel:112' }
    const urgent = { kind: 'emergency' as const, severity: 'urgent' as const, ...emergency, actions: [call] }
    const page = await openAnswered(({ notices }) => ({ language: 'es', notices: [urgent, ...notices] }), 'ar')
    const paper = await print(page, ar.print)
    const spans = paper.locator('.notice span')
    expect(await spans.evaluateAll((all) => all.map((one) => one.getAttribute('lang')))).toEqual(['es', 'en'])
    expect(await spans.first().textContent()).toBe(emergency.text)
    expect(await paper.locator('.notice.urgent strong').last().getAttribute('lang')).toBe('en')
  })
})
