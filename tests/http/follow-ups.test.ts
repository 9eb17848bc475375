/** Conversations without script: the page carries the earlier messages, the server keeps none. */
import { expect, test } from 'vitest'
import { labels } from '../../src/http/pages/labels.ts'
import { readPage } from '../hostile/html.ts'
import { createXss } from '../hostile/xss.ts'
import { neverLoaded, testApp } from './harness.ts'

const { app, engine } = testApp()

const post = (fields: readonly (readonly [string, string])[], on = app) =>
  on.request('/', {
    method: 'POST',
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
  })

/** What each form of a page would send along, as [name, value]. */
function hiddenIn(html: string): [string, string][][] {
  const forms = html.split('<form').slice(1)
  return forms.map((form) =>
    readPage(`<form${form}`)
      .elements.filter(({ tagName, attrs }) => tagName === 'input' && attrs.some(({ value }) => value === 'hidden'))
      .map(({ attrs }) => {
        const of = (name: string) => attrs.find((one) => one.name === name)?.value ?? ''
        return [of('name'), of('value')]
      }),
  )
}

/** A conversation as a browser would have it: each page's fields go with the next message. */
async function converse(...messages: string[]) {
  let page = await (await app.request('/')).text()
  for (const message of messages) {
    page = await (await post([...(hiddenIn(page)[0] ?? []), ['message', message]])).text()
  }
  return page
}

test('each message comes with those before it, oldest first, and with nothing the first time', async () => {
  await converse('osprey', 'robins\nor two', 'zzz')
  expect(
    engine.asked.slice(-3).map(({ message, history }) => [message, history.map(({ content }) => content)]),
  ).toEqual([
    ['osprey', []],
    ['robins\nor two', ['osprey']],
    ['zzz', ['osprey', 'robins\nor two']],
  ])
  expect(engine.asked.at(-1)?.history.map(({ role }) => role)).toEqual(['user', 'user'])
})

test('a suggestion continues the conversation too', async () => {
  const [question, suggestion] = hiddenIn(await converse('osprey', 'zzz'))
  expect(suggestion).toEqual(question)
  expect(suggestion).toEqual([
    ['earlier', 'osprey'],
    ['earlier', 'zzz'],
  ])
})

test('the latest 20 are carried', async () => {
  const page = await converse(...Array.from({ length: 23 }, (_, at) => `owl ${at}`))
  expect(engine.asked.at(-1)?.history).toHaveLength(20)
  expect(hiddenIn(page)[0]?.map(([, value]) => value)).toEqual(Array.from({ length: 20 }, (_, at) => `owl ${at + 3}`))
})

test('a fault of the form forgets nothing, and repeats no message that was wrong', async () => {
  const page = await (
    await post([
      ['earlier', 'osprey'],
      ['message', ' '],
    ])
  ).text()
  expect(page).toContain(labels.blank)
  expect(hiddenIn(page)[0]).toEqual([['earlier', 'osprey']])
})

test('nor does a server that is not ready', async () => {
  const response = await post(
    [
      ['earlier', 'osprey'],
      ['message', 'robins'],
    ],
    testApp({ startup: neverLoaded() }).app,
  )
  expect(response.status).toBe(503)
  expect(hiddenIn(await response.text())[0]).toEqual([['earlier', 'osprey']])
})

test.each([
  ['21 earlier messages', Array.from({ length: 21 }, (): [string, string] => ['earlier', 'x'])],
  ['one that is too long', [['earlier', 'x'.repeat(4001)]]],
  ['an empty one', [['earlier', '']]],
  ['one with a NUL', [['earlier', 'secret\0']]],
] as [string, [string, string][]][])('fields that no page wrote are refused and dropped: %s', async (_, fields) => {
  const response = await post([...fields, ['message', 'robins']])
  expect(response.status).toBe(422)
  expect(hiddenIn(await response.text())[0]).toEqual([])
})

test('"Start again" stands where there is something to forget, and forgets it', async () => {
  expect(await (await app.request('/')).text()).not.toContain(labels.startAgain)
  expect(await converse('osprey')).toContain(`<a href="/">${labels.startAgain}</a>`)
})

test('earlier messages are inert', async () => {
  for (const payload of createXss(60, 7)) {
    const sent = payload.replace(/\0/g, '').trim()
    const page = await (
      await post([
        ['earlier', sent],
        ['message', 'robins'],
      ])
    ).text()
    // A browser reads a line feed where the page has a carriage return.
    expect(hiddenIn(page)[0]?.[0]?.[1]).toBe(sent.toWellFormed().replace(/\r\n?/g, '\n'))
  }
})
