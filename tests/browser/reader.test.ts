/** The reader as its readers meet it: in a real browser, on a desk and on a phone, by mouse and by keyboard. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { labels } from '../../src/http/pages/labels.ts'
import type { RunningServer } from '../../src/node/server.ts'
import { hostileCorpus } from '../hostile/documents.ts'
import { birds } from '../http/sources.ts'
import { findViolations } from './axe.ts'
import { hasBrowser, launch } from './chromium.ts'
import { focusedWords, isWhollyIn, lettersPerLine, overflowOf, styleOf } from './in-page.mjs'
import { readDefaultSources, serveSources } from './serve-sources.ts'

const DESK = { width: 1280, height: 800 }
/** 1280 pixels at a zoom of 400 %. */
const PHONE = { width: 320, height: 640 }
const SIZES = [DESK, PHONE]

const LEAFLET = 'mesenchymal-chondrosarcoma-liddy-shriver'
const STUDY = 'intraspinal-mcs-bmc-neurology-2022'
const ROW = 'Current case | 19 | M | T12-L2(I&ED) | + punctate | + | – | TR | Alive, 1 years'

const QUOTES = [
  [
    'at the beginning',
    LEAFLET,
    'Mesenchymal chondrosarcoma is a malignant type of chondrosarcoma, or cancer of cartilage.',
  ],
  [
    'in the middle',
    LEAFLET,
    'Translocations are events in which one piece of a chromosome breaks off and becomes stuck to another chromosome.',
  ],
  [
    'at the end',
    LEAFLET,
    'We maintain listings of sarcoma treatment centers, local support groups and organizations that provide financial assistance to sarcoma patients and their loved-ones.',
  ],
  ['in a table row', STUDY, ROW],
] as const

const large = parseSource({ id: 'large', markdown: hostileCorpus['large.md'] })
const hebrew = parseSource({ id: 'shimmer', markdown: hostileCorpus['shimmer.md'] })

const sources = [...(await readDefaultSources()), birds, large, hebrew]

function pathTo(id: string, words: string, fragment = '#quote'): string {
  const start = sources.find((one) => one.id === id)?.text.indexOf(words) ?? -1
  return `/sources/${id}?start=${start}&end=${start + words.length}${fragment}`
}

