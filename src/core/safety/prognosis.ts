import { splitSentences } from '../ingest/sentences.ts'
import { compileWordings, toPlainWords } from './compile-wordings.ts'
import { ASKING, NAMES } from './prognosis-wordings.ts'

const asking = compileWordings(ASKING, NAMES)

/**
 * Whether a message asks how long one lives with a disease, who dies of it or what the odds are.
 * @param message of any length, of which the first 4,000 characters are read
 */
export function asksForPrognosis(message: string): boolean {
  return asking.test(toPlainWords(message))
}

/** What a quote tells that may be sensitive: its words and, where it is a table row, its cells under headers and caption. */
interface Told {
  readonly text: string
  readonly table?: {
    readonly caption?: string | null
    readonly headers: readonly string[]
    readonly cells: readonly string[]
  }
}

/** A count or a share: figures, but not those of a year, of an age or of a citation; and counts in words. */
const COUNT =
  /\d(?:[\d.,]*\d)?\s*(?:%|percent|per cent|years?|months?|weeks?|days?|of\b|out of|patients?|people|cases?|deaths?)|%|\bpercent\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|many|most|half|all|none|no|both|third|quarter|majority|average|median|mean)\b/
const SHARE =
  /\d(?:[\d.,]*\d)?\s*(?:%|percent|per cent|(?:[- ]\p{L}+ )?years?|months?|weeks?)|\b(?:half|third|quarter|two thirds|one in|median|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a few|several|many) (?:more )?(?:years|months|weeks|decades))\b/u
const DEATH =
  /\b(?:died|dies|die|dying|deaths?|dead|fatal|fatalities|mortality|lethal|succumbed|killed|passed away|perished)\b/
const SURVIVAL =
  /\b(?:surviv(?:al|e|ed|es|ing|ors?)|alive|lived|(?:over)?all survival|life expectancy|prognos(?:is|es|tic)|outlook|outcomes?|disease-free|event-free|progression-free)\b/
/** Ages, tests and citations say nothing about survival. */
const OTHER_FIGURES =
  /\b\d+(?:[- ]+(?:years?|months?|weeks?|days?))?[- ]+(?:old|of age)\b|\b(?:aged?|ages)(?: of| between)? \d[\d.–-]*(?: (?:and|to) \d+)?(?: years)?|\[[\d,;–\- ]+\]|\((?:[^()]*\b(?:19|20)\d\d[^()]*)\)|\b(?:cell|tumou?r|tissue) death\b/g

/** A column that tells how it ended. */
const ENDING_COLUMN =
  /\b(?:outcomes?|status|vital|survival|surviv\w*|prognosis|death|deaths|mortality|follow-?up|state|result)\b/i
const ENDING_CELL =
  /\b(?:died|dead|deceased|death|alive|living|survived|dod|ned|awd|aned|doc|lived)\b|^\s*\d[\d.,]*\s*(?:%|months?|years?|mo|yrs?|m|y)?\s*$/i

/** Whether a quote holds figures of survival or death, in a sentence or in a table row. */
export function holdsPrognosis({ text, table }: Told): boolean {
  if (table) {
    const caption = table.caption?.toLowerCase() ?? ''
    const isOfEndings = DEATH.test(caption) || SURVIVAL.test(caption)
    return table.cells.some(
      (cell, at) => (isOfEndings || ENDING_COLUMN.test(table.headers[at] ?? '')) && ENDING_CELL.test(cell),
    )
  }
  const words = text.toLowerCase()
  // Most quotes end here: to split them into sentences takes longer.
  if (!DEATH.test(words) && !SURVIVAL.test(words)) return false
  return splitSentences(text).some(({ start, end }) => tellsFigures(text.slice(start, end)))
}

function tellsFigures(sentence: string): boolean {
  const words = sentence.toLowerCase().replace(OTHER_FIGURES, ' ')
  return (DEATH.test(words) && (COUNT.test(words) || SHARE.test(words))) || (SURVIVAL.test(words) && SHARE.test(words))
}
