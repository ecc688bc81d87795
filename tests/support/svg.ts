import { type ChartOption, echarts } from '#charts/engine.ts'

/** Unit: px. */
interface Size {
  readonly width: number
  readonly height: number
}

/** Draws an option in Node, as ECharts does on the page. */
export function renderSvg(option: ChartOption, size: Size): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** Two drawings differ in generated ids only: they are numbered anew, and every element gets its line. */
export function normaliseSvg(svg: string): string {
  const names = new Map<string, string>()
  const renumber = (name: string): string => {
    const known = names.get(name) ?? `id-${names.size}`
    names.set(name, known)
    return known
  }
  return `${svg.replace(/\bzr\d+-[a-z]+-?\d+\b/g, renumber).replaceAll('><', '>\n<')}\n`
}

const withoutEntities = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
  )

/** What the drawing prints, one entry for each text element. */
export const svgTexts = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map(([, inner = '']) =>
    withoutEntities(inner.replace(/<[^>]*>/g, '')),
  )
