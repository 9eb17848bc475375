import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { embedLabels as labels } from '../../src/http/pages/embed-labels.ts'
import { findViolations } from './axe.ts'
import { overflowOf } from './in-page.mjs'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

inBrowser('the choices below the chat at /', () => {
  const stage = useStage()

  async function openStart(context: Parameters<typeof stage.visit>[1] = {}) {
    const page = await stage.visit(stage.serverUrl(), context)
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
    const preview = page.locator('#preview quotewell-chat')
    return { page, asked, complaints, preview, summary: page.locator('#embed > summary') }
  }

  /** To the line that opens them, as somebody without a mouse gets there, and into the first choice. */
  async function openByKeyboard(page: Page) {
    const isThere = () => page.evaluate(() => document.activeElement?.localName === 'summary')
    for (let presses = 0; presses < 20 && !(await isThere()); presses++) await page.keyboard.press('Tab')
    expect(await isThere()).toBe(true)
    await page.keyboard.press('Enter')
    await page.locator('#preview .root').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
  }

  test('are made by keyboard alone: snippet and preview follow, and the chat of readers stays as it is', async () => {
    const { page, asked, complaints, preview } = await openStart()
    const own = page.locator('main > quotewell-chat')
    await own.locator('.root').waitFor()
    expect(asked).not.toContain('/embed.js')
    await openByKeyboard(page)
    expect(asked).toContain('/embed.js')
    await page.keyboard.type('Dark')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Our "chat"')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Go on')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ireland')
    const origin = stage.serverUrl()
    expect(
      await page.getByLabel(labels.snippetTitle).inputValue(),
    ).toBe(`<script type="module" src="${origin}/widget.js"></script>
<quotewell-chat theme="dark" heading="Our &quot;chat&quot;" placeholder="Go on" country="IE">
  <a href="${origin}/">Our &quot;chat&quot;</a>
</quotewell-chat>`)
    await expect.poll(() => page.locator('#embed-status').textContent()).toBe(labels.changed)
    expect(await preview.locator('h2').textContent()).toBe('Our "chat"')
    expect(await preview.locator('[part=input]').getAttribute('placeholder')).toBe('Go on')
    expect(await preview.locator('.root.dark').isVisible()).toBe(true)
    expect(await preview.getAttribute('country')).toBe('IE')
    expect(await own.evaluate((one) => one.getAttributeNames())).toEqual(['heading-level'])
    const query = '?theme=dark&heading=Our+%22chat%22&placeholder=Go+on&country=IE'
    expect(await page.getByRole('link', { name: labels.more }).getAttribute('href')).toBe(`/embed${query}`)
    expect(new URL(page.url()).search).toBe('')
    expect(await findViolations(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('leave the chat above to be asked', async () => {
    const { page, summary } = await openStart()
    await summary.click()
    await page.locator('#preview .root').waitFor()
    const own = page.locator('main > quotewell-chat')
    await own.locator('[part=input]').fill('What is mesenchymal chondrosarcoma?')
    await own.locator('[part=input]').press('Enter')
    await own.locator('blockquote').first().waitFor()
    expect(await page.locator('#preview .exchange').count()).toBe(0)
    expect(await findViolations(page)).toEqual([])
  })

  test('cost a reader who leaves them closed no script and no second chat', async () => {
    const { page, asked } = await openStart()
    await ask(page, 'What is mesenchymal chondrosarcoma?')
    expect(await partsOf(page).chat.count()).toBe(1)
    expect(asked).not.toContain('/embed.js')
  })

  test('lead to /embed where no script runs', async () => {
    const { page, summary } = await openStart({ javaScriptEnabled: false })
    await summary.click()
    expect(await page.locator('#chosen').isVisible()).toBe(false)
    await page.getByLabel(labels.heading, { exact: true }).fill('Our chat')
    await page.getByRole('button', { name: labels.show }).click()
    expect(new URL(page.url()).pathname).toBe('/embed')
    expect(await page.getByLabel(labels.snippetTitle).inputValue()).toContain('heading="Our chat"')
  })

  test.each([
    ['320 px', { viewport: { width: 320, height: 640 } }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('axe-core finds nothing, and nothing overflows: %s', async (_, context) => {
    const { page, summary } = await openStart(context)
    await page.locator('main > quotewell-chat .root').waitFor()
    expect(await findViolations(page)).toEqual([])
    await summary.click()
    await page.locator('#preview .root').waitFor()
    expect(await findViolations(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})
