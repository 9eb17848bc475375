import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { additionsOf } from '../../src/core/answer/compose.ts'
import { NO_HOST_TEXTS } from '../../src/core/host-text.ts'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { prognosis, sourceNotices } from '../../src/core/safety/catalogue.ts'
import type { Span } from '../../src/core/source.ts'
import { labels } from '../../src/http/pages/labels.ts'
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

const site = siteOf(NO_HOST_TEXTS, additionsOf(NO_HOST_TEXTS, false), false)

/** The facts above the title. */
function kindOf(page: string) {
  const [, list = ''] = /<ul class="kind">(.*?)<\/ul>/s.exec(page) ?? []
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, fact = '']) => textOf(fact))
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
      Licence: 'CC BY 4.0',
      Original: 'https://example.org/birds?page=1&print=yes',
      'How to cite':
        'Ada Finch, Ben Crane. Birds & <i>Eggs</i>. Nest Society. Last revised December 2004. https://example.org/birds?page=1&print=yes',
    })
    expect(kindOf(page)).toEqual(['Source', 'Written for patients', 'Last revised December 2004'])
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

describe('what a reader should know first', () => {
  const noticesOf = (page: string) => {
    const [, list = ''] = /<section class="notice info".*?<ul>(.*?)<\/ul>/s.exec(page) ?? []
    return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, text = '']) => textOf(text))
  }
  const make = (front: string, body: string) =>
    parseSource({ id: 'one', markdown: `---\ntitle: One\n${front}\n---\n\n${body}\n` })
  const now = new Date('2026-06-15')
  const shownOn = (front: string, body = 'Words.') =>
    noticesOf(String(sourcePage(site, make(front, body), null, { now })))

  test.each<[string, string, string[]]>([
    ['published: 2020-01', 'Words.', [sourceNotices.age.text]],
    ['published: 2022-01', 'Words.', []],
    ['published: 2001\nlastRevised: 2025', 'Words.', []],
    ['audience: patient', 'Words.', []],
    ['audience: clinician', 'Words.', [sourceNotices.clinicians.text]],
    ['publicationType: case-report', 'Words.', [sourceNotices.caseReport.text]],
    ['', 'Of these, 40% died within 2 years.', [prognosis.figures.text]],
    ['', 'Fig. 1 A scan', [labels.noPictures]],
    ['', 'Figure 12b: A scan', [labels.noPictures]],
    ['', 'Figures vary. Figs are fruit.', []],
  ])('of a source with %j that says %j', (front, body, texts) => {
    expect(shownOn(front, body)).toEqual(texts)
  })

  test('is said before the text, and what the source is before its title', async () => {
    const page = await read('/sources/owls')
    expect(kindOf(page)).toEqual(['Case report', 'Written for clinicians', 'Date unknown'])
    const places = ['class="kind"', '<h1>', 'class="notice info"', '<article'].map((part) => page.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })
})

describe('the original', () => {
  const page = (front: string) =>
    String(sourcePage(site, parseSource({ id: 'one', markdown: `---\ntitle: One\n${front}\n---\n\nWords.\n` }), null))

  test('is a link over https only', () => {
    expect(page('url: https://example.org/a')).toContain('href="https://example.org/a"')
    const plain = page('url: http://example.org/a')
    expect(plain).not.toContain('href="http:')
    expect(plain).toContain('<dd>http://example.org/a</dd>')
    expect(page('url: http://example.org/a\ndoi: 10.1000/1')).toContain('href="https://doi.org/10.1000/1"')
  })
})

describe('headings', () => {
  const page = (title: string, body: string, quote: Span | null = null) =>
    String(sourcePage(site, parseSource({ id: 'one', markdown: `---\ntitle: ${title}\n---\n\n${body}\n` }), quote))
  const headingsOf = (html: string) =>
    [...articleOf(html).matchAll(/<(h\d) id="section-\d+"( class="repeated")?>/g)].map(([, tag, repeated]) =>
      repeated ? `${tag} repeated` : tag,
    )

  test('leave no level out, whatever the source did', () => {
    expect(headingsOf(page('T', '### A\n\n##### B\n\n### C\n\n# D\n\n###### E\n\nWords.'))).toEqual([
      'h2',
      'h3',
      'h2',
      'h2',
      'h3',
    ])
  })

  test('the title is shown once, but stays where a quote touches it', () => {
    const body = '# one title\n\nWords.'
    expect(headingsOf(page('One title', body))).toEqual(['h2 repeated'])
    expect(headingsOf(page('One title', body, { start: 4, end: 15 }))).toEqual(['h2'])
    expect(headingsOf(page('Another', body))).toEqual(['h2'])
  })
})

describe('the section of the quote', () => {
  const current = (page: string) => /<a href="([^"]*)" aria-current="location">/.exec(page)?.[1]

  test('is marked in the list, the innermost one', async () => {
    expect(current(await readAt('Swallows are "fast"'))).toBe('#section-0')
    expect(current(await readAt('Clutches vary.'))).toBe(`#section-${birds.text.indexOf('Clutches')}`)
    expect(current(await read('/sources/birds'))).toBeUndefined()
  })
})

test.each([
  ['en', 'ltr'],
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
])('a text in %s runs %s', (language, direction) => {
  const one = parseSource({ id: 'one', markdown: `---\ntitle: One\nlanguage: ${language}\n---\n\nWords.\n` })
  expect(String(sourcePage(site, one, null))).toContain(`<article id="text" lang="${language}" dir="${direction}">`)
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
    expect(await readAt('Osprey | | <b>tree</b>')).toContain(
      '<td data-header="Eggs"></td><td data-header="Place"><mark>',
    )
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
    expect(page.includes(labels.noSuchQuote)).toBe(/start=|end=/.test(query))
    expect(blocksOf(articleOf(page)).join('\n')).toContain('They fly far 🐦🪺 each year.')
  })
})

test.each(['/sources/nests', '/sources/Birds', '/sources/%3Cscript%3E', '/sources/__proto__'])(
  '%s is unknown',
  async (path) => {
    const page = await read(path, 404)
    expect(page).toContain('Source not found')
    expect(page).toContain('<a href="/sources/owls"><bdi>One Owl</bdi></a>')
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
        const article = articleOf(travel(String(sourcePage(site, source, span))))
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
