import { describe, expect, test } from 'vitest'
import { disclaimers, messages } from '../../src/core/safety/catalogue.ts'
import { type ChatReply, chatReply } from '../../src/http/schemas/chat-reply.ts'
import { testApp } from './harness.ts'
import { birds, owls } from './sources.ts'

const { engine, post } = testApp({ defaultCountry: 'IE' })

async function chat(body: object) {
  const response = await post('/api/chat', body)
  expect(response.status).toBe(200)
  const json = (await response.json()) as ChatReply
  return { json, reply: chatReply.strict().parse(json), response }
}

describe('a reply', () => {
  test('has the fields of the contract in their order, and no others', async () => {
    const { json } = await chat({ message: 'Robin' })
    const fields = 'id status message question quotes sources notices disclaimers suggestions'
    expect(Object.keys(json).join(' ')).toBe(fields)
    expect(Object.keys(json.question).join(' ')).toBe('asked searched')
    const [prose, row] = json.quotes
    const quoteFields = 'n text sourceId start end section passageId score'
    expect(Object.keys(prose ?? {}).join(' ')).toBe(quoteFields)
    expect(Object.keys(row ?? {}).join(' ')).toBe(`${quoteFields} table`)
    const sourceFields = 'id title authors publisher published lastRevised url doi licence audience language readerUrl'
    expect(Object.keys(json.sources[0] ?? {}).join(' ')).toBe(sourceFields)
    expect(Object.keys(json.notices[0] ?? {}).join(' ')).toBe('kind id version severity text actions')
    expect(Object.keys(json.disclaimers[0] ?? {}).join(' ')).toBe('id version text')
  })

  test('quotes words of the sources exactly, numbered from 1, and cites each source once', async () => {
    const { reply } = await chat({ message: 'eggs owl calls', maxQuotes: 5 })
    const texts = new Map([birds, owls].map(({ id, text }) => [id, text]))
    expect(reply.quotes.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
    for (const quote of reply.quotes) {
      expect(quote.text).toBe(texts.get(quote.sourceId)?.slice(quote.start, quote.end))
    }
    expect(reply.sources.map(({ id }) => id)).toEqual([...new Set(reply.quotes.map(({ sourceId }) => sourceId))])
  })

  test('gives a table row with its headers and the title of the table', async () => {
    const { reply } = await chat({ message: 'Osprey' })
    expect(reply.quotes[0]?.table).toEqual({
      headers: ['Bird', 'Eggs', 'Place'],
      cells: ['Osprey', '', '<b>tree</b>'],
      caption: 'Table 1: Eggs in a clutch',
    })
  })

  test('says in fixed words that there is no answer', async () => {
    const { reply } = await chat({ message: 'zzz' })
    expect(reply).toMatchObject({ status: 'no_answer', message: messages.noAnswer.text, quotes: [], sources: [] })
    expect(reply.disclaimers[0]?.text).toBe(disclaimers.information.text)
  })

  test('has an id of its own and is never stored', async () => {
    const [first, second] = [await chat({ message: 'egg' }), await chat({ message: 'egg' })]
    expect(first.reply.id).not.toBe(second.reply.id)
    expect(first.response.headers.get('Cache-Control')).toBe('no-store')
    expect(first.response.headers.get('Content-Type')).toBe('application/json')
  })
})

describe('a request', () => {
  test('reaches the engine trimmed and with defaults', async () => {
    const { reply } = await chat({ message: ' \n egg\t' })
    expect(engine.asked.at(-1)).toEqual({ message: 'egg', history: [], country: 'IE', maxQuotes: 3 })
    expect(reply.question).toEqual({ asked: 'egg', searched: 'egg' })
  })

  test('reaches the engine as it is where it says everything', async () => {
    const history = [
      { role: 'user', content: ' Any birds? ' },
      { role: 'assistant', content: 'Yes' },
    ]
    await chat({ message: 'egg', history, country: 'gb', maxQuotes: 1 })
    expect(engine.asked.at(-1)).toEqual({ message: 'egg', history, country: 'GB', maxQuotes: 1 })
  })

  test('may be as long as the contract lets it, in UTF-8 and in ASCII escapes', async () => {
    // Signs without a language: a message in another one is answered before the engine.
    const turn = { role: 'user', content: '€'.repeat(4000) }
    const body = JSON.stringify({ message: '€'.repeat(2000), history: Array.from({ length: 20 }, () => turn) })
    const escaped = body.replaceAll('€', '\\u20ac')
    for (const text of [body, escaped]) {
      expect((await post('/api/chat', text)).status).toBe(200)
      expect(engine.asked.at(-1)?.history).toHaveLength(20)
    }
  })

  test('may carry parameters in its media type', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"']) {
      expect((await post('/api/chat', { message: 'egg' }, { 'Content-Type': type })).status).toBe(200)
    }
  })
})
