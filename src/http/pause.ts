/** As the runtime has it: a timer that is due comes before new input. */
const { setImmediate: afterInput = (task) => setTimeout(task, 0) } = globalThis as {
  setImmediate?: (task: () => void) => unknown
}

/** Resolves once the runtime has looked at its connections: what was written is on its way, and who has gone is known. */
export const pause = (): Promise<void> => new Promise((resolve) => void afterInput(resolve))
