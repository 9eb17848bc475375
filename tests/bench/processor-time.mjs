import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Of the kernel's clock ticks, which all of Linux's processors use for these figures. */
const ticks = () => Number(execFileSync('getconf', ['CLK_TCK']))

/**
 * Seconds of processor time that this process and its children have taken so far, those that have ended and those that
 * run: on a busy machine a measure that waiting is no part of. NaN where the system has no /proc.
 */
export function processorTime() {
  try {
    return timeOf(process.pid) / ticks()
  } catch {
    return Number.NaN
  }
}

function timeOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // After the name, which may hold anything: 12th to 15th are utime, stime, and those of children that were waited for.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const own = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return childrenOf(pid).reduce((sum, child) => sum + timeOfRunning(child), own)
}

function timeOfRunning(pid) {
  try {
    return timeOf(pid)
  } catch {
    // It has ended in between.
    return 0
  }
}

function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  )
}
