import { describe, expect, test } from 'vitest'
import { type HostText, type HostTexts, hostText } from '../../src/core/host-text.ts'
import { disclaimers } from '../../src/core/safety/catalogue.ts'
import { actionsFor } from '../../src/core/safety/contacts.ts'
import { testApp } from './harness.ts'

function words(text: string): HostText {
  const made = hostText(text, 300)
  if (made === null) throw new Error('no words')
  return made
}

const EVIL = '<script>alert(1)</script>"\'&'
const hostTexts: HostTexts = {
  title: words(`Sarcoma group ${EVIL}`),
  greeting: words(`Welcome ${EVIL}`),
  disclaimers: [{ id: 'host.0123abcd', version: 1, text: words(`Our line ${EVIL}`) }],
  crisisLines: [{ label: words(`Call our nurses ${EVIL}`), href: 'tel:5550100' }],
}
const theme = { light: { accent: '#7a0050' } }
const app = () => testApp({ hostTexts, theme, defaultCountry: 'GB' })
const fixed = Object.values(disclaimers).map(({ id, version, text }) => ({ id, version, text }))
const own = [{ id: 'host.0123abcd', version: 1, text: `Our line ${EVIL}` }]

interface Reply {
  readonly status: string
  readonly disclaimers: { readonly id: string }[]
  readonly notices: { readonly kind: string; readonly actions: { readonly href: string }[] }[]
}

const chat = async (body: object) => (await (await app().post('/api/chat', body)).json()) as Reply

const CRISIS = 'I want to kill myself'

describe('a chat reply', () => {
  test.each([
    ['an answer', 'egg', 'answered'],
    ['no answer', 'zzz', 'no_answer'],
    ['a crisis', CRISIS, 'safety'],
    ['an emergency', 'he is coughing up blood', 'safety'],
    ['another language', '¿Qué tratamiento hay para esta enfermedad?', 'unsupported_language'],
  ])('has the disclaimers of the host after the fixed ones, once: %s', async (_name, message, status) => {
    const reply = await chat({ message })
    expect(reply.status).toBe(status)
    expect(reply.disclaimers).toEqual([...fixed, ...own])
  })

  test('has the lines of the host after the fixed contacts in a crisis', async () => {
    const { notices } = await chat({ message: CRISIS, country: 'GB' })
    expect(notices.map(({ kind }) => kind)).toEqual(['crisis'])
    const expected = [...actionsFor('crisis', 'GB'), { label: `Call our nurses ${EVIL}`, href: 'tel:5550100' }]
    expect(notices[0]?.actions).toEqual(expected)
  })

  test('has them in a crisis told in another language, too', async () => {
    const { notices } = await chat({ message: 'Quiero suicidarme, no puedo más' })
    expect(notices[0]?.kind).toBe('crisis')
    expect(notices[0]?.actions.at(-1)?.href).toBe('tel:5550100')
    expect(notices[0]?.actions.length).toBeGreaterThan(1)
  })

  test('has none of them in an emergency, where one number counts', async () => {
    const { notices } = await chat({ message: 'he is coughing up blood' })
    expect(notices[0]?.actions).toEqual(actionsFor('emergency', 'GB'))
  })
})

describe('the pages', () => {
  test('bear the title, the greeting and the disclaimers, as text', async () => {
    const html = await (await app().app.request('/')).text()
    const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;'
    expect(html).toContain(`<title>Sarcoma group ${escaped}</title>`)
    expect(html).toContain(`<a href="/">Sarcoma group ${escaped}</a>`)
    expect(html).toContain(`<p class="greeting">Welcome ${escaped}</p>`)
    expect(html).toContain(`<p>Our line ${escaped}</p>`)
    for (const { text } of fixed) expect(html).toContain(`<p>${text}</p>`)
    expect(html).not.toContain('<script>')
  })

  test.each(['/sources/birds', '/sources/none'])('%s, too', async (path) => {
    const html = await (await app().app.request(path)).text()
    expect(html).toContain('Sarcoma group')
    expect(html).toContain('<p>Our line')
    expect(html).not.toContain('<script')
  })

  test('show the lines of the host in a crisis', async () => {
    const html = await (await app().ask(CRISIS)).text()
    expect(html).toContain('<a href="tel:5550100">Call our nurses &lt;script&gt;')
    expect(html).toContain('<a href="tel:116123">')
    expect(html).toContain('<p>Our line')
    expect(html).not.toContain('<script')
  })

  test('have the colours of the host', async () => {
    const css = await (await app().app.request('/page.css')).text()
    expect(css).toContain('--accent: #7a0050;')
    expect(css).toContain('--on-accent: #ffffff;')
    expect(css).not.toContain('#0a5a6b')
  })
})

describe('GET /api/settings', () => {
  test('tells a page what it needs before the first question', async () => {
    const reply = await app().app.request('/api/settings')
    expect(reply.headers.get('Cache-Control')).toBe('public, no-cache')
    expect(reply.headers.get('ETag')).toBeTruthy()
    expect(await reply.json()).toMatchObject({
      title: `Sarcoma group ${EVIL}`,
      greeting: `Welcome ${EVIL}`,
      theme: { light: { accent: '#7a0050', onAccent: '#ffffff', page: '#faf9f6' }, dark: { accent: '#84cbd9' } },
      disclaimers: [...fixed, ...own],
      country: 'GB',
      languages: { answers: ['en'], fixedTexts: expect.arrayContaining(['de', 'es', 'zh']) },
      limits: { messageChars: 2000, turns: 20, turnChars: 4000, quotes: 5 },
    })
  })

  test('without words of a host tells the program’s own', async () => {
    const reply = await (await testApp().app.request('/api/settings')).json()
    expect(reply).toMatchObject({ title: 'Quotewell', greeting: null, country: null, disclaimers: fixed })
  })
})
