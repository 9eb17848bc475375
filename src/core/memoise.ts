/** The same function, worked out once for each argument. */
export function memoise<Argument, Result>(compute: (argument: Argument) => Result): (argument: Argument) => Result {
  const results = new Map<Argument, Result>()
  return (argument) => {
    const known = results.get(argument)
    if (known !== undefined || results.has(argument)) return known as Result
    const result = compute(argument)
    results.set(argument, result)
    return result
  }
}
