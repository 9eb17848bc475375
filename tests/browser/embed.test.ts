import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { embedLabels as labels } from '../../src/http/pages/embed-labels.ts'
import { findViolations } from './axe.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

const QUESTION = 'What is mesenchymal chondrosarcoma?'

function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  return complaints
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

inBrowser('the page for moderators', () => {
  const stage = useStage()

  async function openEmbed(query = '', context: Parameters<typeof stage.visit>[1] = {}) {
    const page = await stage.visit(`${stage.serverUrl()}/embed${query}`, context)
    if (context.javaScriptEnabled !== false) await partsOf(page).chat.locator('.root').waitFor({ state: 'attached' })
    const snippet = () => page.getByLabel(labels.snippetTitle).inputValue()
    return { page, snippet, status: page.locator('#embed-status') }
  }

  test('snippet, chat, link and address follow each choice, by keyboard alone', async () => {
    const { page, snippet, status } = await openEmbed()
    const complaints = watch(page)
    const { chat, field } = partsOf(page)
    expect(await page.getByRole('button', { name: labels.show }).isVisible()).toBe(false)
    await page.getByLabel(labels.mode).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.type('Dark')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Our "chat"')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Go on')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ireland')
    const origin = stage.serverUrl()
    expect(await snippet()).toBe(`<script type="module" src="${origin}/widget.js"></script>
<quotewell-chat theme="dark" heading="Our &quot;chat&quot;" placeholder="Go on" country="IE">
  <a href="${origin}/">Our &quot;chat&quot;</a>
</quotewell-chat>`)
    expect(await chat.locator('h2').textContent()).toBe('Our "chat"')
    expect(await field.getAttribute('placeholder')).toBe('Go on')
    expect(await chat.locator('.root.dark').count()).toBe(1)
    await expect.poll(() => status.textContent()).toBe(labels.changed)
    expect(await page.locator('#no-country').isVisible()).toBe(false)
    const query = '?theme=dark&heading=Our+%22chat%22&placeholder=Go+on&country=IE'
    expect(await page.locator('#try').getAttribute('href')).toBe(`/embed/try${query}`)
    await page.reload()
    expect(new URL(page.url()).search).toBe(query)
    expect(await page.getByLabel(labels.heading, { exact: true }).inputValue()).toBe('Our "chat"')
    expect(complaints).toEqual([])
  })

  test('the country that was chosen gives the number to call', async () => {
    const { page } = await openEmbed()
    const call = partsOf(page).last.locator('a[href^="tel:"]')
    await ask(page, 'I cannot breathe')
    expect(await call.count()).toBe(5)
    await page.getByLabel(labels.country).selectOption('GB')
    await ask(page, 'I cannot breathe')
    expect(await call.getAttribute('href')).toBe('tel:999')
  })

  test('the snippet is copied with one press, and what came of it is said', async () => {
    const { page, snippet, status } = await openEmbed('?mode=bubble', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const copy = page.getByRole('button', { name: labels.copy })
    await copy.press('Enter')
    await expect.poll(() => status.textContent()).toBe(labels.copied)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet())
    expect(await copy.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  test('where the browser forbids copying, the snippet is selected', async () => {
    const { page, snippet, status } = await openEmbed()
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'))
      document.execCommand = () => false
    })
    await page.getByRole('button', { name: labels.copy }).click()
    await expect.poll(() => status.textContent()).toBe(labels.notCopied)
    const selected = await page.locator('#snippet').evaluate((one) => {
      const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement
      return value.slice(selectionStart, selectionEnd)
    })
    expect(selected).toBe(await snippet())
  })

  test('the snippet puts the chat on a page of another origin', async () => {
    const { snippet } = await openEmbed('?heading=Our+chat&theme=dark')
    const page = await stage.open()
    await page.setContent(`<!doctype html><title>x</title>${await snippet()}`)
    await partsOf(page).field.waitFor()
    expect(await partsOf(page).chat.locator('h2').textContent()).toBe('Our chat')
    await ask(page, QUESTION)
    expect(await partsOf(page).quotes.count()).toBeGreaterThan(0)
  })

  test('without script it does the same by a press on its button', async () => {
    const { page, snippet } = await openEmbed('', { javaScriptEnabled: false })
    await page.getByLabel(labels.heading, { exact: true }).fill('Our chat')
    await page.getByLabel(labels.country).selectOption('NZ')
    await page.getByRole('button', { name: labels.show }).click()
    expect(await snippet()).toContain('<quotewell-chat heading="Our chat" country="NZ">')
    expect(await page.getByRole('button', { name: labels.copy }).isVisible()).toBe(false)
    expect(await page.getByText(labels.needsScript).isVisible()).toBe(true)
  })

  test.each([
    ['wide', {}],
    ['320 px', { viewport: { width: 320, height: 640 } }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const)('axe-core finds nothing, and nothing overflows: %s', async (_, context) => {
    const { page } = await openEmbed('?mode=bubble', context)
    expect(await findViolations(page)).toEqual([])
    await page.getByLabel(labels.mode).selectOption('inline')
    await page.getByLabel(labels.country).selectOption('GB')
    await partsOf(page).field.waitFor()
    expect(await findViolations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

inBrowser('the page with hostile styles', () => {
  const stage = useStage()

  /** How every element of the chat looks, and how large it is. Both pages are as wide. */
  const looks = (page: Page) =>
    partsOf(page).chat.evaluate((chat) =>
      [...(chat.shadowRoot?.querySelectorAll('.root *') ?? [])].map((one) => {
        const style = getComputedStyle(one)
        const own = [...style].filter((name) => !name.startsWith('--'))
        return [one.localName, ...own.map((name) => `${name}: ${style.getPropertyValue(name)}`)].join('; ')
      }),
    )

  test.each(['', '&mode=bubble'])('changes nothing of the chat%s', async (mode) => {
    const seen = []
    for (const query of ['?country=GB', '?country=GB&styles=off']) {
      const page = await stage.visit(`${stage.serverUrl()}/embed/try${query}${mode}`)
      const complaints = watch(page)
      if (mode) await partsOf(page).chat.locator('.launcher').click()
      await ask(page, QUESTION)
      await ask(page, 'I cannot breathe')
      await expect.poll(() => partsOf(page).chat.locator('.term').count()).toBeGreaterThan(0)
      await page.mouse.move(0, 0)
      seen.push(await looks(page))
      expect(await findViolations(page)).toEqual([])
      expect(complaints).toEqual([])
    }
    expect(seen[0]?.length).toBeGreaterThan(50)
    expect(seen[0]).toEqual(seen[1])
  })
})