describe.skipIf(!hasBrowser)('the reader', () => {
  let browser: Browser
  let server: RunningServer

  beforeAll(async () => {
    server = await serveSources(sources)
    browser = await launch()
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: DESK, ...options })
    await page.goto(`${server.url}${path}`)
    return page
  }

  describe.each(SIZES)('at $width × $height', (viewport) => {
    test.each(QUOTES)('a quote %s is marked, whole and in view', async (_, id, words) => {
      for (const fragment of ['#quote', '']) {
        // Without script: the link alone has to land there.
        const page = await open(pathTo(id, words, fragment), { viewport, javaScriptEnabled: fragment === '' })
        const marked = (await page.locator('article mark').allTextContents()).join('')
        expect(marked.replace(/[\s|]/g, '')).toBe(words.replace(/[\s|]/g, ''))
        await expect.poll(() => isWhollyIn(page, '#quote')).toBe(true)
        await page.close()
      }
    })

    test('no page is wider than the screen, whatever the source', async () => {
      for (const { id } of sources) {
        const page = await open(`/sources/${id}`, { viewport })
        expect([id, await overflowOf(page)]).toEqual([id, 0])
        await page.close()
      }
    })

    test.each([
      ['light', `/sources/${LEAFLET}`],
      ['light', pathTo(STUDY, ROW)],
      ['light', '/sources/birds?start=5&end=99999'],
      ['light', '/sources/shimmer'],
      ['light', '/sources/nothing-here'],
      ['dark', pathTo(LEAFLET, QUOTES[1][2])],
      ['dark', pathTo(STUDY, ROW)],
    ] as const)('axe-core finds nothing, %s: %s', async (colorScheme, path) => {
      const page = await open(path, { viewport, colorScheme })
      expect(await findViolations(page)).toEqual([])
      await page.close()
    })
  })

  test('a line holds 55 to 75 letters on a desk', async () => {
    const page = await open(`/sources/${LEAFLET}`)
    const lengths = await lettersPerLine(page.locator('article p:not(.figure)'))
    expect(lengths.length).toBeGreaterThan(5)
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(mean).toBeGreaterThan(55)
    expect(mean).toBeLessThan(75)
    await page.close()
  })

  test('the dark page is dark, and the mark stands out on it', async () => {
    const page = await open(pathTo(LEAFLET, QUOTES[1][2]), { colorScheme: 'dark' })
    const brightness = async (selector: string) => {
      const colour = await styleOf(page.locator(selector), 'backgroundColor')
      return (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
    }
    expect(await brightness('body')).toBeLessThan(120)
    expect((await brightness('#quote')) - (await brightness('body'))).toBeGreaterThan(60)
    await page.close()
  })

  test('with forced colours the mark keeps a colour of its own', async () => {
    const page = await open(pathTo(LEAFLET, QUOTES[1][2]), { forcedColors: 'active' })
    const colours = [
      await styleOf(page.locator('#quote'), 'backgroundColor'),
      await styleOf(page.locator('body'), 'backgroundColor'),
    ]
    expect(colours[0]).not.toBe(colours[1])
    await page.close()
  })

  describe('by keyboard', () => {
    const tab = async (page: Page, times: number) => {
      const seen = []
      for (let n = 0; n < times; n++) {
        await page.keyboard.press('Tab')
        seen.push(await focusedWords(page))
      }
      return seen
    }

    test('the first stops skip to the main content and to the text, and are seen', async () => {
      const page = await open(`/sources/${LEAFLET}`)
      expect(await tab(page, 2)).toEqual([labels.skip, labels.toText])
      expect(await isWhollyIn(page, 'a[href="#text"].skip')).toBe(true)
      await page.keyboard.press('Enter')
      await expect
        .poll(() => page.locator('article').evaluate((one) => one.getBoundingClientRect().top))
        .toBeLessThan(100)
      await page.close()
    })

    test.each(SIZES)('the sections are one skip away, and lead to their headings, at $width', async (viewport) => {
      const page = await open(`/sources/${LEAFLET}`, { viewport })
      expect((await tab(page, 3)).at(-1)).toBe(labels.toSections)
      await page.keyboard.press('Enter')
      await expect.poll(() => isWhollyIn(page, 'nav.sections > ul > li:first-child > a')).toBe(true)
      expect((await tab(page, 2)).at(-1)).toBe('Why does mesenchymal chondrosarcoma occur?')
      await page.keyboard.press('Enter')
      await expect.poll(() => isWhollyIn(page, 'article h3:text("Why does")')).toBe(true)
      await page.close()
    })

    test('a table scrolls in its own frame', async () => {
      const page = await open(`/sources/${STUDY}`, { viewport: PHONE })
      const frame = page.getByRole('region', { name: labels.table(1) })
      await frame.focus()
      for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight')
      await expect.poll(() => frame.evaluate((one) => one.scrollLeft)).toBeGreaterThan(50)
      expect(await page.evaluate('scrollX')).toBe(0)
      const outcome = frame.getByRole('columnheader', { name: 'Outcome' })
      expect(await outcome.count()).toBe(1)
      await page.close()
    })

    test('after the quote the next stop is behind it, not at the top of the page', async () => {
      const quote = 'The term “dumbbell tumors” does not refer'
      const page = await open(pathTo(STUDY, quote))
      await expect.poll(() => focusedWords(page)).toBe(quote)
      expect(await tab(page, 1)).toEqual([labels.beginning])
      await page.close()
    })
  })

  test('the section of the quote is marked in the list', async () => {
    const page = await open(
      pathTo(LEAFLET, 'Chemotherapy tends to be more effective under such circumstances (Balis).'),
    )
    expect(await page.locator('[aria-current]').allTextContents()).toEqual(['Treatment'])
    await page.close()
  })

  test('the way back leads to the chat, and the original is a link over https', async () => {
    const page = await open(`/sources/${LEAFLET}`)
    const original = page.getByRole('link', { name: labels.toOriginal })
    expect(await original.getAttribute('href')).toMatch(/^https:/)
    await page.getByRole('link', { name: labels.toChat }).first().click()
    expect(page.url()).toBe(`${server.url}/`)
    await page.close()
  })

  test('a text from right to left has its bar and its list on the right', async () => {
    const page = await open(pathTo('shimmer', 'Shimmer'), { viewport: PHONE })
    const paragraph = page.locator('article p')
    expect(await styleOf(paragraph, 'direction')).toBe('rtl')
    const bar = await styleOf(paragraph, 'right', '::before')
    expect(Number.parseFloat(bar)).toBeLessThan(0)
    expect(await overflowOf(page)).toBe(0)
    await page.close()
  })

  test('on paper: text, facts, quote and disclaimers, and nothing to press', async () => {
    // A4 less margins of 1 cm, at 96 dots an inch.
    const page = await open(pathTo(STUDY, ROW), { viewport: { width: 718, height: 1000 }, colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['.skip', 'nav.sections', 'nav.onward', '.back', '.jump']) {
      expect([gone, await page.locator(gone).first().isVisible()]).toEqual([gone, false])
    }
    for (const kept of ['h1', '.kind', '.metadata', 'article', '#quote', 'footer']) {
      expect([kept, await page.locator(kept).first().isVisible()]).toEqual([kept, true])
    }
    expect(await overflowOf(page)).toBe(0)
    const frame = page.locator('.scroll')
    expect(
      await frame.evaluate((one) => [one.scrollWidth <= one.clientWidth, one.scrollHeight <= one.clientHeight]),
    ).toEqual([true, true])
    expect(await styleOf(page.locator('body'), 'color')).toBe('rgb(0, 0, 0)')
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    await page.close()
  })
})
