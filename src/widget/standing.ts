/** The catalogue's disclaimers for every reply, put in by `scripts/build-widget.mjs`. */
declare const STANDING_DISCLAIMERS: readonly string[]

/** Shown before the first reply brings its own. */
export const standingDisclaimers = STANDING_DISCLAIMERS
