import cliProgress from 'cli-progress'

/** Tells how far a long piece of work is. */
export interface Progress {
  /** @param done of `total` units, from 0; the call with `done === total` ends the step */
  report(step: string, done: number, total: number): void
}

/** A bar on a terminal; elsewhere a line when a step ends. Writes to standard error, so that output can be piped. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? createBar(stream) : createLines(stream)
}

function createBar(stream: NodeJS.WriteStream): Progress {
  const format = '{step} [{bar}] {value}/{total} {percentage} % · {eta_formatted} left'
  const options = { stream, format, hideCursor: true, clearOnComplete: false }
  const bar = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic)
  let current: string | null = null
  return {
    report(step, done, total) {
      if (current !== step) bar.start(total, done, { step })
      else bar.update(done)
      current = done < total ? step : null
      if (current === null) bar.stop()
    },
  }
}

function createLines(stream: NodeJS.WriteStream): Progress {
  return {
    report(step, done, total) {
      if (done === total) stream.write(`${step}: ${total} of ${total}\n`)
    },
  }
}

export const silent: Progress = { report() {} }
