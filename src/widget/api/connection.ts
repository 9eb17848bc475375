/** How the widget talks to its server: without cookies, without a word of where it stands, and never waiting for ever. */

/**
 * A response that says nothing for this long is given up, in milliseconds: a stream has a sign of life every 15 seconds,
 * and one of them may be late.
 */
const SILENCE = 40_000

/** `fetch` for a client that gives up silent responses. Call `end` when nothing more is expected. */
export function openConnection(outer: AbortSignal, silence = SILENCE) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  outer.addEventListener('abort', abort)
  let timer = setTimeout(abort, silence)
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(abort, silence)
  }
  return {
    signal: controller.signal,
    async fetch(url: string, init: RequestInit): Promise<Response> {
      const response = await globalThis.fetch(url, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' })
      heard()
      const listening = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, stream) {
          heard()
          stream.enqueue(chunk)
        },
      })
      return new Response(response.body?.pipeThrough(listening) ?? null, response)
    },
    end() {
      clearTimeout(timer)
      outer.removeEventListener('abort', abort)
    },
  }
}
