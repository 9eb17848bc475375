import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { prognosis } from '../../src/core/safety/catalogue.ts'
import { actionsFor } from '../../src/core/safety/contacts.ts'
import { en } from '../../src/widget/i18n/en.ts'
import { findViolations } from './axe.ts'
import { overflowOf } from './in-page.mjs'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

inBrowser('danger', () => {
  const stage = useStage()

  test('comes first, is called out, and has a number to press', async () => {
    const page = await stage.open({ attributes: 'country="GB"' })
    const { last, alert, quotes } = partsOf(page)
    await ask(page, 'I have chest pain and I cannot breathe')
    const urgent = last.locator('.notice.urgent')
    expect(await urgent.count()).toBeGreaterThan(0)
    expect(await quotes.count()).toBe(0)
    expect(await last.locator('a[href="tel:999"]').first().isVisible()).toBe(true)
    const told = await urgent.first().locator('span').textContent()
    expect(await alert.textContent()).toContain(told)
    expect(await findViolations(page)).toEqual([])
  })

  test('has a button for each of several countries where none is known, and all of them are in reach', async () => {
    const page = await stage.open({ attributes: 'country="nowhere"', viewport: { width: 320, height: 640 } })
    const { last } = partsOf(page)
    await ask(page, 'I have chest pain and I cannot breathe')
    expect(await last.locator('.notice.urgent').count()).toBe(1)
    const calls = last.locator('a[href^="tel:"]')
    expect(await calls.allTextContents()).toEqual(actionsFor('emergency', null).map(({ label }) => label))
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    for (const call of await calls.all()) expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(await findViolations(page)).toEqual([])
  })

  test.each([
    ['', 320, 568],
    ['mode="bubble" open', 320, 568],
    ['', 390, 844],
    ['mode="bubble" open', 430, 932],
  ])('has its number in view on a phone %s %i × %i', async (mode, width, height) => {
    const viewport = { width, height }
    const page = await stage.open({ attributes: `country="GB" ${mode}`, viewport, reducedMotion: 'reduce' })
    const { chat, last } = partsOf(page)
    const edge = (locator: Locator, side: 'top' | 'bottom') =>
      locator.evaluate((one, name) => one.getBoundingClientRect()[name], side)
    await ask(page, 'What is mesenchymal chondrosarcoma?')
    const field = await edge(chat.locator('.composer'), 'bottom')
    expect(field).toBeLessThanOrEqual(viewport.height)
    await ask(page, 'I cannot breathe')
    await expect.poll(() => edge(last.locator('a[href="tel:999"]'), 'bottom')).toBeLessThanOrEqual(viewport.height)
    const header = mode ? await edge(chat.locator('header'), 'bottom') : 0
    expect(await edge(last.locator('.message'), 'top')).toBeGreaterThanOrEqual(header)
  })

  test('in another language is marked as such', async () => {
    const page = await stage.open()
    const { last } = partsOf(page)
    await ask(page, 'No puedo respirar y me duele mucho el pecho, ayuda por favor')
    expect(await last.locator('.message').getAttribute('lang')).toBe('es')
    expect(await last.locator('.notice.urgent span').first().getAttribute('lang')).toBe('es')
  })
})

inBrowser('survival figures', () => {
  const stage = useStage()

  test('are shown on request only, with the notice', async () => {
    const page = await stage.open()
    const { last, quotes, button } = partsOf(page)
    await ask(page, 'What is the five year survival?')
    const gates = await last.locator('.gate').count()
    expect(gates).toBeGreaterThan(0)
    const hidden = await quotes.count()
    expect(await last.textContent()).toContain(prognosis.figures.text)
    expect(await findViolations(page)).toEqual([])
    await button(new RegExp(en.showSurvival)).first().click()
    expect(await quotes.count()).toBe(hidden + 1)
    expect(await last.locator('.gate').count()).toBe(gates - 1)
    expect(await last.locator('.quote:focus blockquote').count()).toBe(1)
    expect(await findViolations(page)).toEqual([])
  })
})
