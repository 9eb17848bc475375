import { describe, expect, test } from 'vitest'
import { disclaimers, messages, notices } from '../../src/core/safety/catalogue.ts'
import { labels } from '../../src/http/pages/labels.ts'
import { SUGGESTION, testApp } from './harness.ts'
import { textOf } from './reading.ts'
import { birds } from './sources.ts'

const { app, engine, ask } = testApp({ defaultCountry: 'IE' })

async function pageOf(response: Response, status = 200) {
  expect(response.status).toBe(status)
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
  return response.text()
}

describe('every page', () => {
  test('runs no script but the chat element and what opens the choices, and only where a conversation begins', async () => {
    const scripts = async (response: Response) => (await response.text()).match(/<script[^>]*>/g)
    const policy = (response: Response) => response.headers.get('Content-Security-Policy')
    const start = await app.request('/')
    expect(policy(start)).toContain("script-src 'self'; connect-src 'self'")
    expect(await scripts(start)).toEqual([
      '<script type="module" src="/widget.js">',
      '<script type="module" src="/embed/open.js">',
    ])
    for (const response of [await ask('eggs'), await ask(''), await app.request('/sources/birds')]) {
      expect(policy(response)).not.toContain('script-src')
      expect(await scripts(response)).toBeNull()
    }
  })

  test('holds the form inside the element, for where no script runs', async () => {
    expect(await (await app.request('/')).text()).toMatch(
      /<quotewell-chat heading-level="1"><form [^>]*>.*<\/form><\/quotewell-chat>/s,
    )
  })

  test('has landmarks, a title, a language, no inline script and no style of its own', async () => {
    for (const response of [
      await app.request('/'),
      await ask('eggs'),
      await ask(''),
      await app.request('/sources/birds'),
    ]) {
      const page = await response.text()
      expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
      expect(page).toMatch(/<title>[^<]+<\/title>/)
      expect(page.match(/<h1/g)).toHaveLength(1)
      for (const part of ['<header', '<main id="main"', '<footer', 'href="#main"']) expect(page).toContain(part)
      expect(page).not.toMatch(
        /<script(?! type="module" src="\/(widget|embed\/open).js"><)|<style| style=|javascript:| on\w+=/i,
      )
      for (const { text } of Object.values(disclaimers)) expect(textOf(page)).toContain(text)
    }
  })
})

describe('the form', () => {
  test('posts a labelled question of at most 2,000 characters', async () => {
    const page = await pageOf(await app.request('/'))
    expect(page).toContain('<form class="ask" method="post" action="/#answer">')
    expect(page).toContain(`<label for="message">${labels.question}</label>`)
    expect(page).toMatch(/<textarea id="message" name="message"[^>]* maxlength="2000"[^>]*><\/textarea>/)
    expect(page).not.toContain('aria-invalid')
  })

  test.each([
    ['nothing', '', labels.blank],
    ['blanks', ' \r\n ', labels.blank],
    ['2,001 characters', 'secret'.repeat(400), labels.tooLong],
    ['a NUL', 'secret\0', labels.unreadable],
  ])('says what is wrong with %s, and does not repeat it', async (_name, message, label) => {
    const page = await pageOf(await ask(message), 422)
    expect(page).toContain(`<p class="error" id="message-error">${label}</p>`)
    expect(page).toMatch(/<textarea[^>]* aria-describedby="message-hint message-error" aria-invalid="true" autofocus>/)
    expect(page).not.toContain('secret')
  })

  test('without its field is a blank one', async () => {
    const page = await pageOf(await app.request('/', { method: 'POST', body: new URLSearchParams() }), 422)
    expect(page).toContain(labels.blank)
  })

  test('counts a line end once, as browsers do', async () => {
    await pageOf(await ask('egg\r\n'.repeat(500)))
    expect(engine.asked.at(-1)).toMatchObject({ history: [], country: 'IE', maxQuotes: 3 })
    expect(engine.asked.at(-1)?.message).toBe('egg\n'.repeat(500).trim())
  })

  test('is the only thing that may be posted', async () => {
    const body = new FormData()
    body.set('message', 'egg')
    expect((await app.request('/', { method: 'POST', body })).status).toBe(415)
  })
})

describe('an answer', () => {
  test('shows quotes with source, date, audience and a link to the exact place', async () => {
    const response = await ask('robins')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const page = await pageOf(response)
    const quote = 'Robins lay blue eggs.'
    const start = birds.text.indexOf(quote)
    expect(page).toContain(messages.answered.text)
    expect(page).toContain(
      `<blockquote lang="en" dir="auto" cite="https://example.org/birds?page=1&amp;print=yes"><p>${quote}</p></blockquote>`,
    )
    expect(page).toContain(`href="/sources/birds?start=${start}&amp;end=${start + quote.length}#quote"`)
    expect(page).toContain('<cite>Birds &amp; &lt;i&gt;Eggs&lt;/i&gt;</cite>')
    expect(page).toContain('Last revised <time datetime="2004-12">December 2004</time>, for patients')
  })

  test('says so where the date of a source is unknown', async () => {
    expect(await pageOf(await ask('owl'))).toContain('Date unknown, for clinicians')
  })

  test('shows a table row as a table with its headers, every cell escaped', async () => {
    const page = await pageOf(await ask('osprey'))
    const rows = [...page.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)]
    expect(rows.map(([, header, cell]) => [header, cell])).toEqual([
      ['Bird', 'Osprey'],
      ['Eggs', ''],
      ['Place', '&lt;b&gt;tree&lt;/b&gt;'],
    ])
    expect(page).toContain(`<caption>${labels.tableRow}<p>Table 1: Eggs in a clutch</p></caption>`)
  })

  test('shows notices with their actions before quotes', async () => {
    const page = await pageOf(await ask('robins'))
    expect(page).toContain(`<strong>${labels.severity.urgent}:</strong> ${notices.sourceAge.text}`)
    expect(page).toContain(`<a href="tel:112">${messages.thanks.text}</a>`)
    expect(page.indexOf('class="notice')).toBeLessThan(page.indexOf('<blockquote'))
  })

  test('offers suggestions as buttons where there is no answer', async () => {
    const page = await pageOf(await ask('zzz'))
    expect(textOf(page)).toContain(messages.noAnswer.text)
    expect(page).not.toContain('<blockquote')
    const [, value = '', label = ''] =
      /<button type="submit" name="message" value="([^"]*)">(.*?)<\/button>/.exec(page) ?? []
    expect([textOf(value), textOf(label)]).toEqual([SUGGESTION, SUGGESTION])
  })

  test('repeats a hostile question as inert text', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;`
    const page = await pageOf(await ask(hostile))
    expect(page).not.toMatch(/<script|<img/)
    const [, asked = ''] = /<p class="asked">(.*?)<\/p>/s.exec(page) ?? []
    expect(textOf(asked)).toBe(`${labels.youAsked} ${hostile}`)
  })

  test('shows hostile words of a source as inert text', async () => {
    const page = await pageOf(await ask('swallows'))
    expect(page).toContain('Swallows are &quot;fast&quot; &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; small.')
  })
})

test('the stylesheet is served', async () => {
  const response = await app.request('/page.css')
  expect(response.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
  expect(await response.text()).toContain('prefers-color-scheme: dark')
})
