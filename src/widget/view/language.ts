import type { Source } from '../api/wire.ts'

/** Of a source's words, for screen readers: a BCP 47 tag. Older servers don't say it. */
export const languageOf = ({ language }: Pick<Source, 'language'>): string => language ?? 'en'
