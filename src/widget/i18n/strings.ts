import type { en } from './en.ts'

/** The shape of a locale. */
export type Strings = typeof en
