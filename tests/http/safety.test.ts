import { describe, expect, test } from 'vitest'
import { crises, emergencies, safetyMessages } from '../../src/core/safety/catalogue.ts'
import { chatReply } from '../../src/http/schemas/chat-reply.ts'
import { neverLoaded, testApp } from './harness.ts'
import { textOf } from './reading.ts'

const { engine, post, ask } = testApp({ startup: neverLoaded(), defaultCountry: 'GB', startupPatience: 60_000 })

async function chat(body: object) {
  const response = await post('/api/chat', body)
  expect(response.status).toBe(200)
  return chatReply.strict().parse(await response.json())
}

describe('while the engine loads', () => {
  test('an emergency is answered at once, with the number of the country', async () => {
    const reply = await chat({ message: 'He is coughing up blood', country: 'US' })
    expect(reply).toMatchObject({
      status: 'safety',
      message: safetyMessages.emergency.text,
      question: { asked: 'He is coughing up blood', searched: null },
      quotes: [],
      sources: [],
      suggestions: [],
    })
    expect(reply.disclaimers.length).toBeGreaterThan(0)
    const { id, version, text } = emergencies.coughingBlood
    const actions = [{ label: 'Call 911 now.', href: 'tel:911' }]
    expect(reply.notices).toEqual([{ kind: 'emergency', id, version, severity: 'urgent', text, actions }])
    expect(engine.asked).toEqual([])
  })

  test('the country of the server counts where the request names none', async () => {
    const reply = await chat({ message: 'I want to kill myself' })
    expect(reply.notices[0]).toMatchObject({ kind: 'crisis', id: crises.suicidal.id })
    expect(reply.notices[0]?.actions.at(-1)?.href).toBe('tel:999')
  })

  test('an overdose on purpose is an emergency first, and a crisis', async () => {
    const reply = await chat({ message: 'I took an overdose because I want to die' })
    expect(reply.notices.map(({ kind }) => kind)).toEqual(['emergency', 'crisis'])
    expect(reply.message).toBe(safetyMessages.both.text)
  })

  test('whoever writes about somebody else gets words for a helper', async () => {
    const reply = await chat({ message: 'my son told me he wants to kill himself' })
    expect(reply.notices.map(({ id }) => id)).toEqual([crises.helper.id])
  })

  test('the turns before count', async () => {
    const history = [{ role: 'user', content: 'my legs feel numb and weak' }]
    const reply = await chat({ message: 'is that serious? it started an hour ago', history })
    expect(reply.notices.map(({ id }) => id)).toEqual([emergencies.spine.id])
  })

  test('the page shows what to do before anything else, as an alert with links to call', async () => {
    const response = await ask('my chest hurts really badly and I want to die')
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page.match(/role="alert"/g)).toHaveLength(2)
    expect(page).toContain('<a href="tel:999">Call 999 now.</a>')
    expect(page).toContain('<a href="sms:85258?body=SHOUT">')
    expect(page.indexOf('role="alert"')).toBeLessThan(page.indexOf('<form'))
    expect(page.indexOf('role="alert"')).toBeLessThan(page.indexOf('class="asked"'))
    for (const { text } of [emergencies.chestPain, crises.suicidal, safetyMessages.both]) {
      expect(textOf(page)).toContain(text)
    }
    expect(textOf(page)).toContain('Urgent:')
  })
})

test('a red flag in a loaded engine gives the same reply', async () => {
  const { engine: loaded, post: postLoaded } = testApp({ defaultCountry: 'GB' })
  const body = { message: 'she is not breathing' }
  const [waiting, ready] = await Promise.all([post('/api/chat', body), postLoaded('/api/chat', body)])
  const withoutId = async (response: Response) => ({ ...chatReply.parse(await response.json()), id: '' })
  expect(await withoutId(waiting)).toEqual(await withoutId(ready))
  expect(loaded.asked, 'nobody waits for it').toHaveLength(0)
})
