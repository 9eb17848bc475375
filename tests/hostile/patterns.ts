import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Pattern {
  /** Where it stands, from the folder on. */
  readonly file: string
  readonly expression: RegExp
}

interface Found {
  readonly patterns: readonly Pattern[]
  /** Files that put expressions together at run time, where no check sees them. */
  readonly dynamic: readonly string[]
}

/** Every regular expression in the TypeScript files of a folder. */
export function findPatterns(folder: string): Found {
  const patterns: Pattern[] = []
  const dynamic: string[] = []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  for (const file of names.toSorted()) {
    const { program } = parseSync(file, readFileSync(join(folder, file), 'utf8'))
    visit(program, (node) => {
      if (isPattern(node)) patterns.push({ file, expression: new RegExp(node.regex.pattern, node.regex.flags) })
      if (isConstructor(node)) dynamic.push(file)
    })
  }
  return { patterns, dynamic }
}

/** Whether nothing in it repeats without limit: then each place in a text costs at most so much, however long the text. */
export function isBounded({ source }: RegExp): boolean {
  const marks = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
  return !/[*+]|\{\d+,\}/.test(marks)
}

function visit(node: unknown, see: (node: object) => void): void {
  if (typeof node !== 'object' || node === null) return
  see(node)
  for (const child of Object.values(node)) visit(child, see)
}

function isPattern(node: object): node is { regex: { pattern: string; flags: string } } {
  return 'regex' in node && typeof node.regex === 'object' && node.regex !== null
}

function isConstructor(node: object): boolean {
  if (!('callee' in node) || typeof node.callee !== 'object' || node.callee === null) return false
  return 'name' in node.callee && node.callee.name === 'RegExp'
}
