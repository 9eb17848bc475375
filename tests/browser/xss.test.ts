import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChatReply } from '../../src/client/index.ts'
import { en } from '../../src/widget/i18n/en.ts'
import { createXss } from '../hostile/xss.ts'
import { replyTo, type ScriptedServer, sendReply, startScriptedServer } from './scripted-server.ts'
import { active, askAll, watch } from './signs.ts'
import { inBrowser, partsOf, useStage } from './stage.ts'

const COUNT = 1_000
const ROUND = 50

/** A reply with the payload wherever a document, its front matter or a message can bring words in. */
function hostileReply(asked: string): ChatReply {
  const { quotes, sources, notices, disclaimers } = replyTo(asked)
  const table = { headers: [asked, asked], cells: [asked, asked], caption: asked }
  const [quote] = quotes as [ChatReply['quotes'][number]]
  const { length } = asked
  const words = {
    ...quote,
    text: asked,
    start: 0,
    end: length,
    section: asked,
    key: { start: 0, end: Math.ceil(length / 2) },
  }
  return replyTo(asked, {
    language: asked,
    message: asked,
    question: { asked, searched: `${asked} again` },
    quotes: [words, { ...words, n: 2, table }],
    sources: sources.map((source) => ({
      ...source,
      title: asked,
      authors: [asked],
      publisher: asked,
      published: asked,
      licence: asked,
      doi: asked,
      url: asked,
      readerUrl: asked,
    })),
    notices: notices.map((notice) => ({
      ...notice,
      severity: 'urgent',
      text: asked,
      actions: [{ label: asked, href: asked }],
    })),
    disclaimers: disclaimers.map((one) => ({ ...one, text: asked })),
    suggestions: [asked],
  })
}

inBrowser('no script runs', () => {
  const stage = useStage()
  let server: ScriptedServer
  beforeAll(async () => {
    server = await startScriptedServer()
    server.answer((response, message) => sendReply(response, hostileReply(message)))
  })
  afterAll(() => server.stop())

  test(`with ${COUNT} hostile texts as message, quote, table, front matter and notice, on the page to print too`, {
    timeout: 300_000,
  }, async () => {
    const page = await stage.open({ server: server.url })
    const signs = watch(page.context())
    const { chat, button } = partsOf(page)
    const payloads = createXss(COUNT, 1)
    let answered = 0
    for (let from = 0; from < COUNT; from += ROUND) {
      answered += await page.evaluate(askAll, payloads.slice(from, from + ROUND))
      await chat.locator('a, .term, .suggestion').first().hover()
      expect(await active(page)).toEqual([])
      const opening = page.waitForEvent('popup')
      await button(en.print).click()
      const paper = await opening
      await paper.locator('main').waitFor()
      expect(await active(paper)).toEqual([])
      await paper.close()
      await button(en.startAgain).click()
    }
    expect(answered).toBe(COUNT)
    expect(server.bodies).toHaveLength(COUNT)
    expect(signs).toEqual([])
  })
})
