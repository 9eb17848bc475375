import { describe, expect, test } from 'vitest'
import { searchReply } from '../../src/http/schemas/search.ts'
import { sourceList, sourceText } from '../../src/http/schemas/source.ts'
import { expectProblem, testApp } from './harness.ts'
import { birds, owls } from './sources.ts'

const { app, post } = testApp()

describe('search', () => {
  test('gives passages with their words as they stand in the source', async () => {
    const response = await post('/api/search', { query: 'eggs', limit: 2 })
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const { passages } = searchReply.strict().parse(await response.json())
    expect(passages).toHaveLength(2)
    for (const { text, start, end, sourceId, passageId } of passages) {
      expect(text).toBe(birds.text.slice(start, end))
      expect([sourceId, passageId]).toEqual(['birds', `birds:${start}`])
    }
    const fields = 'passageId sourceId section start end text score'
    expect(Object.keys(passages[0] ?? {}).join(' ')).toBe(fields)
  })
})

describe('sources', () => {
  test('are listed', async () => {
    const { sources } = sourceList.strict().parse(await (await app.request('/api/sources')).json())
    expect(sources.map(({ id, readerUrl }) => [id, readerUrl])).toEqual([
      ['birds', '/sources/birds'],
      ['owls', '/sources/owls'],
    ])
    expect(sources[1]).toMatchObject({ url: null, published: null, authors: [], audience: 'clinician' })
  })

  test('are given with their canonical text and sections', async () => {
    const source = sourceText.strict().parse(await (await app.request('/api/sources/birds')).json())
    expect(source.text).toBe(birds.text)
    expect(source.sections).toEqual(birds.sections)
    expect(source.lastRevised).toBe('2004-12')
  })

  test.each(['nests', 'Birds', 'birds%00', '%ff', '..%2Fbirds', 'constructor'])('%s is unknown', async (id) => {
    const response = await app.request(`/api/sources/${id}`)
    expect(await response.clone().text()).not.toContain('irds"')
    await expectProblem(response, 'unknown-source')
  })

  test('the one without sections has an empty list', async () => {
    const source = sourceText.parse(await (await app.request('/api/sources/owls')).json())
    expect([source.text, source.sections]).toEqual([owls.text, []])
  })
})
