import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { additionsOf } from '../../src/core/answer/compose.ts'
import { NO_HOST_TEXTS } from '../../src/core/host-text.ts'
import { spanOf } from '../../src/http/pages/marker.ts'
import { siteOf } from '../../src/http/pages/site.ts'
import { sourcePage } from '../../src/http/pages/source-page.ts'
import { testApp } from './harness.ts'
import { articleOf, blocksOf, marksOf, textOf } from './reading.ts'
import { birds, owls } from './sources.ts'

const { app } = testApp()

async function read(path: string, status = 200) {
  const response = await app.request(path)
  expect([path, response.status, response.headers.get('Content-Type')]).toEqual([
    path,
    status,
    'text/html; charset=UTF-8',
  ])
  return response.text()
}

/** The page with the words of `quote` highlighted. */
function readAt(quote: string) {
  const start = birds.text.indexOf(quote)
  return read(`/sources/birds?start=${start}&end=${start + quote.length}`)
}

describe('the text of a source', () => {
  test('has headings one level lower, lists and paragraphs', async () => {
    const article = articleOf(await read('/sources/birds'))
    expect(article).toMatch(/<h2 id="section-0">Birds &amp; Eggs<\/h2>/)
    expect(article).toMatch(/<h4 id="section-\d+">Clutches<\/h4>/)
    expect(article).toContain('<ul>\n<li>Robins lay blue eggs.</li>\n<li>Plovers lay spotted eggs.</li>\n</ul>')
    expect(article).not.toContain('<script')
  })

  test('has tables with caption, head and empty cells', async () => {
    const article = articleOf(await read('/sources/birds'))
    expect(article).toContain('<caption><p>Table 1: Eggs in a clutch</p><p>n, number of nests</p></caption>')
    expect(article).toContain('<tr><th scope="col">Bird</th><th scope="col">Eggs</th><th scope="col">Place</th></tr>')
    expect(article).toContain('<tr><td>Robin</td><td>5</td><td></td></tr>')
    expect(article).toContain('<tr><td>Osprey</td><td></td><td>&lt;b&gt;tree&lt;/b&gt;</td></tr>')
    expect(article).toContain('<tr><td></td><td>2</td><td>cliff</td></tr>')
  })

  test('is all there where a table has a head only or no caption', async () => {
    const page = await read('/sources/owls')
    expect(blocksOf(articleOf(page))).toEqual(['An owl was seen.', 'Only head', 'Hour | Calls', '1 | 12'])
    expect(page).not.toContain('<caption')
  })
})

describe('above the text', () => {
  test('stand the facts of the source, escaped, with a safe link to the original', async () => {
    const page = await read('/sources/birds')
    const facts = [...page.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, term = '', fact = '']) => [
      term,
      textOf(fact),
    ])
    expect(Object.fromEntries(facts)).toEqual({
      Authors: 'Ada Finch, Ben Crane',
      Publisher: 'Nest Society',
      Date: 'Last revised 2004-12',
      Written: 'for patients',
      Licence: 'CC BY 4.0',
      Original: 'https://example.org/birds?page=1&print=yes',
    })
    expect(page).toContain('href="https://example.org/birds?page=1&amp;print=yes" rel="noopener noreferrer"')
    expect(page).toContain('<title>Birds &amp; &lt;i&gt;Eggs&lt;/i&gt; – Quotewell</title>')
  })

  test('stand links to the sections', async () => {
    const page = await read('/sources/birds')
    const links = [...page.matchAll(/<a href="#(section-\d+)">(.*?)<\/a>/g)]
    expect(links.map(([, , title = '']) => textOf(title))).toEqual(['Birds & Eggs', 'Eggs', 'Clutches'])
    for (const [, id] of links) expect(page).toContain(` id="${id}"`)
  })

  test('stand no facts that are unknown, and the DOI where there is no address', async () => {
    const page = await read('/sources/owls')
    expect(page).toContain('href="https://doi.org/10.1000/owl.1"')
    expect(page).not.toMatch(/<dt>(Authors|Publisher|Licence)/)
  })
})

describe('a quote', () => {
  test('is marked, focused and nothing else is', async () => {
    const page = await readAt('Robins lay blue eggs.')
    expect(page).toContain('<li><mark id="quote" tabindex="-1" autofocus>Robins lay blue eggs.</mark></li>')
    expect(marksOf(page)).toEqual(['Robins lay blue eggs.'])
  })

  test('that crosses blocks is marked in each, with the id on the first', async () => {
    const page = await readAt('blue eggs.\n\nPlovers lay')
    expect(marksOf(page)).toEqual(['blue eggs.', 'Plovers lay'])
    expect(page.match(/id="quote"/g)).toHaveLength(1)
  })

  test('that is a table row is marked cell by cell', async () => {
    expect(marksOf(await readAt('Osprey | | <b>tree</b>'))).toEqual(['Osprey', '<b>tree</b>'])
    expect(marksOf(await readAt('| 2 | cliff'))).toEqual(['2', 'cliff'])
  })

  test.each([
    '',
    '?start=5',
    '?end=5',
    '?start=5&end=5',
    '?start=9&end=5',
    '?start=-1&end=5',
    '?start=0&end=999999',
    '?start=0&end=9999999999999999999999',
    '?start=a&end=b',
    '?start=&end=5',
    '?start=1.5&end=5',
    '?start=1e1&end=50',
    '?start=0x1&end=50',
    '?start=1&start=2&end=5',
    '?start[]=1&end[]=5',
    `?start=${birds.text.indexOf('🐦') + 1}&end=${birds.text.indexOf('each')}`,
    `?start=0&end=${birds.text.indexOf('🐦') + 1}`,
  ])('that is none leaves the page without mark: %j', async (query) => {
    const page = await read(`/sources/birds${query}`)
    expect(marksOf(page)).toEqual([])
    expect(blocksOf(articleOf(page)).join('\n')).toContain('They fly far 🐦🪺 each year.')
  })
})

test.each(['/sources/nests', '/sources/Birds', '/sources/%3Cscript%3E', '/sources/__proto__'])(
  '%s is unknown',
  async (path) => {
    const page = await read(path, 404)
    expect(page).toContain('Source not found')
    expect(page).not.toMatch(/nests|&lt;script|<script|__proto__/)
  },
)

describe.each([birds, owls])('for every start and end in $id', (source) => {
  const { text, blocks } = source
  const offset = fc.nat(text.length + 3)
  /** Bytes and back, as the page travels: a character cut in two would not survive it. */
  const travel = (page: string) => new TextDecoder().decode(new TextEncoder().encode(page))

  test('the page has the words of the source, and the marks are the words of the span', () => {
    fc.assert(
      fc.property(offset, offset, (start, end) => {
        const span = spanOf(text, start, end)
        const article = articleOf(
          travel(String(sourcePage(siteOf(NO_HOST_TEXTS, additionsOf(NO_HOST_TEXTS, false), false), source, span))),
        )
        expect(blocksOf(article)).toEqual(blocks.map((block) => text.slice(block.start, block.end)))
        const words = (string: string) => string.replace(/[\s|]/g, '')
        const slice = span ? text.slice(start, end) : ''
        expect(words(marksOf(article).join(''))).toBe(words(slice))
        expect(article.match(/id="quote"/g) ?? []).toHaveLength(marksOf(article).length > 0 ? 1 : 0)
      }),
      { numRuns: 500 },
    )
  })
})
