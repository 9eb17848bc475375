/** Asks for a number, a date or a span of time. */
const ASKS =
  /\b(how (many|much|long|often|old|big|large|high|soon|far|frequent(ly)?|likely)|what (percentage|percent|proportion|share|number|size|age|year|date|dose|rate)|per ?cent|percentage|(survival|response|relapse|success) rates?|median|average|phone number|telephone|which year|what are the (odds|chances))\b|%/i
const HOLDS =
  /\d|%|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|half|third|quarter|once|twice|several|few|most|majority|years?|months?|weeks?|days?|rare|rarely|common|commonly|often|percent)\b/i

/** Whether a question asks for a figure: how many, how long, how old, what share. */
export function asksForFigure(question: string): boolean {
  return ASKS.test(question)
}

/** Whether a text holds any figure, in digits or in words. */
export function holdsFigure(text: string): boolean {
  return HOLDS.test(text)
}
