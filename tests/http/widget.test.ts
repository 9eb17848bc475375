import { expect, test } from 'vitest'
import { expectProblem, testApp } from './harness.ts'

test('the widget is a script for allowed origins', async () => {
  const { app } = testApp({ widget: 'export {}', allowedOrigins: ['https://group.example'] })
  const response = await app.request('/widget.js', { headers: { Origin: 'https://group.example' } })
  expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://group.example')
  expect(await response.text()).toBe('export {}')
})

test('where it was not built there is none', async () => {
  await expectProblem(await testApp().app.request('/widget.js'), 'not-found')
})
