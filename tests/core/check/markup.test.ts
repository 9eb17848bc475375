import { describe, expect, test } from 'vitest'
import { checkMarkup } from '../../../src/core/check/markup.ts'
import { BODY, brief, madeUp, parsed, withBody } from './made-up.ts'

const check = (body: string) => brief(checkMarkup(withBody(body)))

describe('tells', () => {
  test.each([
    ['<script>alert(1)</script>', 'error script'],
    ['See <iframe src="https://x.example">', 'error script'],
    ['[our page](javascript:alert)', 'error script'],
    ['<img src=x onerror=alert(1)>', 'error script'],
    ['&lt;script&gt;alert(1)', 'error script'],
    ['<?php echo 1 ?>', 'error script'],
    ['![x](data:text/html,hello)', 'error script'],
    ['<!-- for the editor -->', 'warning comment'],
    ['Bones<br>are hard', 'warning markup'],
    ['<p class="lead">Bones</p>', 'warning markup'],
    ['Dear {{first_name}}', 'warning markup'],
  ])('%s', (text, finding) => {
    expect(check(`Bones are hard.\n\n${text}`)).toEqual([`${finding} a.md:${BODY + 2}`])
  })
})

test.each([
  'Less than 5 cm: <5 cm, and p<0.05, a<b and c>d.',
  '<!-- page 3 --> Bones are hard.',
  'JavaScript: a language. Data: text and figures.',
  'Write to <team@bones.example>.',
])('leaves %s alone', (text) => {
  expect(check(text)).toEqual([])
})

test('tells of a paragraph of several lines each line once', () => {
  expect(check('Bones\n<b>are</b>\nhard, <i>very</i>.')).toEqual([
    `warning markup a.md:${BODY + 1}`,
    `warning markup a.md:${BODY + 2}`,
  ])
})

test('looks into YAML, too', () => {
  const input = madeUp({ questions: '- quote: Bones are hard.\n  questions: ["<b>Hard</b>?"]\n' })
  expect(brief(checkMarkup(parsed([input])))).toEqual(['warning markup a.questions.yaml:2'])
})
