// AssemblyScript, compiled to WebAssembly by scripts/worker-kernel.mjs: the arithmetic of a BERT encoder with 8-bit
// weights (Devlin et al. 2018; Jacob et al. 2018), in the order of operations of the ONNX graph in src/node/model.
//
// Every argument named after a buffer is an address, a multiple of 16. Numbers are float32 unless the name of the buffer
// says otherwise; matrices lie row by row. Rows of products come in groups of four: a buffer of rows has room for a
// multiple of four, and what stands in the spare rows is read and written, but means nothing.

const COLUMNS = 8
const ROWS = 4

/** First address that the caller may use. */
export function firstFree(): usize {
  return (__heap_base + 15) & ~15
}

/**
 * ONNX's DynamicQuantizeLinear, its zero already subtracted: 16-bit integers of -255 to 255.
 * @returns the scale: `value = integer * scale`
 */
export function quantise(values: usize, count: i32, integers: usize): f32 {
  let least = f32x4.splat(0)
  let most = f32x4.splat(0)
  const end = values + ((<usize>count) << 2)
  for (let at = values; at < end; at += 16) {
    const four = v128.load(at)
    least = f32x4.min(least, four)
    most = f32x4.max(most, four)
  }
  const low = smallest(least)
  const high = -smallest(f32x4.neg(most))
  const scale: f32 = high === low ? 1 : (high - low) / 255
  const zero: f32 = nearest<f32>(-low / scale)
  const divisor = f32x4.splat(scale)
  const floor = f32x4.splat(-zero)
  const ceiling = f32x4.splat(255 - zero)
  for (let at = values; at < end; at += 32, integers += 16) {
    const one = round(f32x4.div(v128.load(at), divisor), floor, ceiling)
    const other = round(f32x4.div(v128.load(at, 16), divisor), floor, ceiling)
    v128.store(integers, i16x8.narrow_i32x4_s(one, other))
  }
  return scale
}

function round(values: v128, floor: v128, ceiling: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.min(f32x4.max(values, floor), ceiling)))
}

function smallest(four: v128): f32 {
  return min(
    min(f32x4.extract_lane(four, 0), f32x4.extract_lane(four, 1)),
    min(f32x4.extract_lane(four, 2), f32x4.extract_lane(four, 3)),
  )
}

/** Bytes, 128 standing for zero, as the 16-bit integers that `multiply` reads. `count` is a multiple of 16. */
export function widen(bytes: usize, count: i32, integers: usize): void {
  const zero = i16x8.splat(128)
  for (const end = bytes + <usize>count; bytes < end; bytes += 16, integers += 32) {
    v128.store(integers, i16x8.sub(v128.load8x8_u(bytes), zero))
    v128.store(integers, i16x8.sub(v128.load8x8_u(bytes, 8), zero), 16)
  }
}

/**
 * Integer matrix product.
 * @param integers `rows` times `inner` 16-bit integers
 * @param weights signed bytes of `inner` times `columns`, packed by src/core/retrieval/pack-matrix.ts
 * @param products `rows` times `columns` 32-bit integers
 */
export function multiply(integers: usize, weights: usize, products: usize, rows: i32, inner: i32, columns: i32): void {
  const pitch = (<usize>inner) << 1
  const width = (<usize>columns) << 2
  const block = <usize>inner * COLUMNS
  for (let column: i32 = 0; column < columns; column += COLUMNS, weights += block, products += COLUMNS << 2) {
    for (let row: i32 = 0; row < rows; row += ROWS) {
      multiplyTile(integers + <usize>row * pitch, pitch, weights, weights + block, products + <usize>row * width, width)
    }
  }
}

