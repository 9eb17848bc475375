import { forgetGaps, readGaps } from '../gap-file.ts'
import { renderGaps } from '../render-gaps.ts'
import { readAllSettings } from '../settings.ts'
import { SetupError } from '../setup-error.ts'

/** `quotewell gaps`. */
export function showGaps({ json, forget }: { readonly json?: true; readonly forget?: true }): void {
  const { index, gaps } = readAllSettings(process.env)
  if (forget) {
    forgetGaps(index)
    return
  }
  const counts = readGaps(index)
  if (!counts) {
    throw new SetupError(
      gaps
        ? 'Nothing is counted yet. Counts are written after midnight (UTC) and when the server stops.'
        : 'Nothing is counted. Set QUOTEWELL_GAPS to on, or `gaps: on` in the settings file; docs/PRIVACY.md tells what is kept then.',
    )
  }
  const { since, sections, words } = counts
  process.stdout.write(json ? `${JSON.stringify({ since, sections, words }, null, 2)}\n` : renderGaps(counts))
}
