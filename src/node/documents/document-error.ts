/** A document that can't be taken in. `message` is one or more sentences: what is wrong, and how to mend it. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
}