/** Four rows with eight columns: as many sums as the registers of a CPU hold. */
function multiplyTile(integers: usize, pitch: usize, weights: usize, end: usize, products: usize, width: usize): void {
  let a0 = i32x4.splat(0)
  let a1 = i32x4.splat(0)
  let b0 = i32x4.splat(0)
  let b1 = i32x4.splat(0)
  let c0 = i32x4.splat(0)
  let c1 = i32x4.splat(0)
  let d0 = i32x4.splat(0)
  let d1 = i32x4.splat(0)
  let first = integers
  let second = first + pitch
  let third = second + pitch
  let fourth = third + pitch
  for (; weights < end; weights += 16, first += 4, second += 4, third += 4, fourth += 4) {
    const left = v128.load8x8_s(weights)
    const right = v128.load8x8_s(weights, 8)
    const a = v128.load32_splat(first)
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(a, left))
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(a, right))
    const b = v128.load32_splat(second)
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(b, left))
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(b, right))
    const c = v128.load32_splat(third)
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(c, left))
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(c, right))
    const d = v128.load32_splat(fourth)
    d0 = i32x4.add(d0, i32x4.dot_i16x8_s(d, left))
    d1 = i32x4.add(d1, i32x4.dot_i16x8_s(d, right))
  }
  v128.store(products, a0)
  v128.store(products, a1, 16)
  products += width
  v128.store(products, b0)
  v128.store(products, b1, 16)
  products += width
  v128.store(products, c0)
  v128.store(products, c1, 16)
  products += width
  v128.store(products, d0)
  v128.store(products, d1, 16)
}

/** Products become numbers in place: each column has its scale, which `scale` multiplies, and its bias. */
export function finish(products: usize, rows: i32, columns: i32, scale: f32, scales: usize, biases: usize): void {
  const factor = f32x4.splat(scale)
  const width = (<usize>columns) << 2
  for (let row: i32 = 0; row < rows; row++, products += width) {
    for (let at: usize = 0; at < width; at += 16) {
      const scaling = f32x4.mul(factor, v128.load(scales + at))
      const scaled = f32x4.mul(f32x4.convert_i32x4_s(v128.load(products + at)), scaling)
      v128.store(products + at, f32x4.add(scaled, v128.load(biases + at)))
    }
  }
}

/**
 * Dot products of `count` vectors with a query.
 * @param vectors unsigned bytes, 128 standing for zero
 * @param scales one float32 for each vector
 * @param query `width` 16-bit integers of at most 8191, so that their products with a thousand bytes fit 32 bits
 * @param factor what one of the query's steps is worth
 * @param products `count` float32
 */
export function compare(
  vectors: usize,
  scales: usize,
  query: usize,
  factor: f32,
  count: i32,
  width: i32,
  products: usize,
): void {
  const zero = i16x8.splat(128)
  const whole = <usize>(width & ~15)
  for (let row: i32 = 0; row < count; row++, vectors += width, scales += 4, products += 4) {
    let first = i32x4.splat(0)
    let second = i32x4.splat(0)
    let at: usize = 0
    for (; at < whole; at += 16) {
      const low = i16x8.sub(v128.load8x8_u(vectors + at), zero)
      const high = i16x8.sub(v128.load8x8_u(vectors + at, 8), zero)
      first = i32x4.add(first, i32x4.dot_i16x8_s(low, v128.load(query + (at << 1))))
      second = i32x4.add(second, i32x4.dot_i16x8_s(high, v128.load(query + (at << 1), 16)))
    }
    const sums = i32x4.add(first, second)
    let total: i32 =
      i32x4.extract_lane(sums, 0) +
      i32x4.extract_lane(sums, 1) +
      i32x4.extract_lane(sums, 2) +
      i32x4.extract_lane(sums, 3)
    for (; at < <usize>width; at++) total += (<i32>load<u8>(vectors + at) - 128) * <i32>load<i16>(query + (at << 1))
    store<f32>(products, <f32>total * load<f32>(scales) * factor)
  }
}

