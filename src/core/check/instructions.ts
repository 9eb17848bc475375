import { collapse } from '../ingest/normalise.ts'
import { type CheckedCorpus, linesOf, type RawFile, textOf } from './checked-corpus.ts'
import { excerpt, type Finding } from './finding.ts'

/**
 * Wordings that speak to a language model. The chat has none, but its quotes go to programs that do, over MCP and
 * OpenAI's clients. Each is an expression of bounded length on text in lower case with single spaces.
 */
const WORDINGS = [
  /\b(?:ignore|disregard|forget|override|bypass) (?:[a-z]{2,10} ){0,3}(?:instructions?|prompts?|guidelines|rules|directives|safety policies|system message)\b/,
  /\b(?:ignore|disregard|forget) (?:everything|anything|all) (?:of |that |you |were |was |the |is |said |written |told ){0,5}(?:above|before|prior|previously)\b/,
  /\b(?:system|developer|hidden|initial) (?:prompt|message|instructions)\b/,
  /\byou are (?:now )?(?:an? |the |in )?(?:[a-z]{2,12} )?(?:ai\b|a\.i\.|chat ?bot|language model|llm\b|chatgpt|gpt|dan mode|dan\b|developer mode|assistant\b)/,
  /\bas an? (?:ai|a\.i\.|large) (?:language )?(?:model|assistant)\b/,
  /\b(?:do not|don['’]t|never) (?:tell|inform|mention|reveal|show|disclose)(?: [a-z]{2,10}){0,3} (?:the )?(?:user|reader of this chat|human)\b/,
  /\b(?:reveal|print|output|repeat|show|leak) (?:[a-z]{2,10} ){0,2}(?:prompt|instructions|api keys?|passwords?)\b/,
  /\b(?:respond|reply|answer) (?:only |always )(?:with|in) (?:the|json|yes|exactly)\b/,
  /\b(?:new|updated|important|additional) (?:system )?instructions? (?:for|to) (?:the )?(?:ai|assistant|model|chat ?bot|llm)\b/,
  /\b(?:jailbreak|prompt injection)\b/,
  /<\|(?:im_?start|im_?end|system|user|assistant|endoftext)\|?>|\[\/?inst\]|<<\/?sys>>/,
  /^(?:#{1,6} )?(?:system|assistant|instruction|human) ?: \S/,
]

/** Text that looks like instructions to a program. */
export function checkInstructions({ files, sources, unansweredFile }: CheckedCorpus): Finding[] {
  const texts = [
    ...sources.flatMap((one) =>
      one.source.blocks.map((block, at) => ({ file: one.file, line: one.lines[at] ?? 1, text: textOf(one, block) })),
    ),
    // What no source answers is never shown, and may well be what somebody tries on a chat.
    ...files.filter(({ file }) => file !== unansweredFile?.file).flatMap(toValues),
  ]
  return texts.flatMap(({ file, line, text }): Finding[] => {
    const found = findInstruction(text)
    if (found === null) return []
    const what = `This looks like an instruction to a program: ${excerpt(found, 100)}`
    const mend =
      'Delete it if the original doesn’t hold it; if it does, ask yourself whether this source can be trusted.'
    return [{ severity: 'error', check: 'instruction', file, line, what, mend }]
  })
}

/** The words of a text that look like an instruction to a program, or null. */
function findInstruction(text: string): string | null {
  const plain = collapse(text.normalize('NFKC').replace(/[*_`~]/g, ''))
  const lower = plain.toLowerCase()
  for (const wording of WORDINGS) {
    const found = wording.exec(lower)
    if (found) return plain.slice(found.index, found.index + Math.max(80, found[0].length))
  }
  return null
}

/** What stands behind the names on the lines of a YAML file, or of the front matter; a body is read by its blocks. */
function toValues({ file, text }: RawFile) {
  const lines = linesOf(text)
  const yaml = lines[0] === '---' ? lines.slice(0, lines.indexOf('---', 1) + 1) : lines
  return yaml.map((line, at) => ({ file, line: at + 1, text: line.replace(/^ {0,20}(?:- )?(?:[a-z]{1,20}: )?/i, '') }))
}
