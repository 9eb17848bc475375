import naughty from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { beforeAll, describe, expect, test } from 'vitest'
import { additionsOf } from '../../src/core/answer/compose.ts'
import type { Answer } from '../../src/core/answer/reply.ts'
import { screen } from '../../src/core/answer/screen.ts'
import { NO_HOST_TEXTS } from '../../src/core/host-text.ts'
import { answerPage } from '../../src/http/pages/chat-page.ts'
import { labels } from '../../src/http/pages/labels.ts'
import { siteOf } from '../../src/http/pages/site.ts'
import { checkProblem, createReplyCheck } from '../hostile/closed-world.ts'
import { findActive, hasClass, readPage, textIn } from '../hostile/html.ts'
import { createInjections } from '../hostile/injections.ts'
import { openRealApp, type RealApp, shortCorpus } from '../hostile/real-app.ts'
import { createXss } from '../hostile/xss.ts'
import { useTempFolders } from '../node/temp-folders.ts'

const folder = useTempFolders()
/** Thousands of answers of the real engine on a busy machine. */
const PATIENCE = 600_000

let real: RealApp
let checkReply: ReturnType<typeof createReplyCheck>
beforeAll(async () => {
  real = await openRealApp({ corpus: await folder(await shortCorpus()), index: await folder() })
  checkReply = createReplyCheck(real.corpus)
}, PATIENCE)

/** Whether the API answers; if not, it refuses the message for what the schema forbids. */
async function chatIsClosed(message: string, history: readonly object[] = []): Promise<boolean> {
  const response = await real.chat({ message, history })
  const json = await response.json()
  if (response.status === 200) checkReply(json, message)
  else {
    expect(response.status).toBe(422)
    const reasons = new Set(checkProblem(response.status, json))
    expect([...reasons].filter((one) => !/blank|empty|NUL|surrogate|at most \d+ char/.test(one))).toEqual([])
  }
  expect(real.errors).toEqual([])
  return response.status === 200
}

const site = siteOf(NO_HOST_TEXTS, additionsOf(NO_HOST_TEXTS, false), false)
/** The message goes with the next one as the value of a hidden field. */
const withoutEarlier = (line: string) => line.replace(/(input \{"type":"hidden","name":"earlier","value":).*/s, '$1')

/** The page is, element by element, the one that a harmless message with the same answer gets. */
async function pageIsInert(message: string): Promise<void> {
  const response = await real.ask(message)
  expect(response.status).toBe(200)
  const page = readPage(await response.text())
  const answer =
    screen({ message: message.trim(), history: [], country: null }) ?? ((await real.lastAnswer()) as Answer)
  const explained = real.glossary.explain(answer.quotes)
  const harmless = readPage(String(answerPage(site, answer, 'harmless', { explained })))
  const asked = hasClass('asked')
  expect(page.outline(asked).map(withoutEarlier)).toEqual(harmless.outline(asked).map(withoutEarlier))
  const [shown] = page.elements.filter(asked).map(textIn)
  expect(shown).toBe(`${labels.youAsked} ${message.trim().replaceAll(/\r\n?/g, '\n')}`)
  const tagsIn = (element: (typeof page.elements)[number]) => element.childNodes.map(({ nodeName }) => nodeName)
  expect(page.elements.filter(asked).map(tagsIn)).toEqual(harmless.elements.filter(asked).map(tagsIn))
  expect(findActive(page)).toEqual([])
}

async function expectClosed(messages: readonly string[]): Promise<number> {
  let answered = 0
  for (const message of messages) {
    if (!(await chatIsClosed(message))) continue
    await pageIsInert(message)
    answered++
  }
  return answered
}

test('the corpus answers, so that the checks below see quotes', async () => {
  expect((await real.chat({ message: 'What is mesenchymal chondrosarcoma?' })).status).toBe(200)
  expect((await real.lastAnswer())?.quotes.length).toBeGreaterThan(0)
})

describe('naughty strings', () => {
  test('as messages change nothing but the words shown as asked', { timeout: PATIENCE }, async () => {
    expect(naughty.length).toBeGreaterThan(450)
    expect(await expectClosed(naughty)).toBeGreaterThan(440)
  })

  test('as earlier turns change nothing but what is searched', { timeout: PATIENCE }, async () => {
    // Two at a time: the earlier question is searched too where the later one can't stand alone.
    for (let at = 0; at < naughty.length; at += 2) {
      const [first = '', second = first] = naughty.slice(at, at + 2)
      await chatIsClosed('And is it rare?', [
        { role: 'user', content: first },
        { role: 'assistant', content: second },
        { role: 'user', content: second },
      ])
    }
  })
})

test('1,000 variants of cross-site scripting stay text', { timeout: PATIENCE }, async () => {
  expect(await expectClosed(createXss(1000, 1))).toBeGreaterThan(900)
})

test('500 orders to a model change neither fixed texts nor quotes', { timeout: PATIENCE }, async () => {
  for (const { message, history } of createInjections(500, 1)) {
    await chatIsClosed(message, history)
  }
})
