import { describe, expect, test } from 'vitest'
import { findActive, readPage, textIn } from '../hostile/html.ts'
import { testApp } from './harness.ts'

const CHOSEN = '?mode=bubble&country=IE&heading=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&placeholder=Go+on'

async function pageAt(path: string, options: Parameters<typeof testApp>[0] = {}) {
  const response = await testApp(options).app.request(path)
  expect([path, response.status]).toEqual([path, 200])
  const page = readPage(await response.text())
  const one = (tag: string) => page.elements.find(({ tagName }) => tagName === tag)
  const text = (tag: string) => page.elements.filter(({ tagName }) => tagName === tag).map(textIn)
  const attributes = (tag: string) => Object.fromEntries(one(tag)?.attrs.map(({ name, value }) => [name, value]) ?? [])
  return { response, page, text, attributes }
}

describe('/embed', () => {
  test('shows the snippet that was chosen, without script, and what was chosen in its fields', async () => {
    const { page, text, attributes } = await pageAt(`https://chat.example.org/embed${CHOSEN}`)
    const [snippet = ''] = text('textarea')
    expect(snippet).toContain('src="https://chat.example.org/widget.js"')
    expect(snippet).toContain('mode="bubble" heading="&quot;&gt;&lt;script&gt;alert(1)')
    expect(attributes('quotewell-chat')).toEqual({
      'heading-level': '3',
      mode: 'bubble',
      heading: '"><script>alert(1)</script>',
      placeholder: 'Go on',
      country: 'IE',
    })
    const chosen = page.elements.filter(({ attrs }) => attrs.some(({ name }) => name === 'selected')).map(textIn)
    expect(chosen).toEqual(['Behind a button in the corner', "As the reader's device is set", 'Ireland (112)'])
    expect(attributes('input').value).toBe('"><script>alert(1)</script>')
    expect(findActive(page)).toEqual(['script', 'script'])
  })

  test('loads scripts of this server alone, and stays out of shared caches', async () => {
    for (const path of ['/embed', '/embed/try']) {
      const { headers } = (await pageAt(path)).response
      expect(headers.get('Content-Security-Policy')).toMatch(
        /^default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'/,
      )
      expect(headers.get('Cache-Control')).toBe('private, no-cache')
    }
  })

  test('a server behind a proxy is named by https, one on this machine as it is', async () => {
    const [snippet = ''] = (await pageAt('http://chat.example.org/embed')).text('textarea')
    expect(snippet).toContain('"https://chat.example.org/widget.js"')
    const [local = ''] = (await pageAt('http://127.0.0.1:8787/embed')).text('textarea')
    expect(local).toContain('"http://127.0.0.1:8787/widget.js"')
  })

  test('cautions where neither page nor server names a country', async () => {
    const isCautioned = async (path: string, defaultCountry: string | null = null) => {
      const { page } = await pageAt(path, { defaultCountry })
      const box = page.elements.find(({ attrs }) => attrs.some(({ value }) => value === 'no-country'))
      return !box?.attrs.some(({ name }) => name === 'hidden')
    }
    expect(await isCautioned('/embed')).toBe(true)
    expect(await isCautioned('/embed?country=GB')).toBe(false)
    expect(await isCautioned('/embed', 'GB')).toBe(false)
  })
})

describe('the choices below the chat at /', () => {
  test('are closed, and without script a form and a link that lead to /embed', async () => {
    const { page, attributes } = await pageAt('/')
    expect(attributes('details')).toEqual({ id: 'embed', class: 'embed' })
    const forms = page.elements.filter(({ tagName }) => tagName === 'form')
    expect(forms.map(({ attrs }) => attrs.find(({ name }) => name === 'action')?.value)).toEqual(['/#answer', '/embed'])
    expect(page.elements.flatMap(({ attrs }) => attrs)).toContainEqual({ name: 'href', value: '/embed' })
    const names = page.elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'name'))
    expect(names.map(({ value }) => value)).toEqual([
      'viewport',
      'color-scheme',
      'message',
      'theme',
      'heading',
      'placeholder',
      'country',
    ])
  })

  test('have no chat of their own until they are opened, and name the country of the server', async () => {
    const { page, text } = await pageAt('/', { defaultCountry: 'IE' })
    expect(page.elements.filter(({ tagName }) => tagName === 'quotewell-chat')).toHaveLength(1)
    expect(text('option')).toContain('As the server is set: Ireland')
  })

  test('load their script when they are opened', async () => {
    const response = await testApp().app.request('/embed/open.js')
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    expect(await response.text()).toContain("import('/embed.js')")
  })
})

test('/embed.js is the script of the page, or not there', async () => {
  const { app } = testApp({ configurator: 'export {}' })
  const response = await app.request('/embed.js')
  expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(await response.text()).toBe('export {}')
  expect((await testApp().app.request('/embed.js')).status).toBe(404)
})

test('/embed/try has the hostile styles, or none to compare', async () => {
  expect((await pageAt('/embed/try')).attributes('link')).toEqual({ rel: 'stylesheet', href: '/embed/hostile.css' })
  expect((await pageAt('/embed/try?styles=off&theme=dark')).attributes('link')).toEqual({})
  const { app } = testApp()
  expect((await app.request('/embed/hostile.css')).headers.get('Content-Type')).toBe('text/css; charset=utf-8')
})
