import { expect, test } from 'vitest'
import { findViolations } from './axe.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

inBrowser('the page at /', () => {
  const stage = useStage()

  test('is the chat where scripts run, under its strict policy', async () => {
    const page = await stage.visit(stage.serverUrl())
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => void (/policy/i.test(message.text()) && complaints.push(message.text())))
    const { field, quotes } = partsOf(page)
    await field.waitFor()
    expect(await page.locator('form.ask').isVisible()).toBe(false)
    await ask(page, 'What is mesenchymal chondrosarcoma?')
    expect(await quotes.count()).toBeGreaterThan(0)
    expect(await findViolations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('is the form where none run', async () => {
    const page = await stage.visit(stage.serverUrl(), { javaScriptEnabled: false })
    await page.locator('#message').fill('What is mesenchymal chondrosarcoma?')
    await page.getByRole('button', { name: 'Ask' }).click()
    await page.locator('blockquote').first().waitFor()
    expect(await page.locator('footer').isVisible()).toBe(true)
  })
})
