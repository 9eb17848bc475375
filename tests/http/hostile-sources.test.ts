import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { CorpusFaults } from '../../src/core/errors.ts'
import { buildCorpus } from '../../src/core/ingest/build-corpus.ts'
import { readCorpus } from '../../src/node/corpus-files.ts'
import { createReplyCheck } from '../hostile/closed-world.ts'
import { hostileCorpus, hostileQuestions } from '../hostile/documents.ts'
import { findActive, readPage, textIn } from '../hostile/html.ts'
import { openRealApp, type RealApp } from '../hostile/real-app.ts'
import { useTempFolders } from '../node/temp-folders.ts'

const folder = useTempFolders()

let real: RealApp
beforeAll(async () => {
  real = await openRealApp({ corpus: await folder(hostileCorpus), index: await folder() })
})

/** Invisible characters: control and format ones, and halves of characters. Line ends are none. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u

async function pageAt(path: string): Promise<string> {
  const response = await real.app.request(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

function expectInert(html: string) {
  const page = readPage(html)
  expect(findActive(page)).toEqual([])
  expect(html).not.toMatch(INVISIBLE)
  expect(page.elements.filter(({ tagName }) => tagName === 'main')).toHaveLength(1)
  return page
}

describe('pages are inert', () => {
  test.each(['markup', 'large', 'shimmer'])('/sources/%s shows every word of its source as text', async (id) => {
    const page = expectInert(await pageAt(`/sources/${id}`))
    const source = real.corpus.sources.find((one) => one.id === id)
    const words = (text = '') => text.replace(/[\s|]+/g, '')
    const shown = page.elements.filter(({ tagName }) => tagName === 'article').map(textIn)
    expect(words(shown.join())).toBe(words(source?.text))
    expect(page.elements.filter(({ tagName }) => tagName === 'title').map(textIn)).toEqual([
      `${source?.title} – Quotewell`,
    ])
  })

  test('/ shows quotes and suggestions as text', async () => {
    const statuses = new Set<string>()
    for (const question of hostileQuestions) {
      const response = await real.ask(question)
      const page = expectInert(await response.text())
      const answer = await real.lastAnswer()
      const blockquotes = page.elements.filter(({ tagName }) => tagName === 'blockquote')
      expect(blockquotes).toHaveLength(answer?.quotes.length ?? -1)
      const buttons = page.elements.filter(({ tagName }) => tagName === 'button').map(textIn)
      expect(buttons.slice(1)).toEqual(answer?.suggestions)
      statuses.add(answer?.status ?? '')
    }
    expect(statuses).toContain('answered')
  })

  test('words of a source share no line with words of the page, or are isolated in it', async () => {
    const isolated = (html: string) =>
      readPage(html)
        .elements.filter(({ tagName }) => tagName === 'bdi')
        .map(textIn)
    const source = real.corpus.sources.find(({ id }) => id === 'shimmer')
    const { title = '', authors = [] } = source ?? {}
    // The title, the list of authors, and both once more in the reference.
    expect(isolated(await pageAt('/sources/shimmer'))).toEqual([title, ...authors, ...authors, title])
    const asked = '\u202ewhat is glimmer'
    expect(isolated(await (await real.ask(asked)).text())).toEqual([asked])
  })
})

describe('replies of the API', () => {
  test('quote word for word, with fixed texts unchanged and nothing invisible', async () => {
    const check = createReplyCheck(real.corpus)
    const quoted = new Set<string>()
    for (const message of hostileQuestions) {
      const response = await real.chat({ message, maxQuotes: 5 })
      const text = await response.text()
      const reply = check(JSON.parse(text), message)
      for (const { sourceId } of reply.quotes) quoted.add(sourceId)
      expect(JSON.stringify(reply)).not.toMatch(/\\u[0-9a-f]{4}|\\[bfrt]/)
      expect(text).not.toMatch(INVISIBLE)
    }
    expect([...quoted].toSorted()).toEqual(['large', 'markup', 'shimmer'])
  })

  test('list the sources with web addresses only and nothing invisible', async () => {
    for (const path of ['/api/sources', '/api/sources/markup', '/api/sources/large', '/api/sources/shimmer']) {
      const text = await pageAt(path)
      expect(text).not.toMatch(INVISIBLE)
      expect(text).not.toMatch(/\\u|\\[bfrt]/)
    }
    const { sources } = JSON.parse(await pageAt('/api/sources'))
    expect(sources.map(({ url }: { url: string | null }) => url)).toEqual([
      null,
      `https://example.org/%22onmouseover=%22alert(3)/%E2%80%AEa?b=%3Cscript%3E#'`,
      null,
    ])
  })
})

describe('an address that is no web page is refused with file and line', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    '"java\\tscript:alert(1)"',
    '"\\x01javascript:alert(1)"',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'tel:112',
    '//evil.example/',
    '/sources/other',
    'https:evil.example',
    'https://',
    'https://bank.example@evil.example/',
    'https://a:b@evil.example/',
    'evil.example',
    '7',
  ])('%s', async (url) => {
    const path = await folder({ 'one.md': `---\ntitle: One\nurl: ${url}\n---\n\nText.\n` })
    const { inputs } = await readCorpus(path)
    const line = `${join(path, 'one.md')}:3: \`url\``
    expect(() => buildCorpus(inputs)).toThrow(CorpusFaults)
    expect(() => buildCorpus(inputs)).toThrow(line)
  })
})

test.each(['title', 'licence', 'publisher', 'doi'])('a %s of nothing visible is refused', async (field) => {
  const title = field === 'title' ? '' : 'title: One\n'
  const path = await folder({ 'one.md': `---\n${title}${field}: "\\u200B\\u202E"\n---\n\nText.\n` })
  const { inputs } = await readCorpus(path)
  expect(() => buildCorpus(inputs)).toThrow(`\`${field}\`: must not be empty`)
})
