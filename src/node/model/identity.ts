/** Of the default model as `buildModel` makes it, in `int8`. */
const IDENTITY = 'a1b9a3dd046519df34655eb81476ba94b0f1515fdadb5d29632094eaa054bd4c'

/** Whether a folder's identity (see `verifyModel`) is that of this build, not of an older one. */
export function isExpectedBuild(identity: string): boolean {
  return identity === IDENTITY
}
