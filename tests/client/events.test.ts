import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEvents } from '../../src/client/events.ts'

const streamOf = (pieces: readonly Uint8Array<ArrayBuffer>[]) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })

/** The events of bytes that come in the given pieces. */
async function eventsOf(pieces: readonly Uint8Array<ArrayBuffer>[]) {
  const all: object[] = []
  for await (const event of readEvents(streamOf(pieces))) {
    all.push(event)
  }
  return all
}

const encode = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => eventsOf([encode(text)])

test.each([
  ['a name and data', 'event: a\ndata: 1\n\n', [{ event: 'a', data: '1' }]],
  ['no blank after the colon', 'event:a\ndata:1\n\n', [{ event: 'a', data: '1' }]],
  ['one blank is dropped, not two', 'data:  1\n\n', [{ event: '', data: ' 1' }]],
  ['data of several lines', 'data: 1\ndata: 2\n\n', [{ event: '', data: '1\n2' }]],
  ['colons in data', 'data: a:b: c\n\n', [{ event: '', data: 'a:b: c' }]],
  ['comments', ': heartbeat\n\n:\ndata: 1\n: x\n\n', [{ event: '', data: '1' }]],
  ['other fields', 'id: 7\nretry: 1\nevent: a\ndata: 1\n\n', [{ event: 'a', data: '1' }]],
  ['a name without data', 'event: a\n\ndata: 1\n\n', [{ event: '', data: '1' }]],
  ['data without value', 'data\n\n', [{ event: '', data: '' }]],
  ['a byte order mark', '\ufeffdata: 1\n\n', [{ event: '', data: '1' }]],
  ['an event that is not ended', 'data: 1\n\ndata: 2\n', [{ event: '', data: '1' }]],
  ['nothing', '', []],
])('%s', async (_name, text, events) => {
  expect(await read(text)).toEqual(events)
})

test('however the bytes are cut and lines end, the events are the same', async () => {
  const events = fc.array(fc.record({ event: fc.constantFrom('a', 'bc'), data: fc.json() }), { maxLength: 4 })
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
  const cuts = fc.array(fc.nat(200), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(events, lineEnd, cuts, async (wanted, end, at) => {
      const bytes = encode(wanted.map(({ event, data }) => `event: ${event}${end}data: ${data}${end}${end}`).join(''))
      const edges = [0, ...at.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length]
      const pieces = edges.slice(1).map((edge, i) => bytes.slice(edges[i], edge))
      // A carriage return at the very end may be half of a line end, so that another byte has to follow it.
      expect(await eventsOf([...pieces, encode(':')])).toEqual(wanted)
    }),
    { numRuns: 500 },
  )
})
