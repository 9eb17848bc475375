import { Command } from 'commander'
import { SetupError } from '../setup-error.ts'

/** Exit code for a wrong call, so that a program can tell it from a corpus with findings. */
const WRONG_USE = 2

interface Flags {
  readonly corpus?: string
  readonly json?: true
  readonly strict?: true
  readonly fast?: true
}

/** `check`: ends with 0, or 1 for findings that must be mended, or 2 where it could not check. */
export function checkCommand(): Command {
  return new Command('check')
    .description('review a corpus as a careful editor would')
    .option('--corpus <dir>', 'folder of <id>.md files')
    .option('--json', 'as JSON')
    .option('--strict', 'end with 1 for warnings, too')
    .option('--fast', 'leave out what needs the model: sentences that are alike, figures that differ')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : WRONG_USE))
    .action(async ({ corpus, json, strict, fast }: Flags) => {
      try {
        const { createProgress, readSettings, renderReview, reviewCorpus } = await loadParts()
        const settings = readSettings(process.env)
        const folders = { ...settings, corpus: corpus ?? settings.corpus }
        const review = await reviewCorpus(folders, fast ?? false, createProgress())
        process.stdout.write(json ? `${JSON.stringify(review, null, 2)}\n` : renderReview(review))
        const { error, warning } = review.counts
        if (error > 0 || (strict && warning > 0)) process.exitCode = 1
      } catch (error) {
        if (!(error instanceof SetupError)) throw error
        process.stderr.write(`${error.message}\n`)
        process.exitCode = WRONG_USE
      }
    })
}

/** Loaded when the command is called, not with the list of commands. */
async function loadParts() {
  const parts = await Promise.all([
    import('../progress.ts'),
    import('../settings.ts'),
    import('./render-review.ts'),
    import('./review.ts'),
  ])
  const [{ createProgress }, { readSettings }, { renderReview }, { reviewCorpus }] = parts
  return { createProgress, readSettings, renderReview, reviewCorpus }
}
