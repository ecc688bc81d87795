import type { EChart } from './EChart.tsx'

export type ChartComponent = typeof EChart

let parts: Promise<ChartComponent> | null = null
let loaded: ChartComponent | null = null

/** Charts leave the room that digits of this font take; another one would leave gaps before the units. */
async function loadNumberFont(): Promise<void> {
  try {
    await Promise.all([
      document.fonts?.load('600 20px "KPI Num"'),
      document.fonts?.load('700 20px "KPI Num"'),
    ])
  } catch {
    // A refused font only changes the look of digits.
  }
}

/**
 * Loads ECharts and the number font once, when the first chart asks.
 * Errors: rejects when a file is gone from the server; the next chart asks anew.
 */
export function loadChartParts(): Promise<ChartComponent> {
  parts ??= Promise.all([import('./EChart.tsx'), loadNumberFont()]).then(
    ([module]) => {
      loaded = module.EChart
      return module.EChart
    },
    (error: unknown) => {
      parts = null
      throw error
    },
  )
  return parts
}

/** Missing: `null` until the parts have arrived. */
export const chartPartsIfLoaded = (): ChartComponent | null => loaded
