import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { compileProgram, runProgram } from '../run-program.ts'
import { smallCorpus } from '../small-corpus.ts'
import { readTree, useTempFolders } from '../temp-folders.ts'

const folder = useTempFolders()
const DEFAULT = fileURLToPath(new URL('../../../corpus', import.meta.url))
const GOOD = `---
title: About bones
authors: [A. Writer]
publisher: Bone Group
published: '${new Date().getUTCFullYear() - 1}'
url: https://bones.example/about
licence: CC BY 4.0
audience: patient
---

Bones are hard.
`
const QUESTIONS = '- quote: Bones are hard.\n  questions: [Are bones hard?]\n'
const UNANSWERED = '- topic: hair\n  questions: [Will I lose my hair?]\n'
const good = { 'a.md': GOOD, 'a.questions.yaml': QUESTIONS, 'unanswered.yaml': UNANSWERED }

const check = (corpus: string, ...flags: string[]) => runProgram(['check', '--corpus', corpus, ...flags])

beforeAll(compileProgram)

describe('the exit code', () => {
  test('is 0 for a corpus without findings, also with --strict', async () => {
    const corpus = await folder(good)
    expect(await check(corpus, '--strict')).toEqual({ code: 0, stdout: `No findings in ${corpus}.\n`, stderr: '' })
  })

  test('is 0 for warnings, and 1 for them with --strict', async () => {
    const corpus = await folder({ ...good, 'a.md': GOOD.replace('licence: CC BY 4.0\n', '') })
    const { code, stdout } = await check(corpus)
    expect({ code, last: stdout.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: `0 errors, 1 warning, 0 notes in ${corpus}.`,
    })
    expect((await check(corpus, '--strict')).code).toBe(1)
  })

  test('is 1 for errors, which are all told and do not hide the rest', async () => {
    const corpus = await folder({
      ...good,
      'a.questions.yaml': QUESTIONS.replaceAll('hard', 'soft') + QUESTIONS.replaceAll('hard', 'dry'),
      'b.md': '---\naudience: patient\n---\n\nText.',
      'C D.md': GOOD,
      'e.questions.yaml': QUESTIONS,
      'f.md': Uint8Array.from([...Buffer.from('---\ntitle: caf'), 0xe9]),
      'g.md': GOOD.replace('title: About bones', 'title: More'),
    })
    const { code, stdout } = await check(corpus, '--json', '--fast')
    const { findings } = JSON.parse(stdout)
    const errors = findings.filter(({ severity }: { severity: string }) => severity === 'error')
    expect(
      errors.map(({ file, line }: { file: string; line: number }) => `${file.slice(corpus.length + 1)}:${line}`),
    ).toEqual(['C D.md:1', 'a.questions.yaml:1', 'a.questions.yaml:3', 'b.md:2', 'e.questions.yaml:1', 'f.md:1'])
    expect(findings).toContainEqual(expect.objectContaining({ check: 'same-source', file: `${corpus}/g.md` }))
    expect(code).toBe(1)
  })

  test.each([[['--nonsense']], [['surplus']], [['--corpus', '/nowhere']]])(
    'is 2 for %j, with one line',
    async (args) => {
      const { code, stdout, stderr } = await runProgram(['check', ...args])
      expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, stdout: '', lines: 1 })
    },
  )
})

test('no file is changed, and nothing of a corpus moves the cursor of a terminal', async () => {
  const corpus = await folder({ ...good, 'a.md': GOOD.replace('CC BY 4.0', '"all rights \\e[2J reserved"') })
  const before = await readTree(corpus)
  const { stdout } = await check(corpus)
  expect(stdout).toContain('all rights')
  expect(stdout).not.toContain('\u001b')
  expect(await readTree(corpus)).toEqual(before)
})

test('groups by file, shows how to mend and the reading grades', async () => {
  const corpus = await folder(smallCorpus)
  const { stdout } = await check(corpus, '--fast')
  expect(stdout.split('\n\n').map((part) => part.split('\n')[0])).toEqual([
    `${corpus}/bone.md`,
    `${corpus}/bone.questions.yaml`,
    `${corpus}/heart.md`,
    expect.stringMatching(/^0 errors, \d+ warnings, \d+ notes in .* Left out \(--fast\)/),
  ])
  expect(stdout).toMatch(/warning Line 1: No licence: [^→]+\[licence\]\n +→ Add/)
})

test('the first sources: no error; what an editor finds in them is found', async () => {
  const { code, stdout } = await check(DEFAULT, '--json')
  const { counts, findings, grades } = JSON.parse(stdout)
  expect({ code, errors: counts.error }).toEqual({ code: 0, errors: 0 })
  const found = findings.map(
    ({ check, file, line }: { check: string; file: string; line: number }) =>
      `${check} ${file.slice(DEFAULT.length + 1, DEFAULT.length + 5)} ${line}`,
  )
  expect(found).toEqual(
    expect.arrayContaining([
      'age extr 8',
      'age mese 7',
      'reading mese 14',
      // Survival figures of 2004 and of 2015.
      'figures mese 92',
      'empty-section mese 120',
      // Abstract and conclusions.
      'repeated intr 79',
    ]),
  )
  expect(grades.length).toBeGreaterThan(15)
})
