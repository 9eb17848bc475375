/** What a reader gets to see of cautions, figures of survival and other languages, through HTTP. */
import { describe, expect, test } from 'vitest'
import { cautionsFor } from '../../src/core/answer/cautions.ts'
import { composeAnswer, composeNoAnswer } from '../../src/core/answer/compose.ts'
import { quoteFrom } from '../../src/core/answer/quote.ts'
import type { Engine } from '../../src/core/answer/reply.ts'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { split } from '../../src/core/ingest/split.ts'
import { personalAdvice, prognosis, unsupported } from '../../src/core/safety/catalogue.ts'
import { FOREIGN_TEXTS } from '../../src/core/safety/foreign-texts.ts'
import { labels } from '../../src/http/pages/labels.ts'
import { chatCompletion } from '../../src/http/schemas/chat-completion.ts'
import { type ChatReply, chatReply } from '../../src/http/schemas/chat-reply.ts'
import { createEngine, loaded, testApp } from './harness.ts'

const source = parseSource({
  id: 'nests',
  markdown: `---\ntitle: Nests\n---\n\nOf 30 robins, 40% died within 2 years.\n\nRobins build round nests.\n`,
})
const passages = split(source)

/** Quotes both sentences, unless the message holds "zzz". */
const engine: Engine = {
  ...createEngine(),
  sources: [source],
  async answer({ message }) {
    if (message.includes('zzz')) return composeNoAnswer(message, [], cautionsFor([message], false, []))
    const quotes = passages.map((passage) => quoteFrom(source, passage, passage, 0.8))
    const cautions = cautionsFor([message], false, quotes)
    const found = { searched: message, quotes, disagree: false, suggestions: [], cautions }
    return composeAnswer(found, new Map([[source.id, source]]), new Date())
  },
}
const { post, ask } = testApp({ startup: loaded(engine) })

async function chat(message: string): Promise<ChatReply> {
  return chatReply.strict().parse(await (await post('/api/chat', { message })).json())
}
const kindsOf = ({ notices }: ChatReply) => notices.map(({ kind }) => kind)

describe('a quote with figures of survival', () => {
  test('is marked, and no other', async () => {
    const { quotes } = await chat('robins')
    expect(quotes.map((quote) => quote.sensitive)).toEqual(['prognosis', undefined])
    expect(Object.keys(quotes[1] ?? {})).not.toContain('sensitive')
  })

  test('brings the notice', async () => {
    const [notice] = (await chat('robins')).notices
    const { id, version, text } = prognosis.figures
    expect(notice).toEqual({ kind: 'prognosis', id, version, severity: 'caution', text, actions: [] })
  })

  test('is folded away on the page, after the notice, its source in sight', async () => {
    const page = await (await ask('robins')).text()
    const folded = page.slice(page.indexOf('<details'), page.indexOf('</details>'))
    expect(folded).toContain(`<summary>${labels.showSurvival}</summary>`)
    expect(folded).toContain('40% died')
    expect(folded).not.toContain('<figcaption>')
    expect(page.match(/<details/g)).toHaveLength(1)
    expect(page).not.toContain('<details open')
    expect(page.indexOf(prognosis.figures.text)).toBeLessThan(page.indexOf('<details'))
  })
})

test('a quote with figures of survival is left out of Markdown, where its reference leads to it, until they are asked for', async () => {
  const body = { model: 'quotewell', messages: [{ role: 'user', content: 'robins' }] }
  const reply = await (await post('/v1/chat/completions', body)).json()
  const asked = await (await post('/v1/chat/completions', { ...body, quotewell: { showSurvivalFigures: true } })).json()
  expect(chatCompletion.parse(asked).choices[0]?.message.content).toContain(
    '> Of 30 robins, 40% died within 2 years.\n\n[1] [Nests]',
  )
  const { choices, quotewell } = chatCompletion.parse(reply)
  const content = choices[0]?.message.content ?? ''
  expect(quotewell.quotes[0]).toMatchObject({ sensitive: 'prognosis', text: 'Of 30 robins, 40% died within 2 years.' })
  expect(content).not.toContain('40%')
  expect(content).toContain(
    `[1] [${labels.showSurvival}](http://localhost/sources/nests?start=0&end=38#quote) · Nests ·`,
  )
  expect(content).toContain('> Robins build round nests.\n\n[2] [Nests]')
})

describe('asked without an answer', () => {
  test('for a prognosis', async () => {
    const reply = await chat('how long have I got, zzz?')
    expect(reply.status).toBe('no_answer')
    expect(kindsOf(reply)).toContain('prognosis')
  })

  test('for advice', async () => {
    const reply = await chat('should I stop my zzz?')
    expect(reply).toMatchObject({ status: 'no_answer', quotes: [] })
    expect(reply.notices[0]).toMatchObject({ kind: 'personal_advice', severity: 'caution' })
    expect(reply.notices[0]?.text).toBe(personalAdvice.treatment.text)
  })

  test('for facts, there is no caution', async () => {
    expect(kindsOf(await chat('what is a zzz?'))).toEqual([])
  })
})

test('advice on something that the sources tell keeps the quotes', async () => {
  const reply = await chat('should I build a round nest?')
  expect(reply.quotes).toHaveLength(2)
  expect(kindsOf(reply)).toEqual(['personal_advice', 'prognosis'])
})

describe('in another language', () => {
  test('the reply is in it and quotes nothing', async () => {
    const reply = await chat('¿Dónde hacen los nidos los petirrojos?')
    expect(reply).toMatchObject({ status: 'unsupported_language', language: 'es', quotes: [], notices: [] })
    expect(reply.message).toBe(FOREIGN_TEXTS.es.unsupported.text)
    expect(reply.disclaimers).not.toHaveLength(0)
    expect(reply.question.searched).toBeNull()
  })

  test('without texts it is in English', async () => {
    const reply = await chat('Gdzie rudziki najczęściej budują gniazda?')
    expect(reply).toMatchObject({ status: 'unsupported_language', message: unsupported.other.text })
    expect(reply.language).toBeUndefined()
  })

  test('a call for help is answered with an urgent notice in it', async () => {
    const reply = await chat('no puedo respirar')
    expect(reply).toMatchObject({ status: 'safety', language: 'es', quotes: [] })
    expect(reply.notices[0]).toMatchObject({
      kind: 'emergency',
      severity: 'urgent',
      text: FOREIGN_TEXTS.es.emergency.text,
    })
  })

  test('the page tells its language and lets it run from right to left', async () => {
    const page = await (await ask('لا أستطيع التنفس')).text()
    expect(page).toContain('<p class="message" lang="ar" dir="auto">')
    expect(page).toContain(`<span lang="ar" dir="auto">${FOREIGN_TEXTS.ar.emergency.text}</span>`)
  })
})
