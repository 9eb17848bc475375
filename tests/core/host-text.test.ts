import { expect, test } from 'vitest'
import { hostText } from '../../src/core/host-text.ts'

test('is one line of visible characters', () => {
  expect(hostText('  Our\n\tgroup \u202eis\u200b here ', 60)).toBe('Our group is here')
  expect(hostText('<b>Bold</b> & "quoted"', 60)).toBe('<b>Bold</b> & "quoted"')
})

test('is nothing where it is empty or too long', () => {
  for (const words of ['', ' \n ', '\u200b\u202e']) expect(hostText(words, 60)).toBeNull()
  expect(hostText('a'.repeat(60), 60)).toBe('a'.repeat(60))
  expect(hostText('a'.repeat(61), 60)).toBeNull()
})
