import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { parseSource } from '../../src/core/ingest/parse.ts'
import { disclaimers, emergencies } from '../../src/core/safety/catalogue.ts'
import { compileProgram, runProgram, startProgram } from './run-program.ts'
import { smallCorpus } from './small-corpus.ts'
import { type Files, readTree, useTempFolders } from './temp-folders.ts'

const folder = useTempFolders()

/** The small corpus with an index that fits it; no test changes them. */
let small: { QUOTEWELL_CORPUS: string; QUOTEWELL_INDEX: string }
let indexed: Awaited<ReturnType<typeof runProgram>>

beforeAll(async () => {
  await compileProgram()
  small = { QUOTEWELL_CORPUS: await folder(smallCorpus), QUOTEWELL_INDEX: join(await folder(), 'new') }
  const { QUOTEWELL_CORPUS: corpus, QUOTEWELL_INDEX: index } = small
  indexed = await runProgram(['index', '--corpus', corpus, '--index', index])
})

describe('index', () => {
  test('prints what it counted and where it wrote, progress beside it', () => {
    expect(indexed).toEqual({
      code: 0,
      stdout: `Indexed 2 sources: 6 passages, 8 sentences, 2 reader questions, in ${small.QUOTEWELL_INDEX}\n`,
      stderr: 'Embedding: 12 of 12\n',
    })
  })

  describe('ends with 1 on a faulty corpus, tells file and line, and leaves the old index byte for byte', () => {
    test.each<[string, Files, string[]]>([
      [
        'no title, broken front matter, an empty file, a quote that is gone: all are told at once',
        {
          'a.md': '---\npublisher: x\naudience: patient\n---\n\nText.',
          'b.md': '---\naudience: patient\ntitle: "Skin\n---\n\nText.',
          'c.md': '',
          'heart.questions.yaml': '\n- quote: Hearts are red.\n  questions: [What colour?]\n',
        },
        [
          'a.md:2: `title` is missing or not text. Add a line `title: …` to the front matter.',
          'b.md:3: this is not valid YAML: Missing closing "quote.',
          'c.md:1: the file is empty. Add front matter and text.',
          'heart.questions.yaml:2: the quote "Hearts are red." is not in corpus source heart, word for word. Correct it or delete the entry.',
        ],
      ],
      [
        'an id that stands twice',
        { 'bone.markdown': smallCorpus['bone.md'] },
        ['bone.md:1: the id bone is already taken by CORPUS/bone.markdown. Rename one.'],
      ],
    ])('%s', async (_, files, lines) => {
      const corpus = await folder({ ...smallCorpus, ...files })
      const before = await readTree(small.QUOTEWELL_INDEX)
      const { code, stdout, stderr } = await runProgram(['index', '--corpus', corpus, '--index', small.QUOTEWELL_INDEX])
      expect(stderr.replaceAll(corpus, 'CORPUS')).toBe(lines.map((line) => `CORPUS/${line}\n`).join(''))
      expect(stdout).toBe('')
      expect(code).toBe(1)
      expect(await readTree(small.QUOTEWELL_INDEX)).toEqual(before)
    })
  })

  test('refuses a file for a folder in one line', async () => {
    const parent = await folder({ target: 'x' })
    const { code, stderr } = await runProgram(['index', '--index', join(parent, 'target')], small)
    expect(stderr.replace('Embedding: 12 of 12\n', '')).toMatch(/^[^\n]*target[^\n]*\n$/)
    expect(code).toBe(1)
    expect(Object.keys(await readTree(parent))).toEqual(['target'])
  })

  test('without a model folder says which file is missing, in one line', async () => {
    const model = join(await folder(), 'model')
    const { code, stderr } = await runProgram(['index'], { ...small, QUOTEWELL_MODEL: model })
    expect(stderr).toMatch(/^The model file \S+SHA256SUMS is missing\. [^\n]+\n$/)
    expect(code).toBe(1)
  })
})

