import { expect, test } from 'vitest'
import { composeNoAnswer } from '../../src/core/answer/compose.ts'
import type { Gap } from '../../src/core/answer/gap.ts'
import { hostText } from '../../src/core/host-text.ts'
import { countingDisclaimers, disclaimers } from '../../src/core/safety/catalogue.ts'
import { createEngine, loaded, testApp } from './harness.ts'

const SECRET = 'zqxalinib'
const gap: Gap = { nearest: { sourceId: 'birds', section: null }, unknown: [{ word: SECRET, term: SECRET }] }
const engine = createEngine()
const unanswering = loaded({
  ...engine,
  answer: async (request) =>
    request.message === 'egg' ? engine.answer(request) : composeNoAnswer('searched', [], [], gap),
})
const { counting } = countingDisclaimers

test('tells what may be counted of questions without an answer, and of no others, and no reply holds it', async () => {
  const told: Gap[] = []
  const { post, ask } = testApp({ startup: unanswering, onGap: (one) => told.push(one) })
  await post('/api/chat', { message: 'egg' })
  await post('/api/chat', { message: 'he is coughing up blood' })
  expect(told).toEqual([])
  const replies = [await post('/api/chat', { message: 'zzz' }), await ask('zzz')]
  expect(told).toEqual([gap, gap])
  for (const reply of replies) expect(await reply.text()).not.toContain(SECRET)
})

test('readers are told that it counts: on every reply and page, before the words of the host', async () => {
  const own = hostText('Ours.', 300)
  if (own === null) throw new Error('no words')
  const disclaimer = { id: 'host.1', version: 1 as const, text: own }
  const hostTexts = { title: null, greeting: null, crisisLines: [], disclaimers: [disclaimer] }
  const { app, post } = testApp({ startup: unanswering, hostTexts, onGap: () => {} })
  const ids = [...Object.values(disclaimers).map(({ id }) => id), counting.id, 'host.1']
  for (const reply of [await post('/api/chat', { message: 'egg' }), await app.request('/api/settings')]) {
    const shown = ((await reply.json()) as { disclaimers: { id: string }[] }).disclaimers
    expect(shown.map(({ id }) => id)).toEqual(ids)
    expect(Object.keys(shown[2] ?? {})).toEqual(['id', 'version', 'text'])
  }
  for (const path of ['/', '/sources/birds']) expect(await (await app.request(path)).text()).toContain(counting.text)
  expect(await (await app.request('/')).text()).not.toContain('What you write is not kept')
})

test('where nothing is counted, nobody says so', async () => {
  const { app } = testApp()
  const page = await (await app.request('/')).text()
  expect(page).not.toContain(counting.text)
  expect(page).toContain('What you write is not kept')
})
