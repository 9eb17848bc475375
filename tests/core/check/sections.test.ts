import { expect, test } from 'vitest'
import { checkSections } from '../../../src/core/check/sections.ts'
import { BODY, brief, withBody } from './made-up.ts'

test('tells headings with nothing under them; headings with smaller ones under them are none', () => {
  const body =
    '# Bones\n\n## Empty\n\n## Parts\n\n### Full\n\nText.\n\n### Empty, too\n\n## Table\n\n| A |\n|---|\n| b |\n\n## Last'
  expect(brief(checkSections(withBody(body)))).toEqual([
    `warning empty-section a.md:${BODY + 2}`,
    `warning empty-section a.md:${BODY + 10}`,
    `warning empty-section a.md:${BODY + 18}`,
  ])
})
