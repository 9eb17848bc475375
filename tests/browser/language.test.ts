import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../src/widget/i18n/en.ts'
import { replyTo, type ScriptedServer, sendReply, startScriptedServer } from './scripted-server.ts'
import { ask, inBrowser, partsOf, useStage } from './stage.ts'

inBrowser("a source's language", () => {
  const stage = useStage()
  let server: ScriptedServer
  beforeAll(async () => {
    server = await startScriptedServer()
  })
  afterAll(() => server.stop())

  test.each([
    ['de-AT', {}],
    ['en', { language: undefined }],
  ])('marks its words and its title, on paper too: %s', async (language, changed) => {
    server.answer((response, asked) => {
      const { sources, ...reply } = replyTo(asked)
      sendReply(response, { ...reply, sources: sources.map((source) => ({ ...source, ...changed })) })
    })
    const page = await stage.open({ server: server.url })
    await ask(page, 'Is it rare?')
    const { quotes, last, button } = partsOf(page)
    expect(await quotes.getAttribute('lang')).toBe(language)
    expect(await last.locator('cite bdi').getAttribute('lang')).toBe(language)
    const opening = page.waitForEvent('popup')
    await button(en.print).click()
    const paper = await opening
    expect(await paper.locator('blockquote').getAttribute('lang')).toBe(language)
  })
})