describe('ask', () => {
  const QUESTION = 'How rare is mesenchymal chondrosarcoma?'
  const id = 'mesenchymal-chondrosarcoma-liddy-shriver'
  const markdown = readFileSync(new URL(`../../corpus/${id}.md`, import.meta.url), 'utf8')
  const source = parseSource({ id, markdown })
  /** Without reader questions, which take long to embed. The first test fills the index: `ask` builds it. */
  let real: { QUOTEWELL_CORPUS: string; QUOTEWELL_INDEX: string }
  beforeAll(async () => {
    real = {
      QUOTEWELL_CORPUS: await folder({ [`${id}.md`]: markdown }),
      QUOTEWELL_INDEX: join(await folder(), 'index'),
    }
  })

  test('prints verbatim quotes with their source, and the disclaimers', async () => {
    const { code, stdout, stderr } = await runProgram(['ask', QUESTION], real)
    expect(stderr).toMatch(/^Embedding: (\d+) of \1\n$/)
    expect(code).toBe(0)
    for (const { text } of Object.values(disclaimers)) expect(stdout).toContain(text)
    const quotes = [...stdout.matchAll(/^\d\. “(.+)”\n {3}— (.+)$/gm)]
    expect(quotes.length).toBeGreaterThan(0)
    expect(quotes.filter(([, quote = '']) => !source.text.includes(quote))).toEqual([])
    expect(quotes[0]?.[2]).toMatch(/^Mesenchymal Chondrosarcoma · .*Liddy Shriver Sarcoma Initiative · 2004-12$/)
  })

  test('answers again from the same index, without building it, words given apart too', async () => {
    const before = await readTree(real.QUOTEWELL_INDEX)
    const { stdout, stderr } = await runProgram(['ask', ...QUESTION.split(' ')], real)
    expect(stderr).toBe('')
    expect(stdout).toContain('1. “')
    expect(await readTree(real.QUOTEWELL_INDEX)).toEqual(before)
  })

  test('in an emergency tells what to do, without model or index', async () => {
    const nowhere = { QUOTEWELL_CORPUS: '/nowhere', QUOTEWELL_INDEX: '/nowhere', QUOTEWELL_COUNTRY: 'GB' }
    const { code, stdout, stderr } = await runProgram(['ask', 'he is coughing up blood'], nowhere)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(emergencies.coughingBlood.text)
    expect(stdout).toContain('> Call 999 now. tel:999')
    for (const { text } of Object.values(disclaimers)) expect(stdout).toContain(text)
  })

  test('without a question ends with 1 and says how to ask', async () => {
    const { code, stderr } = await runProgram(['ask', ' '], small)
    expect(stderr).toBe('There is no question. Try: npm run ask -- "How rare is it?"\n')
    expect(code).toBe(1)
  })
})

describe('start', () => {
  const MESSAGE = JSON.stringify({ message: 'Until what age do bones grow?' })
  const JSON_TYPE = { 'content-type': 'application/json' }

  describe('while it runs', () => {
    let server: Awaited<ReturnType<typeof startProgram>>
    beforeAll(async () => {
      server = await startProgram(small)
      return () => server.kill('SIGKILL')
    })

    test('has printed one line with its address, lives and answers', async () => {
      expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
      const chat = await fetch(`${server.url}/api/chat`, { method: 'POST', headers: JSON_TYPE, body: MESSAGE })
      expect(chat.status).toBe(200)
      expectAnswer(await chat.text())
      expect(server.stdout()).toBe(`Quotewell listens on ${server.url}\n`)
      expect(server.stderr()).toBe('')
    })

    test('another one on the same port ends with 1 and one line', async () => {
      const { port } = new URL(server.url)
      expect(await runProgram(['start'], { ...small, PORT: port })).toEqual({
        code: 1,
        stdout: '',
        stderr: `PORT=${port} is in use. Set PORT to a free one, or to 0 for any.\n`,
      })
    })
  })

  test('ends with 0 on SIGINT, though a browser keeps an idle connection open', async () => {
    const server = await startProgram(small)
    onTestFinished(() => server.kill('SIGKILL'))
    await (await fetch(`${server.url}/api/health`)).text()
    server.kill('SIGINT')
    expect(await server.ended).toEqual({ code: 0, signal: null })
    expect(server.stderr()).toBe('')
  })

  test('on SIGTERM finishes the open request, takes no other, and ends with 0', async () => {
    const server = await startProgram(small)
    onTestFinished(() => server.kill('SIGKILL'))
    const open = request(`${server.url}/api/chat`, {
      method: 'POST',
      agent: false,
      headers: { ...JSON_TYPE, 'content-length': Buffer.byteLength(MESSAGE), expect: '100-continue' },
    })
    open.flushHeaders()
    // The server has read the headers and waits for the body: the request is open.
    await once(open, 'continue')
    server.kill('SIGTERM')
    while (await accepts(server.url)) await pause(10)

    const responding = once(open, 'response') as Promise<[IncomingMessage]>
    open.end(MESSAGE)
    const [response] = await responding
    expect(response.statusCode).toBe(200)
    expectAnswer(await text(response))
    expect(await server.ended).toEqual({ code: 0, signal: null })
  })

  test('ends with 1 and file and line when the corpus has a fault', async () => {
    const corpus = await folder({ ...smallCorpus, 'heart.md': '# Heart' })
    const { code, stderr } = await runProgram(['start'], {
      PORT: '0',
      QUOTEWELL_CORPUS: corpus,
      QUOTEWELL_INDEX: await folder(),
    })
    expect(stderr).toBe(
      `${join(corpus, 'heart.md')}:1: no front matter. Begin the file with \`---\`, \`title: …\`, \`---\`.\n`,
    )
    expect(code).toBe(1)
  })

  test('ends with 1 and one line when a setting is bad', async () => {
    const { code, stdout, stderr } = await runProgram(['start'], { ...small, PORT: '80800' })
    expect(stderr).toBe('PORT="80800": must be a whole number from 0 to 65535; 0 takes any free port.\n')
    expect(stdout).toBe('')
    expect(code).toBe(1)
  })
})

function expectAnswer(body: string): void {
  const { status, quotes } = JSON.parse(body)
  expect(status).toBe('answered')
  expect(quotes[0].text).toContain('Bones grow until about the age of 20.')
}

/** Whether somebody still takes connections there. */
async function accepts(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
