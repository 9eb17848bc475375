import { expect, test } from 'vitest'
import { findActive, readPage, textIn } from '../hostile/html.ts'
import { openApi } from './conformance.ts'
import { testApp } from './harness.ts'

const { app } = testApp()
const response = await app.request('/docs')
const page = readPage(await response.text())
const valuesOf = (name: string) =>
  page.elements.flatMap(({ attrs }) => attrs.filter((one) => one.name === name).map(({ value }) => value))
const text = page.elements
  .filter(({ tagName }) => tagName === 'main')
  .map(textIn)
  .join('')

test('shows every route, status, field and example of the document', () => {
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
  const examples = new Set(page.elements.filter(({ tagName }) => tagName === 'pre').map(textIn))
  for (const [path, methods] of Object.entries(openApi.paths)) {
    for (const [method, { summary, responses, requestBody }] of Object.entries(methods)) {
      expect(text).toContain(`${method.toUpperCase()} ${path}`)
      expect(text).toContain(summary)
      for (const { content = {} } of [{ ...requestBody }, ...Object.values(responses)]) {
        for (const [type, { examples: named = {} }] of Object.entries(content)) {
          expect(text).toContain(type)
          for (const { value } of Object.values(named)) expect(examples).toContain(JSON.stringify(value, null, 2))
        }
      }
    }
  }
  const codes = page.elements.filter(({ tagName }) => tagName === 'code').map(textIn)
  for (const { properties = {} } of Object.values(openApi.components.schemas)) {
    for (const field of Object.keys(properties)) expect(codes).toContain(field)
  }
  expect(codes).toContain('question.asked')
  expect(codes).toContain('actions[].href')
})

test('says limits in words', () => {
  expect(text).toContain('Limits: 1 to 2000 characters.')
  expect(text).toContain('Limits: 1 to 5; default 3.')
  expect(text).not.toContain('`')
  expect(text).not.toMatch(/undefined|\[object/)
})

test('its links lead somewhere on this server, and names are given once', () => {
  const ids = valuesOf('id')
  expect(new Set(ids).size).toBe(ids.length)
  for (const href of valuesOf('href')) {
    if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
    else expect(['/', '/page.css', '/openapi.json']).toContain(href)
  }
})

test('needs no script, nothing foreign, and the strict policy of every page', async () => {
  expect(findActive(page)).toEqual([])
  const policy = response.headers.get('Content-Security-Policy')
  expect(policy).toBe((await app.request('/sources/birds')).headers.get('Content-Security-Policy'))
  expect(policy).toContain("default-src 'none'")
})
