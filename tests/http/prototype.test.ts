import { expect, test } from 'vitest'
import { testApp } from './harness.ts'

const { app, engine, post } = testApp()
const KEYS = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', '__defineGetter__']
const POISON = '{"polluted": "yes", "prototype": {"polluted": "yes"}, "country": "GB"}'

/** As JSON text: an object literal would set the prototype instead of naming a key so. */
const bodies = KEYS.flatMap((key) => [
  `{"message": "egg", "${key}": ${POISON}}`,
  `{"message": "egg", "history": [{"role": "user", "content": "egg", "${key}": ${POISON}}]}`,
  `{"message": "egg", "history": {"${key}": ${POISON}}}`,
  `{"message": {"${key}": ${POISON}}}`,
  `{"${key}": {"message": "egg"}}`,
])

test.each(['/api/chat', '/api/search'])(
  '%s refuses keys that reach for a prototype, and no object changes',
  async (path) => {
    const before = KEYS.map((key) => Reflect.get({}, key))
    for (const body of bodies) {
      expect((await post(path, body)).status).toBe(422)
      expect((await post(path, body.replace('"message": "egg"', '"query": "egg"'))).status).toBe(422)
    }
    expect(engine.asked).toEqual([])
    expect(KEYS.map((key) => Reflect.get({}, key))).toEqual(before)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  },
)

test.each(KEYS)('forms and addresses with %s are harmless', async (key) => {
  const form = new URLSearchParams({
    message: 'egg',
    [key]: 'x',
    [`${key}[polluted]`]: 'yes',
    [`a[${key}][polluted]`]: 'yes',
  })
  expect((await app.request('/', { method: 'POST', body: form })).status).toBe(200)
  expect((await app.request(`/sources/birds?${key}[polluted]=yes&${key}.polluted=yes&start=1`)).status).toBe(200)
  expect((await app.request(`/api/sources/${key}`)).status).toBe(404)
  expect((await app.request(`/sources/${key}`)).status).toBe(404)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})