/** Vectors of word-pieces (signed bytes, a scale a piece) with those of their places and that of the first segment. */
export function lookUp(
  ids: usize,
  count: i32,
  width: i32,
  words: usize,
  scales: usize,
  places: usize,
  segment: usize,
  states: usize,
): void {
  for (let token: i32 = 0; token < count; token++) {
    const id = load<i32>(ids + ((<usize>token) << 2))
    const scale = f32x4.splat(load<f32>(scales + ((<usize>id) << 2)))
    let word = words + <usize>id * <usize>width
    for (let at: usize = 0; at < (<usize>width) << 2; at += 16, word += 4, places += 16, states += 16) {
      const bytes = i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(word)))
      const value = f32x4.mul(f32x4.convert_i32x4_s(bytes), scale)
      v128.store(states, f32x4.add(f32x4.add(value, v128.load(segment + at)), v128.load(places)))
    }
  }
}

/** Adds `others` to `states`, unless its address is 0, and normalises each row (Ba et al. 2016), in place. */
export function normalise(
  states: usize,
  others: usize,
  count: i32,
  width: i32,
  gains: usize,
  biases: usize,
  epsilon: f32,
): void {
  const bytes = (<usize>width) << 2
  for (let row: i32 = 0; row < count; row++, states += bytes) {
    let sums = f32x4.splat(0)
    for (let at: usize = 0; at < bytes; at += 16) {
      let value = v128.load(states + at)
      if (others !== 0) {
        value = f32x4.add(value, v128.load(others + at))
        v128.store(states + at, value)
      }
      sums = f32x4.add(sums, value)
    }
    const mean = f32x4.splat(sum(sums) / <f32>width)
    let squares = f32x4.splat(0)
    for (let at: usize = 0; at < bytes; at += 16) {
      const deviation = f32x4.sub(v128.load(states + at), mean)
      squares = f32x4.add(squares, f32x4.mul(deviation, deviation))
    }
    const spread = f32x4.splat(sqrt<f32>(sum(squares) / <f32>width + epsilon))
    for (let at: usize = 0; at < bytes; at += 16) {
      const value = f32x4.div(f32x4.sub(v128.load(states + at), mean), spread)
      v128.store(states + at, f32x4.add(f32x4.mul(value, v128.load(gains + at)), v128.load(biases + at)))
    }
    if (others !== 0) others += bytes
  }
}

/**
 * Attention of all tokens to all tokens, head by head of 32 numbers.
 * @param scores room for `count` numbers, rounded up to a multiple of four
 * @param mixed `count` times `width` numbers
 */
export function attend(
  queries: usize,
  keys: usize,
  values: usize,
  scores: usize,
  mixed: usize,
  count: i32,
  width: i32,
): void {
  const pitch = (<usize>width) << 2
  const scale: f32 = 1 / sqrt<f32>(<f32>HEAD)
  for (let head: usize = 0; head < pitch; head += HEAD_BYTES) {
    for (let token: i32 = 0; token < count; token++) {
      const own = <usize>token * pitch + head
      for (let other: i32 = 0; other < count; other++) {
        const score = dotHead(queries + own, keys + <usize>other * pitch + head) * scale
        store<f32>(scores + ((<usize>other) << 2), score)
      }
      softmax(scores, count)
      mixHead(scores, values + head, pitch, count, mixed + own)
    }
  }
}

const HEAD = 32
const HEAD_BYTES: usize = 128

function dotHead(one: usize, other: usize): f32 {
  let sums = f32x4.mul(v128.load(one), v128.load(other))
  for (let at: usize = 16; at < HEAD_BYTES; at += 16) {
    sums = f32x4.add(sums, f32x4.mul(v128.load(one + at), v128.load(other + at)))
  }
  return sum(sums)
}

