import { type CheckedCorpus, linesOf, type RawFile } from './checked-corpus.ts'
import { atLines, type Finding, plural, type Severity } from './finding.ts'

interface Kind {
  readonly check: string
  readonly severity: Severity
  /** One, and many. */
  readonly name: readonly [string, string]
  readonly mend: string
  /** Whether a character, by its code, is one, given those around it. */
  readonly is: (code: number, before: string, after: string) => boolean
}

const between = (code: number, ...ranges: readonly (readonly [number, number])[]) =>
  ranges.some(([from, to]) => code >= from && code <= to)
const EMOJI = /\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier}/u
const LEFT_OUT = 'Readers never see them; delete them, so that the file shows what it holds.'

const KINDS: readonly Kind[] = [
  {
    check: 'hidden-text',
    severity: 'error',
    name: ['invisible tag character', 'invisible tag characters'],
    mend: 'Delete them: they hide words from people that programs read.',
    // The flags of England, Scotland and Wales are written with them.
    is: (code, before) => between(code, [0xe0000, 0xe007f]) && !/[\u{1f3f4}\u{e0000}-\u{e007f}]/u.test(before),
  },
  {
    check: 'bidi',
    severity: 'warning',
    name: ['character that reorders text', 'characters that reorder text'],
    mend: 'Delete them: a line may look other than it reads.',
    is: (code) => between(code, [0x61c, 0x61c], [0x200e, 0x200f], [0x202a, 0x202e], [0x2066, 0x2069]),
  },
  {
    check: 'zero-width',
    severity: 'warning',
    name: ['character of no width', 'characters of no width'],
    mend: LEFT_OUT,
    is: (code, before, after) =>
      between(code, [0x200b, 0x200d], [0x2060, 0x2064], [0xfeff, 0xfeff]) &&
      !(code === 0x200d && EMOJI.test(before) && EMOJI.test(after)),
  },
  {
    check: 'soft-hyphen',
    severity: 'note',
    name: ['soft hyphen', 'soft hyphens'],
    mend: LEFT_OUT,
    is: (code) => code === 0xad,
  },
  {
    check: 'control',
    severity: 'warning',
    name: ['control character', 'control characters'],
    mend: 'Delete them, or replace them by what the original shows there.',
    is: (code) => code !== 9 && code !== 12 && between(code, [0, 31], [127, 0x84], [0x86, 0x9f]),
  },
  {
    check: 'lost-character',
    severity: 'warning',
    name: ['character that was lost in a conversion (�)', 'characters that were lost in a conversion (�)'],
    mend: 'Put back what the original shows there.',
    is: (code) => code === 0xfffd,
  },
  {
    check: 'lost-character',
    severity: 'warning',
    name: ['character read in the wrong encoding (Ã© for é)', 'characters read in the wrong encoding (Ã© for é)'],
    mend: 'Convert the original again as UTF-8.',
    is: (code, _, after) =>
      (code === 0xc3 && /[\u0080-\u00bf]/.test(after)) || (code === 0xe2 && /[€\u0080]/.test(after)),
  },
]

/** Characters that no editor sees, and those that a conversion spoilt. */
export function checkCharacters({ files }: CheckedCorpus): Finding[] {
  return files.flatMap(checkFile)
}

function checkFile({ file, text }: RawFile): Finding[] {
  const found = new Map<Kind, number[]>()
  linesOf(text.replace(/^\ufeff/, '')).forEach((line, at) => {
    const characters = [...line]
    characters.forEach((character, place) => {
      const code = character.codePointAt(0) ?? 0
      if (code > 31 && code < 127) return
      const kind = KINDS.find((one) => one.is(code, characters[place - 1] ?? '', characters[place + 1] ?? ''))
      if (!kind) return
      const lines = found.get(kind) ?? []
      lines.push(at + 1)
      found.set(kind, lines)
    })
  })
  return [...found].map(([{ severity, check, name, mend }, lines]) => {
    const what = `${plural(lines.length, ...name)}.`
    return { severity, check, file, ...atLines(lines), what, mend }
  })
}
