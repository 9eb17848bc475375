import { expect, test } from 'vitest'
import { createGlossary } from '../../src/core/answer/glossary.ts'
import { labels } from '../../src/http/pages/labels.ts'
import { glossaryReply } from '../../src/http/schemas/glossary.ts'
import { createEngine, expectProblem, loaded, neverLoaded, testApp } from './harness.ts'
import { textOf } from './reading.ts'
import { birds } from './sources.ts'

const { app, ask } = testApp()

test('GET /api/glossary gives the terms with verbatim quotes and nothing else', async () => {
  const response = await app.request('/api/glossary')
  const { terms } = glossaryReply.strict().parse(await response.json())
  const text = 'Robins lay blue eggs.'
  const start = birds.text.indexOf(text)
  expect(terms).toEqual([
    {
      term: 'egg',
      forms: ['egg', 'eggs'],
      quote: { text, sourceId: 'birds', start, end: start + text.length, section: 'Eggs' },
    },
  ])
})

test('a corpus without glossary has an empty list', async () => {
  const glossary = createGlossary({ sources: [], passages: [], terms: [] })
  const bare = testApp({ startup: loaded({ ...createEngine(), glossary }) })
  expect(await (await bare.app.request('/api/glossary')).json()).toEqual({ terms: [] })
  expect(await (await bare.ask('spotted')).text()).not.toContain(labels.explained)
})

test('it waits for the engine as the other addresses do', async () => {
  await expectProblem(await testApp({ startup: neverLoaded() }).app.request('/api/glossary'), 'not-ready')
})

test('the page explains the words of the quotes that it shows, with their source', async () => {
  const [, explained = ''] =
    /<details class="explained">(.*?)<\/details>/s.exec(await (await ask('spotted')).text()) ?? []
  expect(textOf(explained).replace(/\s+/g, ' ')).toBe(
    `${labels.explained} egg Robins lay blue eggs. Birds & <i>Eggs</i>, Last revised December 2004, for patients. See egg in its source (new tab) `,
  )
  const start = birds.text.indexOf('Robins lay')
  expect(explained).toContain(`href="/sources/birds?start=${start}&amp;end=${start + 21}#quote"`)
})

test('the page has no such list where the explanation is among the quotes', async () => {
  const page = await (await ask('robins')).text()
  expect(page).toContain('Robins lay blue eggs.')
  expect(page).not.toContain(labels.explained)
})
