import { buildModel } from '../model/build-model.ts'
import { ensureModel } from '../model/ensure-model.ts'
import type { Precision } from '../model/precision.ts'
import { createProgress } from '../progress.ts'
import { readSettings } from '../settings.ts'

/** `quotewell model`. */
export async function makeModel({ to, precision }: { readonly to?: string; readonly precision: Precision }) {
  if (to === undefined) await ensureModel(readSettings(process.env).model, createProgress())
  else await buildModel(to, precision)
}
