import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('the tables of docs/SAFETY.md are in step with the rules, texts and contacts', () => {
  const check = () => execFileSync(process.execPath, ['scripts/safety-docs.mjs', '--check'])
  expect(check).not.toThrow()
})
