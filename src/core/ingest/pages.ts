import type { PageStart } from '../source.ts'
import { collapse } from './normalise.ts'

/** `<!-- page 3 -->` in a corpus file: what follows stands on page 3 of the original. It is no part of the text. */
const MARK = /<!-- page (\d{1,5}) -->/

/** The mark that `takePages` reads. */
export const pageMark = (page: number): string => `<!-- page ${page} -->`

export const isPageMark = (text: string): boolean => text.trim() === MARK.exec(text)?.[0]

/**
 * Text of one block, cleaned, and the pages that begin in it.
 * @returns `pages` with offsets into `clean`
 */
export function takePages(content: string): { clean: string; pages: PageStart[] } {
  const [first = '', ...rest] = content.split(MARK)
  const pages: PageStart[] = []
  let text = first
  for (let at = 0; at < rest.length; at += 2) {
    pages.push({ page: Number(rest[at]), start: collapse(text).length })
    text += rest[at + 1] ?? ''
  }
  return { clean: collapse(text), pages }
}

/** @returns the page on which the character at `offset` stands, or null where that is unknown */
export function pageAt(pages: readonly PageStart[] | undefined, offset: number): number | null {
  return pages?.findLast(({ start }) => start <= offset)?.page ?? null
}
