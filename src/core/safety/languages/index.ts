import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { de } from './de.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { id } from './id.ts'
import { ja } from './ja.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { ur } from './ur.ts'
import { zh } from './zh.ts'

/** The most spoken languages besides English, by ISO 639-1 code. */
export const PACKS = { zh, hi, es, fr, ar, bn, pt, ru, ur, id, de, ja } as const

export type Language = keyof typeof PACKS
export const LANGUAGES = Object.keys(PACKS) as readonly Language[]
