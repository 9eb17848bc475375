import { splitSentences } from '../ingest/sentences.ts'
import type { Block } from '../source.ts'
import { type CheckedCorpus, type CheckedSource, textOf } from './checked-corpus.ts'
import { atLines, type Finding } from './finding.ts'
import { readingGrade, wordsOf } from './reading-grade.ts'

/** Patient information is recommended at grade 6 to 8; above this a section is marked. */
const MAX_GRADE = 9
/** A whole source above this is beyond what most adults read with ease: the end of high school. */
const HARD_GRADE = 12
/** Fewer words in a section say nothing about it. */
const MIN_WORDS = 30

export interface SectionGrade {
  readonly file: string
  readonly line: number
  /** Null before the first heading. */
  readonly section: string | null
  readonly words: number
  /** Flesch-Kincaid, one decimal. */
  readonly grade: number
  /** Whether it is above grade 9 in a source for patients. */
  readonly isHard: boolean
}

/** The reading grade of each section with some text; tables don't count. */
export function gradeSections({ sources }: CheckedCorpus): SectionGrade[] {
  return sources.flatMap((one) =>
    sectionsOf(one).flatMap(({ section, line, blocks }): SectionGrade[] => {
      const sentences = sentencesOf(one, blocks)
      const words = sentences.flatMap(wordsOf).length
      if (words < MIN_WORDS) return []
      const grade = round(readingGrade(sentences))
      return [{ file: one.file, line, section, words, grade, isHard: isForPatients(one) && grade > MAX_GRADE }]
    }),
  )
}

/** Sources for patients with sections that are hard to read. */
export function checkReading(checked: CheckedCorpus): Finding[] {
  const grades = gradeSections(checked)
  return checked.sources.filter(isForPatients).flatMap((one) => {
    const own = grades.filter(({ file }) => file === one.file)
    const hard = own.filter(({ isHard }) => isHard)
    const [hardest] = hard.toSorted((a, b) => b.grade - a.grade)
    if (!hardest) return []
    const whole = round(readingGrade(sentencesOf(one, one.source.blocks)))
    const name = hardest.section === null ? 'before the first heading' : `“${hardest.section}”`
    const what = `${hard.length} of ${own.length} sections read above grade ${MAX_GRADE} (the whole: ${whole}; hardest: ${name}, ${hardest.grade}).`
    const mend =
      'Look for a plainer source, or explain its words in the glossary and write reader questions in plain words.'
    const severity = whole > HARD_GRADE ? 'warning' : 'note'
    return [
      {
        severity,
        check: 'reading',
        file: one.file,
        ...atLines(hard.map(({ line }) => line)),
        what,
        mend,
      } satisfies Finding,
    ]
  })
}

const isForPatients = ({ source }: CheckedSource) => source.audience === 'patient'
const round = (grade: number) => Math.round(10 * grade) / 10
const isProse = ({ kind }: Block) => kind === 'paragraph' || kind === 'listItem'

function sectionsOf({ source, lines }: CheckedSource) {
  const sections: { section: string | null; line: number; blocks: Block[] }[] = []
  source.blocks.forEach((block, at) => {
    if (block.kind === 'heading' || sections.length === 0) {
      sections.push({ section: block.section, line: lines[at] ?? 1, blocks: [] })
    }
    sections.at(-1)?.blocks.push(block)
  })
  return sections
}

function sentencesOf(one: CheckedSource, blocks: readonly Block[]): string[] {
  return blocks.filter(isProse).flatMap((block) => {
    const text = textOf(one, block)
    const sentences = splitSentences(text, 0, one.source.language).map(({ start, end }) => text.slice(start, end))
    return sentences.filter((sentence) => wordsOf(sentence).length > 0)
  })
}
