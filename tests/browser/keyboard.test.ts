import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { en } from '../../src/widget/i18n/en.ts'
import { findViolations } from './axe.ts'
import { inBrowser, partsOf, useStage } from './stage.ts'

const QUESTION = 'What is the five year survival?'

/** The name of what has the focus, inside the element or outside. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const outer = document.activeElement
    const inner = outer?.shadowRoot?.activeElement ?? outer
    return inner?.getAttribute('aria-label') ?? (inner?.id || inner?.textContent?.trim().replace(/\s+/g, ' ')) ?? ''
  })

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 60; press++) {
    const now = await focused(page)
    if (typeof name === 'string' ? now === name : name.test(now)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never came to ${name}`)
}

inBrowser('by keyboard alone', () => {
  const stage = useStage()

  test('everything can be reached, in reading order, and left again', async () => {
    const page = await stage.open()
    const { last, quotes, status, chat } = partsOf(page)
    await tabTo(page, 'message')
    await page.keyboard.type('first line')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type(QUESTION)
    expect(await chat.locator('textarea').inputValue()).toBe(`first line\n${QUESTION}`)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(QUESTION)
    await page.keyboard.press('Enter')
    await last.locator('.tools').waitFor()
    expect(await focused(page)).toBe('message')
    expect(await status.textContent()).toContain(en.quotesFound(3))
    const before = await quotes.count()
    await tabTo(page, en.conversation, 'Shift+Tab')
    await tabTo(page, /^Show survival figures/)
    await page.keyboard.press('Enter')
    await expect.poll(() => quotes.count()).toBe(before + 1)
    expect(await focused(page)).toMatch(/^Quote \d$/)
    await tabTo(page, /^Read it in the source/)
    await tabTo(page, en.copy)
    await tabTo(page, en.print)
    await tabTo(page, 'message')
    await tabTo(page, en.ask)
    await tabTo(page, 'After')
    expect(await findViolations(page)).toEqual([])
  })

  test('the bubble opens, takes the focus, closes on Escape and gives it back', async () => {
    const page = await stage.open({ attributes: 'mode="bubble"' })
    const { chat } = partsOf(page)
    const launcher = chat.locator('.launcher')
    expect(await launcher.getAttribute('aria-expanded')).toBe('false')
    expect(await findViolations(page)).toEqual([])
    await tabTo(page, 'launcher')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('message')
    expect(await chat.getByRole('dialog', { name: en.heading }).isVisible()).toBe(true)
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.type('What is it?')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('launcher')
    expect(await chat.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Enter')
    expect(await chat.locator('textarea').inputValue()).toBe('What is it?')
  })

  test('a bubble that fills a phone keeps the focus, and Escape still closes it', async () => {
    const page = await stage.open({ attributes: 'mode="bubble"', viewport: { width: 360, height: 640 } })
    await tabTo(page, 'launcher')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('message')
    const names = new Set<string>()
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab')
      names.add(await focused(page))
    }
    expect(names).not.toContain('Before')
    expect(names).not.toContain('After')
    await tabTo(page, 'message')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('launcher')
  })

  test('Enter ends a word that is being composed, and sends nothing', async () => {
    const page = await stage.open()
    const { field, chat } = partsOf(page)
    await field.fill('にほ')
    await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    expect(await chat.locator('.exchange').count()).toBe(0)
  })

  test('the log is silent, and two regions outside of it speak', async () => {
    const page = await stage.open()
    const { log, status, alert } = partsOf(page)
    expect(await log.getAttribute('aria-live')).toBe('off')
    for (const region of [status, alert]) {
      expect(await region.evaluate((one) => one.closest('[role=log]'))).toBeNull()
    }
  })
})