function softmax(scores: usize, count: i32): void {
  let most = load<f32>(scores)
  for (let at: i32 = 1; at < count; at++) most = max(most, load<f32>(scores + ((<usize>at) << 2)))
  const highest = f32x4.splat(most)
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    v128.store(scores + at, exponential(f32x4.sub(v128.load(scores + at), highest)))
  }
  let total: f32 = 0
  for (let at: i32 = 0; at < count; at++) total += load<f32>(scores + ((<usize>at) << 2))
  for (let at: i32 = 0; at < count; at++) {
    store<f32>(scores + ((<usize>at) << 2), load<f32>(scores + ((<usize>at) << 2)) / total)
  }
}

function mixHead(shares: usize, values: usize, pitch: usize, count: i32, mixed: usize): void {
  for (let at: usize = 0; at < HEAD_BYTES; at += 16) {
    let sums = f32x4.splat(0)
    let value = values + at
    for (let token: i32 = 0; token < count; token++, value += pitch) {
      sums = f32x4.add(sums, f32x4.mul(v128.load32_splat(shares + ((<usize>token) << 2)), v128.load(value)))
    }
    v128.store(mixed + at, sums)
  }
}

/** The exact GELU (Hendrycks and Gimpel 2016), in place. */
export function gelu(values: usize, count: i32): void {
  const one = f32x4.splat(1)
  const half = f32x4.splat(0.5)
  const root = f32x4.splat(<f32>Math.SQRT2)
  for (const end = values + ((<usize>count) << 2); values < end; values += 16) {
    const x = v128.load(values)
    const share = f32x4.add(errorFunction(f32x4.div(x, root)), one)
    v128.store(values, f32x4.mul(f32x4.mul(x, share), half))
  }
}

/** erf with an error of at most 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26). */
function errorFunction(x: v128): v128 {
  const one = f32x4.splat(1)
  const size = f32x4.abs(x)
  const t = f32x4.div(one, f32x4.add(one, f32x4.mul(size, f32x4.splat(0.3275911))))
  let series = f32x4.splat(1.061405429)
  series = f32x4.add(f32x4.mul(series, t), f32x4.splat(-1.453152027))
  series = f32x4.add(f32x4.mul(series, t), f32x4.splat(1.421413741))
  series = f32x4.add(f32x4.mul(series, t), f32x4.splat(-0.284496736))
  series = f32x4.add(f32x4.mul(series, t), f32x4.splat(0.254829592))
  const tail = f32x4.mul(f32x4.mul(series, t), exponential(f32x4.neg(f32x4.mul(size, size))))
  const sign = v128.and(x, i32x4.splat(i32.MIN_VALUE))
  return v128.or(f32x4.sub(one, tail), sign)
}

/** e to the power of x, x at most 0: a power of two times a Taylor series over at most half of ln 2 to each side. */
function exponential(x: v128): v128 {
  const bounded = f32x4.max(x, f32x4.splat(-87))
  const power = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(<f32>Math.LOG2E)))
  let rest = f32x4.sub(bounded, f32x4.mul(power, f32x4.splat(0.693359375)))
  rest = f32x4.sub(rest, f32x4.mul(power, f32x4.splat(-0.00021219444)))
  let series = f32x4.splat(1.0 / 720)
  series = f32x4.add(f32x4.mul(series, rest), f32x4.splat(1.0 / 120))
  series = f32x4.add(f32x4.mul(series, rest), f32x4.splat(1.0 / 24))
  series = f32x4.add(f32x4.mul(series, rest), f32x4.splat(1.0 / 6))
  series = f32x4.add(f32x4.mul(series, rest), f32x4.splat(0.5))
  series = f32x4.add(f32x4.mul(series, rest), f32x4.splat(1))
  series = f32x4.add(f32x4.mul(series, rest), f32x4.splat(1))
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(power), i32x4.splat(127)), 23)
  return f32x4.mul(series, exponent)
}

function sum(four: v128): f32 {
  return (
    f32x4.extract_lane(four, 0) +
    f32x4.extract_lane(four, 1) +
    (f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3))
  )
}
