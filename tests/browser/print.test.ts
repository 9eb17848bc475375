import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { disclaimers } from '../../src/core/safety/catalogue.ts'
import { en } from '../../src/widget/i18n/en.ts'
import { findViolations } from './axe.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

inBrowser('the page to print', () => {
  const stage = useStage()

  async function print(page: Page): Promise<Page> {
    const opening = page.waitForEvent('popup')
    await partsOf(page).button(en.print).click()
    const paper = await opening
    await paper.locator('main').waitFor()
    return paper
  }

  test('holds questions, quotes, full references, the date and the disclaimers', async () => {
    const page = await stage.open()
    await ask(page, 'What is mesenchymal chondrosarcoma?')
    await ask(page, 'How is it treated?')
    const paper = await print(page)
    const text = (await paper.locator('main').textContent()) ?? ''
    for (const part of [
      'What is mesenchymal chondrosarcoma?',
      'How is it treated?',
      'malignant type of chondrosarcoma',
      'Liddy Shriver Sarcoma Initiative',
      'Last revised December 2004',
      'doi:',
      String(new Date().getFullYear()),
      ...Object.values(disclaimers).map((one) => one.text),
    ]) {
      expect(text).toContain(part)
    }
    expect(await paper.locator('blockquote').count()).toBe(await page.locator('quotewell-chat blockquote').count())
    expect(await paper.locator('style, [style], script').count()).toBe(0)
    expect(await paper.title()).toBe(en.paper.title)
    expect(await findViolations(paper)).toEqual([])
    await paper.emulateMedia({ media: 'print' })
    expect(await paper.getByRole('button').count()).toBe(0)
  })

  test('leaves out survival figures that were not opened, and says so', async () => {
    const page = await stage.open()
    const { last, quotes, button } = partsOf(page)
    await ask(page, 'What is the five year survival?')
    const gates = await last.locator('.gate').count()
    const closed = await print(page)
    expect(await closed.locator('.hidden').count()).toBe(gates)
    expect(await closed.locator('blockquote').count()).toBe(await quotes.count())
    await button(new RegExp(en.showSurvival)).first().click()
    const open = await print(page)
    expect(await open.locator('.hidden').count()).toBe(gates - 1)
  })

  test('says what to do where the browser opens no window', async () => {
    const page = await stage.open()
    await ask(page, 'How is it treated?')
    await page.evaluate(() => {
      window.open = () => null
    })
    await partsOf(page).button(en.print).click()
    await expect.poll(() => partsOf(page).last.locator('.note').textContent()).toBe(en.notOpened)
  })
})
