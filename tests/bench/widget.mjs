// How fast and how still the chat element is, in Chromium on the page at `/`.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const QUESTIONS = 20
const ASKED = [
  'What is mesenchymal chondrosarcoma?',
  'How is it treated?',
  'what is a translocation',
  'what percentage of tumours are in the legs?',
  'where does it usually spread to?',
]

const root = new URL('../../', import.meta.url)

/** The server as `npm start` runs it. @returns its address and how to end it */
async function startServer() {
  const program = spawn(process.execPath, ['dist/node/cli.js', 'start'], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let url
  for await (const line of createInterface(program.stdout)) {
    url = /http:\S+/.exec(line)?.[0]
    if (url) break
  }
  while (!(await fetch(`${url}/api/ready`)).ok) await new Promise((resolve) => setTimeout(resolve, 100))
  return { url, stop: () => program.kill('SIGTERM') }
}

/** Milliseconds before each question: nobody has typed it sooner. */
const TYPING = 1000

/** Runs in the page: watches shifts and long tasks, from its very beginning. */
function watch() {
  const seen = { shift: 0, longest: 0 }
  window.seen = seen
  new PerformanceObserver((list) => {
    // Those right after a press count too: the reader sees them.
    for (const { value } of list.getEntries()) seen.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
  }).observe({ type: 'longtask', buffered: true })
}

/**
 * Runs in the page, until the chat is there. Playwright's own way to wait brings a script of its own into the page, whose
 * reading took longer than any task of the chat.
 */
function untilDrawn() {
  return new Promise((resolve) => {
    const look = () =>
      document.querySelector('quotewell-chat')?.shadowRoot?.querySelector('textarea')
        ? resolve()
        : requestAnimationFrame(look)
    look()
  })
}

/** Runs in the page. @returns milliseconds from the press of Enter until a quote of the new answer was painted */
function timeAnswer(question) {
  const tree = document.querySelector('quotewell-chat').shadowRoot
  const field = tree.querySelector('textarea')
  field.value = question
  const before = tree.querySelectorAll('.exchange').length
  return new Promise((resolve) => {
    const start = performance.now()
    const look = () => {
      const answer = tree.querySelectorAll('.exchange')[before]
      // After the frame that holds it was drawn.
      if (answer?.querySelector('blockquote, .gate'))
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
      else requestAnimationFrame(look)
    }
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    look()
  })
}

/** Name of the mark by which the trace tells the page's own thread from those of the browser's other pages. */
const MARK = 'here is the page'

/**
 * The longest task of the page's main thread, in milliseconds of its own processor time: what other programs of the
 * machine take away from it is not the page's doing. Chromium runs pages of its own (address bar, start page), whose
 * tasks are longer than ours and not ours either.
 */
function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString())
  const mark = traceEvents.find(({ name }) => name === MARK)
  if (!mark) throw new Error('The trace does not hold the mark of the page.')
  const isOurs = ({ name, pid, tid }) => name.includes('RunTask') && pid === mark.pid && tid === mark.tid
  return Math.max(...traceEvents.filter(isOurs).map(({ tdur = 0 }) => tdur)) / 1000
}

/** Opens the page and asks all questions. */
async function visit(browser, url, onReady = () => {}) {
  const page = await browser.newPage()
  await page.addInitScript(watch)
  await page.goto(url)
  await page.evaluate(untilDrawn)
  await onReady(page)
  const times = []
  for (let at = 0; at < QUESTIONS; at++) {
    await page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), TYPING)
    times.push(await page.evaluate(timeAnswer, ASKED[at % ASKED.length]))
  }
  const seen = await page.evaluate(() => window.seen)
  await page.close()
  return { times, ...seen }
}

/** A visit of its own: tracing takes time from the page's thread, and makes tasks of 60 to 120 milliseconds by the clock. */
async function traceVisit(browser, url) {
  await browser.startTracing(undefined, { categories: ['toplevel', 'blink.user_timing'] })
  await visit(browser, url, (page) => page.evaluate((name) => performance.mark(name), MARK))
  return longestTask(await browser.stopTracing())
}

/** @returns figures, by name */
export async function benchWidget() {
  const server = await startServer()
  const browser = await chromium.launch({
    executablePath: process.env.QUOTEWELL_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const { times, shift, longest } = await visit(browser, server.url)
    const task = await traceVisit(browser, server.url)
    const script = Buffer.from(await (await fetch(`${server.url}/widget.js`)).arrayBuffer())
    times.sort((one, other) => one - other)
    return {
      'widget.js, KB gzip': (gzipSync(script, { level: 9 }).length / 1024).toFixed(1),
      'first quote painted after Enter, ms p50 of 20': times[QUESTIONS / 2].toFixed(0),
      'the slowest of them, ms': times.at(-1).toFixed(0),
      'layout shift in all, those after presses too': shift.toFixed(3),
      'longest task of the main thread, ms of processor time': task.toFixed(0),
      'the same by the clock (0: none over 50)': longest.toFixed(0),
    }
  } finally {
    await browser.close()
    server.stop()
  }
}
