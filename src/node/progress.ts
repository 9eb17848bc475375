import cliProgress from 'cli-progress'

/** Milliseconds from one line of a long step to the next, where there is no terminal. */
const BETWEEN_LINES = 30_000

/** Tells how far a long piece of work is. */
export interface Progress {
  /** @param done of `total` units, from 0; the call with `done === total` ends the step */
  report(step: string, done: number, total: number): void
}

/** A bar on a terminal; elsewhere a line when a step ends, and each half minute of a long one. Writes to standard error, so that output can be piped. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? createBar(stream) : createLines(stream)
}

function createBar(stream: NodeJS.WriteStream): Progress {
  const format = '{step} [{bar}] {value}/{total} {percentage} % · {rate} a second · {eta_formatted} left'
  // A bar that is ended by Ctrl-C would leave a hidden cursor behind.
  const options = { stream, format, hideCursor: false, clearOnComplete: false }
  const bar = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic)
  let current: string | null = null
  let rateOf = (_done: number) => 0
  return {
    report(step, done, total) {
      if (current !== step) {
        rateOf = measureRate(done)
        bar.start(total, done, { step, rate: '–' })
      } else bar.update(done, { rate: Math.round(rateOf(done)) })
      current = done < total ? step : null
      if (current === null) bar.stop()
    },
  }
}

function createLines(stream: NodeJS.WriteStream): Progress {
  let current: string | null = null
  let rateOf = (_done: number) => 0
  let told = 0
  return {
    report(step, done, total) {
      if (current !== step) {
        rateOf = measureRate(done)
        told = Date.now()
      }
      current = done < total ? step : null
      if (current === null) stream.write(`${step}: ${total} of ${total}\n`)
      else if (Date.now() - told >= BETWEEN_LINES) {
        told = Date.now()
        const rate = rateOf(done)
        const left = Math.ceil((total - done) / rate / 60)
        stream.write(`${step}: ${done} of ${total}, ${Math.round(rate)} a second, about ${left} min left\n`)
      }
    },
  }
}

/** Units a second since the beginning of a step, which may begin with some done. */
function measureRate(first: number): (done: number) => number {
  const started = Date.now()
  return (done) => ((done - first) * 1000) / Math.max(1, Date.now() - started)
}

export const silent: Progress = { report() {} }
