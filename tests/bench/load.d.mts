interface LoadOptions {
  readonly seconds: number
  readonly connections: number
  readonly variables: Readonly<Record<string, string>>
}

export function measureSteady(options: LoadOptions): Promise<{
  readonly statuses: Readonly<Record<string, { readonly count: number }>>
  readonly errors: number
}>

export function measureStop(options: LoadOptions): Promise<{
  readonly answered: number
  readonly lost: number
  readonly refused: number
  readonly code: number
}>
