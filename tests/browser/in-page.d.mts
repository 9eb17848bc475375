import type { Locator, Page } from 'playwright-core'

/** Whether all of the one such element is in the window. */
export function isWhollyIn(page: Page, selector: string): Promise<boolean>

/** By how many pixels the page is wider than the window. */
export function overflowOf(page: Page): Promise<number>

/** A computed style. @param pseudo such as `::before` */
export function styleOf(locator: Locator, property: string, pseudo?: string): Promise<string>

/** The beginning of the words of the focused element. */
export function focusedWords(page: Page): Promise<string>

/** Letters in a line of each paragraph that has five lines or more. The last line counts half. */
export function lettersPerLine(paragraphs: Locator): Promise<number[]>

/**
 * What no page of this program holds, as one line for each find: elements other than `known`, handlers of events, and
 * links that lead elsewhere than to this server or to a DOI.
 */
export function findMarkup(page: Page, known: readonly string[]): Promise<string[]>
