import { existsSync, readFileSync } from 'node:fs'
import { type Copy, DockerfileParser, type Instruction } from 'dockerfile-ast'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('Dockerfile', root), 'utf8')
const instructions = DockerfileParser.parse(text).getInstructions()
const starts = instructions.flatMap((one, at) => (one.getKeyword() === 'FROM' ? [at] : []))
const last = instructions.slice(starts.at(-1))

const named = (list: readonly Instruction[], keyword: string) => list.filter((one) => one.getKeyword() === keyword)
const isCopy = (one: Instruction): one is Copy => one.getKeyword() === 'COPY'
const argumentsOf = (one: Instruction) => one.getArguments().map((argument) => argument.getValue())
const flagOf = (copy: Copy, name: string) =>
  copy
    .getFlags()
    .find((flag) => flag.getName() === name)
    ?.getValue()

test('the Dockerfile is one that Docker reads, without a fault', () => {
  expect(validate(text)).toEqual([])
  expect(validate('FRM node')).not.toEqual([])
})

test('the image is made in stages, and what builds it is not in it', () => {
  expect(starts.length).toBe(2)
  expect(named(last, 'RUN')).toEqual([])
  const copied = last.filter(isCopy)
  expect(copied.length).toBeGreaterThan(0)
  for (const copy of copied) expect(flagOf(copy, 'from')).toBe('build')
})

test('it runs as a user that owns nothing but the index', () => {
  expect(named(last, 'USER').map(argumentsOf)).toEqual([['node']])
  const owned = last.filter(isCopy).filter((copy) => flagOf(copy, 'chown') !== undefined)
  expect(owned.map((copy) => argumentsOf(copy).at(-1))).toEqual(['index'])
})

test('Node.js is the first process, so that signals reach it, and the health of the server is looked at', () => {
  const [command] = named(last, 'CMD')
  expect(JSON.parse(command?.getArgumentsContent() ?? '')).toEqual(['node', 'dist/node/cli.js', 'start'])
  expect(named(last, 'HEALTHCHECK').length).toBe(1)
})

test('what it is built from is there, and nothing else is sent to the builder', () => {
  const lines = readFileSync(new URL('.dockerignore', root), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines[0]).toBe('*')
  const sent = lines.slice(1).map((line) => line.replace(/^!/, ''))
  for (const name of sent) expect(existsSync(new URL(name, root)), name).toBe(true)
  const [first] = instructions.filter(isCopy)
  for (const name of argumentsOf(first as Copy).slice(0, -1)) expect(sent).toContain(name)
})
