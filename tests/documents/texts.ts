import { readFileSync } from 'node:fs'
import type { TestDocument } from './document.ts'

const parse = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
const read = (name: string): TestDocument => parse(name)

/** An invented moss. Long words to be broken at line ends, true hyphens, signs, lists and two tables. */
export const velvetMoss = read('velvet-moss')
/** An invented animal, told as an article would: longer paragraphs, one wide table. */
export const riverLynx = read('river-lynx')
/** A handout: columns around a table as wide as the page, words of medicine with true hyphens at line ends. */
export const boneLeaflet = read('bone-leaflet')
/** What helpline.html.txt says: its answers are hidden until a question is pressed. */
export const helpline = read('helpline')
/** What awkward-word-file.ts says. */
export const newts = read('newts')
/** Short leaflets, each for a layout that is hard to read, by its name in awkward-layouts.mjs. */
export const awkward: Readonly<Record<string, TestDocument>> = parse('awkward')
