import { expect, test } from 'vitest'
import type { ChatReply } from '../../src/client/index.ts'
import { disclaimers } from '../../src/core/safety/catalogue.ts'
import { en } from '../../src/widget/i18n/en.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

const QUESTION = 'What is mesenchymal chondrosarcoma?'

inBrowser('an answer', () => {
  const stage = useStage()

  test('stands with its sources, their date and readers, and what to know before', async () => {
    const page = await stage.open()
    const { last, chat, quotes } = partsOf(page)
    for (const { text } of Object.values(disclaimers)) {
      await expect.poll(() => chat.locator('.disclaimers').textContent()).toContain(text)
    }
    await ask(page, QUESTION)
    expect(await quotes.count()).toBeGreaterThan(1)
    expect(await quotes.first().textContent()).toContain('malignant type of chondrosarcoma')
    const facts = await last.locator('figcaption').first().textContent()
    for (const part of ['Mesenchymal Chondrosarcoma', 'Last revised December 2004', en.audience.patient]) {
      expect(facts).toContain(part)
    }
    const order = await last.locator('.notice, .quote').evaluateAll((all) => all.map(({ className }) => className))
    expect(order.findIndex((name) => name.startsWith('quote'))).toBeGreaterThan(0)
    expect(order.findLastIndex((name) => name.startsWith('notice'))).toBeLessThan(order.indexOf('quote'))
    for (const { text } of Object.values(disclaimers)) {
      expect(await chat.locator('.disclaimers').textContent()).toContain(text)
    }
  })

  test('is verbatim, with the part that answers marked', async () => {
    const page = await stage.open()
    const { quotes, last, button } = partsOf(page)
    let found = 0
    for (const message of [
      QUESTION,
      'How is it treated?',
      'what is a translocation',
      'what do the doctors see under the microscope',
    ]) {
      await ask(page, message)
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ message }),
      }
      const reply: ChatReply = await (await fetch(`${stage.serverUrl()}/api/chat`, init)).json()
      const answers = reply.quotes
      expect(answers.length).toBeGreaterThan(0)
      expect(await quotes.allTextContents()).toEqual(answers.map(({ text }) => text))
      const marked = answers.flatMap(({ key, start, text }) =>
        key ? [text.slice(key.start - start, key.end - start)] : [],
      )
      const shown = await last
        .locator('blockquote')
        .evaluateAll((all) =>
          all.map((one) => [...one.querySelectorAll('mark')].map(({ textContent }) => textContent).join('')),
        )
      expect(shown.filter(Boolean)).toEqual(marked)
      found += marked.length
      await button(en.startAgain).click()
    }
    expect(found).toBeGreaterThan(0)
  })

  test('opens its source at the exact words', async () => {
    const page = await stage.open()
    const { quotes, last } = partsOf(page)
    await ask(page, QUESTION)
    const words = await quotes.first().textContent()
    const opening = page.waitForEvent('popup')
    await last
      .getByRole('link', { name: new RegExp(en.readInSource) })
      .first()
      .click()
    const source = await opening
    await source.waitForLoadState()
    expect(new URL(source.url()).origin).toBe(stage.serverUrl())
    expect((await source.locator('mark').allTextContents()).join('')).toBe(words)
    await expect.poll(() => source.locator('mark').first().evaluate(isInView)).toBe(true)
  })

  test('to a follow-up says what was searched', async () => {
    const page = await stage.open()
    const { last } = partsOf(page)
    await ask(page, 'How common are translocations in mesenchymal chondrosarcoma?')
    expect(await last.locator('.searched').count()).toBe(0)
    await ask(page, 'What about treatment?')
    const searched = await last.locator('.searched').textContent()
    expect(searched).toContain(en.searchedFor)
    expect(searched).toContain('mesenchymal chondrosarcoma')
  })

  test('from a table is a small table with its headers and its title', async () => {
    const page = await stage.open()
    const { last } = partsOf(page)
    await ask(page, 'what percentage of tumours are in the legs?')
    const tables = last.locator('blockquote table')
    expect(await tables.count()).toBeGreaterThan(0)
    const cells = await tables
      .first()
      .locator('tr')
      .evaluateAll((rows) => rows.map(({ children }) => [...children].map(({ tagName }) => tagName).join()))
    expect(new Set(cells)).toEqual(new Set(['TH,TD']))
    expect(await tables.first().locator('caption p').textContent()).toMatch(/^Table 1\b/)
  })

  test('offers further questions as buttons', async () => {
    const page = await stage.open()
    const { last, log } = partsOf(page)
    await ask(page, 'xyzzy plugh')
    const suggestion = last.locator('.suggestion').first()
    const words = await suggestion.textContent()
    await suggestion.click()
    await expect.poll(() => last.locator('.asked bdi').textContent()).toBe(words)
    await last.locator('.tools').waitFor()
    expect(await last.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true)
    expect(await log.locator('.suggestions').count()).toBeLessThan(2)
  })

  test('explains its medical words by quotes', async () => {
    const page = await stage.open()
    const { last } = partsOf(page)
    await ask(page, 'How is it treated?')
    await ask(page, QUESTION)
    const term = last.locator('.term').first()
    await term.click()
    expect(await term.getAttribute('aria-expanded')).toBe('true')
    const explanation = last.locator('.explanation')
    expect(await explanation.locator('blockquote').textContent()).not.toBe('')
    expect(await explanation.getByRole('link').getAttribute('href')).toMatch(
      /\/sources\/[a-z0-9-]+\?start=\d+&end=\d+#quote$/,
    )
    await page.keyboard.press('Escape')
    expect(await explanation.count()).toBe(0)
    expect(await term.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)).toBe(true)
  })

  test('can be copied with its references and disclaimers', async () => {
    const page = await stage.open({ permissions: ['clipboard-read', 'clipboard-write'] })
    const { last, button } = partsOf(page)
    await ask(page, QUESTION)
    await button(en.copy).click()
    await expect.poll(() => last.locator('.note').textContent()).toBe(en.copied)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    for (const part of [QUESTION, 'malignant type of chondrosarcoma', '[1] ', 'December 2004'])
      expect(copied).toContain(part)
    for (const { text } of Object.values(disclaimers)) expect(copied).toContain(text)
  })

  test('from a table is copied cell by cell, each after its header, below the title', async () => {
    const page = await stage.open({ permissions: ['clipboard-read', 'clipboard-write'] })
    const { last, button } = partsOf(page)
    await ask(page, 'what percentage of tumours are in the legs?')
    await button(en.copy).click()
    await expect.poll(() => last.locator('.note').textContent()).toBe(en.copied)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(
      /^Table 1: Anatomic location of tumors in selected series\nLocation: .+\nNumber of Patients: \d+\n/m,
    )
  })

  test('is forgotten on Start again', async () => {
    const page = await stage.open()
    const { chat, button, field, status } = partsOf(page)
    await ask(page, QUESTION)
    await field.fill('half a question')
    await button(en.startAgain).click()
    expect(await chat.locator('.exchange').count()).toBe(0)
    expect(await field.inputValue()).toBe('')
    expect(await status.textContent()).toBe(en.startedAgain)
    expect(await chat.evaluate((one) => one.shadowRoot?.activeElement?.tagName)).toBe('TEXTAREA')
    const bodies: string[] = []
    page.on('request', (request) => void (request.postData() && bodies.push(request.postData() ?? '')))
    await ask(page, 'How is it treated?')
    expect(JSON.parse(bodies[0] ?? '').history).toEqual([])
  })
})

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}
