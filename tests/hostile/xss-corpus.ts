/** Sources that hold payloads wherever a source can hold words, and the questions that bring them out. */
import type { Files } from '../node/temp-folders.ts'
import { createXss } from './xss.ts'

/** Made-up conditions, so that each question is about one source. */
const NAMES = [
  'Zelvor',
  'Mitrane',
  'Quarnol',
  'Brindal',
  'Fostrix',
  'Haldume',
  'Jarvost',
  'Kelmire',
  'Lorvane',
  'Norbise',
]
const KINDS = ['fever', 'syndrome', 'swelling', 'palsy']
const CONDITIONS = KINDS.flatMap((kind) => NAMES.map((name) => `${name} ${kind}`))
const PER_SOURCE = 14

/** Payloads in all, each different. */
export const PAYLOADS_IN_CORPUS = CONDITIONS.length * PER_SOURCE

const ASKED = ['What is NAME?', 'How is NAME treated?', 'What causes NAME?', 'Which signs does NAME have?']

export const xssQuestions = CONDITIONS.flatMap((condition) => ASKED.map((asked) => asked.replace('NAME', condition)))

/** As Markdown writes text that is markup nowhere, so that the canonical text holds it letter by letter. */
const literal = (payload: string) =>
  payload
    .replace(/\s+/g, ' ')
    .replace(/[^\p{L}\p{N} ]/gu, (mark) => (mark.length === 1 ? `&#${mark.charCodeAt(0)};` : mark))

const quoted = (payload: string) => JSON.stringify(`x ${payload}`.toWellFormed())

const wordOf = (condition: string) => condition.replace(' ', '').toLowerCase()

function sourceOf(condition: string, payloads: readonly string[]): string {
  const front = payloads.slice(0, 6).map(quoted)
  const [one, two, three, four, five, six, cell, raw] = payloads.slice(6).map(literal)
  const bare = (payloads[13] ?? '').replace(/\s+/g, ' ')
  return `---
title: ${front[0]}
publisher: ${front[1]}
licence: ${front[2]}
authors: [${front.slice(3)}]
published: 2024
audience: patient
---

## ${condition} ${one}

${condition} is a rare disease ${two} of the ear that begins in childhood.

${condition}, or ${wordOf(condition)}, is treated with rest and warm drinks ${three} for two weeks.

${bare}

${condition} is caused by cold water ${four} that stays in the ear.

The word ${wordOf(condition)} means a hot ear.

The signs of ${condition} are ${five} a red ear and a dull pain.

## ${six}

| Sign | How often in ${condition} ${cell} |
| --- | --- |
| Red ear ${raw} | 12 of 40 |
`
}

/** What the explanation of a word shows of its source is a payload too. */
const glossaryOf = (word: string) => `- term: ${word}\n  quote: The word ${word} means a hot ear.\n`

export function createXssCorpus(seed: number): Files {
  const all = createXss(PAYLOADS_IN_CORPUS, seed)
  const files = CONDITIONS.map((condition, at) => {
    const payloads = all.slice(at * PER_SOURCE, (at + 1) * PER_SOURCE)
    const id = condition.toLowerCase().replace(' ', '-')
    return [
      [`${id}.md`, sourceOf(condition, payloads)],
      [`${id}.glossary.yaml`, glossaryOf(wordOf(condition))],
    ]
  })
  return Object.fromEntries(files.flat())
}
