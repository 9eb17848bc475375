import fc from 'fast-check'

/** Words, and what editors, converters and mischief put between them. */
const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('bone', 'tumour', 'et al.', 'e.g.', '3.5', 'J.', 'stops.', 'Why?', 'cut;', 'pain,'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('**strong**', '_soft_', '`code`', '[link](x)', '![image](y)', '<b>', '</b>', '\\'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('|', '#', '-', '>', '*', '1.', '&amp;', '[3]', '“Yes.”', '😀', 'été', '中文。'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u200b', '\u202e', '\u0007', '\u00a0', '\ud800', '\u0301', '\u00ad', '\u2028'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !text.includes('&')) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((length) => 'x'.repeat(length)) },
)
const line = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
const short = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))

const heading = fc.tuple(fc.integer({ min: 1, max: 6 }), short).map(([level, text]) => `${'#'.repeat(level)} ${text}`)
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const list = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom('-', '1.'), line))
  .map((items) => items.map(([depth, bullet, text]) => `${'   '.repeat(depth)}${bullet} ${text}`).join('\n'))
const quote = paragraph.map((text) => text.replace(/^/gm, '> '))
/** Neither a bar nor a backslash: a row with more cells than its header is a fault. */
const cell = short.map((text) => text.replace(/[|\\]/g, ''))
const table = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 4 }))
  .map(([columns, rows]) => {
    const row = (cells: readonly string[]) => `| ${cells.slice(0, columns).join(' | ')} |`
    const head = Array.from({ length: columns }, (_, column) => `Head ${column}`)
    return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
  })

/** Whole corpus files: front matter, any mixture of blocks, and a last paragraph so that there is text. */
export const markdownFile = fc
  .tuple(fc.array(fc.oneof(heading, paragraph, list, quote, table), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'))
  .map(([blocks, lineEnd]) => ['---\ntitle: Any\n---', ...blocks, 'The end.'].join('\n\n').replaceAll('\n', lineEnd))
