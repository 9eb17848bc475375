import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask, inBrowser, useStage } from './stage.ts'

const TIMES = 50

/** Nodes and listeners that nothing in the page can free. */
async function count(session: CDPSession) {
  // Twice: the first collection ends what holds others back.
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage')
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return { nodes, jsEventListeners }
}

inBrowser('coming and going', () => {
  const stage = useStage()

  test(`${TIMES} times leaves no node and no listener behind`, { timeout: 120_000 }, async () => {
    const page = await stage.open()
    await ask(page, 'How is it treated?')
    const session = await page.context().newCDPSession(page)
    const mountAndUnmount = (times: number) =>
      page.evaluate(async (wanted) => {
        document.querySelector('quotewell-chat')?.remove()
        for (let time = 0; time < wanted; time++) {
          const chat = document.createElement('quotewell-chat') as HTMLElement & {
            updateComplete: Promise<unknown>
            ask(question: string): boolean
          }
          chat.setAttribute('mode', time % 2 ? 'bubble' : 'inline')
          if (time % 4 === 1) chat.setAttribute('open', '')
          document.body.append(chat)
          await chat.updateComplete
          // Every third leaves in the middle of a question.
          const answered = new Promise((resolve) => chat.addEventListener('quotewell-answer', resolve, { once: true }))
          if (time % 3 === 0) chat.ask('How is it treated?')
          if (time % 6 === 0) await answered
          chat.remove()
        }
        await new Promise((resolve) => setTimeout(resolve, 300))
      }, times)
    await mountAndUnmount(6)
    let before = await count(session)
    // Each round is held against the one before: the browser may hold on to a single element, or to a request that was
    // cut off, for a while, and lets go of it in a later round. What mountings leave, each round leaves again.
    const grown = async () => {
      await mountAndUnmount(TIMES)
      const after = await count(session)
      const grown = Math.max(after.jsEventListeners - before.jsEventListeners, after.nodes - before.nodes)
      before = after
      return grown
    }
    await expect.poll(grown, { timeout: 60_000, interval: 1_000 }).toBeLessThanOrEqual(0)
  })

  test('moved to another place it keeps its conversation, and what was under way can be asked again', async () => {
    const page = await stage.open()
    await ask(page, 'How is it treated?')
    await page.evaluate(() => {
      const chat = document.querySelector('quotewell-chat') as HTMLElement & { ask(question: string): boolean }
      chat.ask('What is it?')
      document.body.append(chat)
    })
    await expect.poll(() => page.locator('quotewell-chat .exchange').count()).toBe(2)
    await page.locator('quotewell-chat .failure button').click()
    await page.locator('quotewell-chat .exchange').last().locator('.tools').waitFor()
  })
})
