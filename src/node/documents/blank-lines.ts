/** Pieces of a text between lines that hold nothing but white space. */
export function splitAtBlankLines(text: string): string[] {
  const blocks: string[][] = [[]]
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.at(-1)?.push(line)
    else if (blocks.at(-1)?.length !== 0) blocks.push([])
  }
  return blocks.map((lines) => lines.join('\n')).filter((block) => block !== '')
}
