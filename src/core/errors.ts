/** A fault in a corpus file that its editor can mend. `message` reads `file:line: what is wrong. How to mend it.` */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** The message without the place. */
  readonly reason: string

  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`)
    this.file = file
    this.line = line
    this.reason = reason
  }
}

/** Every fault of a corpus, so that an editor mends them in one go. `message` holds one line for each. */
export class CorpusFaults extends Error {
  override readonly name = 'CorpusFaults'
  readonly faults: readonly CorpusError[]

  constructor(faults: readonly CorpusError[]) {
    super(faults.map((fault) => fault.message).join('\n'))
    this.faults = faults
  }
}
