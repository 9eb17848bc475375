/** A document as its author meant it: what every maker writes down, and what every reader must bring back. */
export type Part =
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly paragraph: string }
  | { readonly list: readonly string[]; readonly ordered?: boolean; readonly start?: number }
  | { readonly table: Table }

export interface Table {
  readonly caption: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface TestDocument {
  readonly title: string
  /** The title is the first heading and stands in none of the parts. */
  readonly parts: readonly Part[]
}

/** The words that the canonical text must hold, in order. */
export function expectedWords({ title, parts }: TestDocument): string[] {
  const texts = parts.flatMap((part): string[] => {
    if ('heading' in part) return [part.heading]
    if ('paragraph' in part) return [part.paragraph]
    if ('list' in part) return [...part.list]
    return [part.table.caption, ...part.table.headers, ...part.table.rows.flat()]
  })
  return words([title, ...texts].join(' '))
}

/** Words of a canonical text; the bars between table cells are none. */
export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '' && word !== '|')

export const tablesOf = ({ parts }: TestDocument): Table[] =>
  parts.flatMap((part) => ('table' in part ? [part.table] : []))
