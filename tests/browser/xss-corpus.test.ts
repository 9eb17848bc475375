import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningServer } from '../../src/node/server.ts'
import { en } from '../../src/widget/i18n/en.ts'
import { hostileCorpus, hostileQuestions } from '../hostile/documents.ts'
import { createXssCorpus, PAYLOADS_IN_CORPUS, xssQuestions } from '../hostile/xss-corpus.ts'
import { useTempFolders } from '../node/temp-folders.ts'
import { startRealServer } from './server.ts'
import { active, askAll, watch } from './signs.ts'
import { inBrowser, partsOf, useStage } from './stage.ts'

/** Questions before the page to print is looked at and forgotten. */
const ROUND = 40

inBrowser('a corpus that somebody wrote to run scripts', () => {
  const stage = useStage()
  const folder = useTempFolders()
  let server: RunningServer
  beforeAll(async () => {
    const files = { ...hostileCorpus, ...createXssCorpus(7) }
    const folders = { corpus: await folder(files), index: await folder() }
    server = await startRealServer({ QUOTEWELL_ALLOWED_ORIGINS: '*' }, folders)
  })
  afterAll(() => server.stop())

  test(`indexed for real, its ${PAYLOADS_IN_CORPUS} payloads run in neither the chat nor the page to print`, {
    timeout: 300_000,
  }, async () => {
    const isReady = async () => (await fetch(`${server.url}/api/ready`)).ok
    await expect.poll(isReady, { timeout: 120_000 }).toBe(true)
    const page = await stage.open({ server: server.url, attributes: 'max-quotes="5"' })
    const signs = watch(page.context())
    const { chat, button } = partsOf(page)
    const questions = [...xssQuestions, ...hostileQuestions]
    const shown = { quotes: 0, tags: 0, explanations: 0, titles: new Set<string>() }
    for (let from = 0; from < questions.length; from += ROUND) {
      await page.evaluate(askAll, questions.slice(from, from + ROUND))
      await chat.locator('.term').last().click()
      shown.explanations += await chat.locator('.explanation cite').count()
      expect(await active(page)).toEqual([])
      const words = await chat.locator('.quote > blockquote').allTextContents()
      shown.quotes += words.length
      shown.tags += words.filter((text) => text.includes('<')).length
      for (const title of await chat.locator('cite').allTextContents()) shown.titles.add(title)
      expect(await active(page)).toEqual([])
      const opening = page.waitForEvent('popup')
      await button(en.print).click()
      const paper = await opening
      await paper.locator('main').waitFor()
      expect(await paper.locator('blockquote').count()).toBe(words.length)
      expect(await active(paper)).toEqual([])
      await paper.close()
      await button(en.startAgain).click()
    }
    // Else little was tried: most questions are answered, and every source is quoted.
    expect(shown.quotes).toBeGreaterThan(600)
    expect(shown.tags).toBeGreaterThan(200)
    expect(shown.explanations).toBeGreaterThan(0)
    expect(shown.titles.size).toBe(Object.keys(createXssCorpus(7)).length / 2 + Object.keys(hostileCorpus).length - 1)
    expect(signs).toEqual([])
  })
})
