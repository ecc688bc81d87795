/** Missing: NaN for no numbers. */
export function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b)
  const half = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** Repeatable random numbers, 0–1. */
export function random(seed = 1) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** 95 % bootstrap interval of the median. Shape: [low, high]. */
export function interval(values) {
  const next = random()
  const medians = Array.from({ length: 1000 }, () =>
    median(values.map(() => values[Math.floor(next() * values.length)])),
  ).sort((a, b) => a - b)
  return [medians[25], medians[974]]
}

/** Ratios round by round: the machine's drift hits both pages of a round alike. */
export function pairedRatio(ours, base) {
  const ratios = ours.map((value, round) => value / base[round]).filter((ratio) => Number.isFinite(ratio))
  return { median: median(ratios), interval: interval(ratios), count: ratios.length }
}

export function shuffled(items, next) {
  const result = [...items]
  for (let k = result.length - 1; k > 0; k -= 1) {
    const other = Math.floor(next() * (k + 1))
    ;[result[k], result[other]] = [result[other], result[k]]
  }
  return result
}
