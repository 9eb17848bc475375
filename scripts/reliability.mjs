// Draws how far a probability can be trusted: of the answers given with it, the share that was right.

const SIZE = 360
const MARGIN = 48
const x = (share) => MARGIN + share * SIZE
const y = (share) => MARGIN + (1 - share) * SIZE

/**
 * Answers by their probability, in equal steps.
 * @param {{probability: number, right: boolean}[]} examples
 * @returns {{from: number, to: number, count: number, mean: number, right: number}[]} without empty bins; `mean` is the
 *   mean probability, `right` the share that was right
 */
export function binByProbability(examples, bins = 10) {
  return Array.from({ length: bins }, (_, bin) => {
    const [from, to] = [bin / bins, (bin + 1) / bins]
    const inside = examples.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === bin)
    const share = (of) => inside.reduce((sum, one) => sum + of(one), 0) / inside.length
    return {
      from,
      to,
      count: inside.length,
      mean: share((one) => one.probability),
      right: share((one) => Number(one.right)),
    }
  }).filter(({ count }) => count > 0)
}

/** The bins as an SVG: a dot for each, larger for more answers; on the diagonal a probability is what it says. */
export function drawReliability(bins) {
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  const dots = bins.map(({ mean, right, count }) => {
    const radius = (3 + 12 * Math.sqrt(count / total)).toFixed(1)
    const title = `${count} answers with ${mean.toFixed(2)} on average: ${(100 * right).toFixed(0)} % right`
    return `<circle cx="${x(mean).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${radius}"><title>${title}</title></circle>`
  })
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((at) => [
    `<text x="${x(at)}" y="${y(0) + 18}" text-anchor="middle">${at}</text>`,
    `<text x="${x(0) - 8}" y="${y(at) + 4}" text-anchor="end">${at}</text>`,
  ])
  const side = SIZE + 2 * MARGIN
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" font-family="sans-serif" font-size="12">
<title>Reliability of the probability, cross-validated over ${total} questions</title>
<rect width="${side}" height="${side}" fill="#fff"/>
<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" fill="none" stroke="#444"/>
<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#999" stroke-dasharray="4 4"/>
<polyline points="${bins.map(({ mean, right }) => `${x(mean).toFixed(1)},${y(right).toFixed(1)}`).join(' ')}" fill="none" stroke="#0b5cad"/>
<g fill="#0b5cad" fill-opacity="0.7">
${dots.join('\n')}
</g>
<g fill="#222">
${ticks.join('\n')}
<text x="${x(0.5)}" y="${side - 8}" text-anchor="middle">probability given</text>
<text transform="translate(14 ${y(0.5)}) rotate(-90)" text-anchor="middle">share that the sources answer</text>
</g>
</svg>
`
}
