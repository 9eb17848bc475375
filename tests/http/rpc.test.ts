import { hc } from 'hono/client'
import { expect, expectTypeOf, test } from 'vitest'
import type { App } from '../../src/http/app.ts'
import type { ChatReply } from '../../src/http/schemas/chat-reply.ts'
import { testApp } from './harness.ts'

const { app } = testApp()
const rpc = hc<App>('http://a', {
  fetch: (input: string | URL | Request, init?: RequestInit) => app.request(input, init),
})

test("Hono's typed client knows the routes, their requests and their replies", async () => {
  const response = await rpc.api.chat.$post({ json: { message: 'egg' } })
  if (response.status !== 200) throw new Error('not answered')
  const reply = await response.json()
  expectTypeOf(reply).toEqualTypeOf<ChatReply>()
  expect(reply).toMatchObject({ status: 'answered' })

  const source = await rpc.api.sources[':id'].$get({ param: { id: 'owls' } })
  expect(source.ok && (await source.json()).title).toBe('One Owl')

  // @ts-expect-error: a message is text
  expect((await rpc.api.chat.$post({ json: { message: 7 } })).status).toBe(422)
})
