import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ar } from '../../src/widget/i18n/ar.ts'
import { findViolations } from './axe.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

const QUESTION = 'what is a translocation'
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }

/** What sticks out of the page sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('quotewell-chat')?.shadowRoot
    const all = [document.documentElement, ...(root?.querySelectorAll('*:not(.heard)') ?? [])]
    return all
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)
      .map(({ className }) => String(className))
  })

/** Buttons and fields lower or narrower than 44 px; words inside a sentence and links in text may be. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('quotewell-chat')?.shadowRoot
    const all = [...(root?.querySelectorAll('button:not(.term), textarea, .call, figcaption a') ?? [])]
    return all
      .map((one) => ({ name: one.textContent?.trim() ?? '', box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.9 || box.width < 43.9))
      .map(({ name, box }) => `${name} ${box.width}x${box.height}`)
  })

inBrowser('on any screen', () => {
  const stage = useStage()

  test.each([
    ['inline at 320 px', '', PHONE],
    ['a bubble at 320 px', 'mode="bubble" open', PHONE],
    ['at 400 % zoom', '', { viewport: { width: 320, height: 256 } }],
    ['on a desk', '', { viewport: { width: 1280, height: 900 } }],
    ['in the dark', '', { colorScheme: 'dark' as const }],
    ['in the dark, but told to be light', 'theme="light"', { colorScheme: 'dark' as const }],
    ['in the light, but told to be dark', 'theme="dark"', {}],
    ['in forced colours', '', { forcedColors: 'active' as const }],
    ['with reduced motion', '', { reducedMotion: 'reduce' as const }],
  ])('%s nothing sticks out, every target is large, and axe finds nothing', async (_name, attributes, context) => {
    const page = await stage.open({ attributes: `country="GB" ${attributes}`, ...context })
    expect(await findViolations(page)).toEqual([])
    for (const question of [QUESTION, 'what percentage of tumours are in the legs?', 'I cannot breathe']) {
      await ask(page, question)
      expect(await overflow(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
    }
    const explained = partsOf(page).chat.locator('.term').first()
    await explained.click()
    await partsOf(page).chat.locator('.explanation').waitFor()
    expect(await overflow(page)).toEqual([])
    expect(await findViolations(page)).toEqual([])
  })

  test('colours follow the scheme, or what the host page says', async () => {
    const background = (page: Page) =>
      partsOf(page)
        .chat.locator('.frame')
        .evaluate((one) => getComputedStyle(one).backgroundColor)
    expect(await background(await stage.open({ colorScheme: 'dark' }))).toBe('rgb(20, 24, 27)')
    expect(await background(await stage.open({ colorScheme: 'light' }))).toBe('rgb(250, 249, 246)')
    const attributes = 'style="--quotewell-page: #fedcba"'
    expect(await background(await stage.open({ attributes }))).toBe('rgb(254, 220, 186)')
  })

  test('long words and very long questions wrap', async () => {
    const page = await stage.open({ ...PHONE })
    await ask(page, 'x'.repeat(1_900))
    expect(await overflow(page)).toEqual([])
  })

  test('the question stands at the top of the log when its answer is there', async () => {
    const page = await stage.open({ reducedMotion: 'reduce' })
    const { last, log } = partsOf(page)
    for (const question of [QUESTION, 'I cannot breathe', 'xyzzy']) {
      await ask(page, question)
      const top = (await log.boundingBox())?.y ?? 0
      const target = question.startsWith('I ') ? last.locator('.answer') : last
      await expect.poll(async () => Math.abs(((await target.boundingBox())?.y ?? 999) - top)).toBeLessThan(30)
    }
  })
})

inBrowser('from right to left', () => {
  const stage = useStage()

  test("the page's language is taken, its words and its direction", async () => {
    const page = await stage.open({ lang: 'ar', viewport: { width: 700, height: 700 } })
    const { chat, field, last } = partsOf(page)
    expect(await chat.locator('h2').textContent()).toBe(ar.heading)
    expect(await field.getAttribute('placeholder')).toBe(ar.placeholder)
    await ask(page, QUESTION)
    const asked = await last.locator('.asked').boundingBox()
    const send = await chat.locator('.send').boundingBox()
    expect(asked?.x).toBeLessThan(100)
    expect(send?.x).toBeLessThan(100)
    expect(
      await last
        .locator('blockquote')
        .first()
        .evaluate((one) => getComputedStyle(one).direction),
    ).toBe('ltr')
    expect(await overflow(page)).toEqual([])
    expect(await findViolations(page)).toEqual([])
  })

  test('the locale of the element goes before that of the page; unknown ones are English', async () => {
    const heading = (page: Page) => partsOf(page).chat.locator('h2').textContent()
    expect(await heading(await stage.open({ attributes: 'locale="ar-EG"' }))).toBe(ar.heading)
    expect(await heading(await stage.open({ attributes: 'locale="xx_??"', lang: 'ar' }))).toBe('Ask the sources')
  })
})
