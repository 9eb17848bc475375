import { beforeAll, expect, test } from 'vitest'
import { benchSwap } from '../bench/swap.mjs'
import { compileProgram } from './run-program.ts'

beforeAll(() => compileProgram())

test('a source removed under load of 32 connections: no request fails, none quotes it after the line', async () => {
  const figures = await benchSwap({ seconds: 1.5, connections: 32 })
  expect(figures).toMatchObject({
    'failed requests': 0,
    'quoting the source, asked after the line': 0,
    'lines that tell of it': 1,
    'index, exit code': 0,
  })
  expect(figures['quoting the source, before its removal']).toBeGreaterThan(0)
  expect(figures['asked after the line']).toBeGreaterThan(0)
})
