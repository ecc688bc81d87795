import { renderToString } from 'react-dom/server'
import { echarts } from '#charts/engine.ts'
import { toFrame } from '#charts/frame.ts'
import { kinds, kindsFor } from '#charts/kinds/index.ts'
import { type Look, screenLook } from '#charts/look.ts'
import { overviewPanels } from '#domain/catalogue.ts'
import { type Dataset, latestYear } from '#domain/dataset.ts'
import { type DataFiles, filesToRead, PACKAGE_FILE, readDataset } from '#importing/dataset.ts'
import { readDataPackage } from '#importing/shapes.ts'
import { createAppStore } from '#store/create.ts'
import { provideStore } from '#store/useApp.ts'
import { findingText } from '#ui/findingWords.ts'
import { chartWords } from '#ui/words.ts'
import { App } from './App.tsx'

/** Run by the build, never by the page: draws the overview as it will look, so that it is seen before any script. */

export interface Prerendered {
  readonly html: string
  /** Of the data drawn; the page gives way to the live one as soon as that says otherwise. */
  readonly fingerprint: string
}

/** The page is drawn for 1440 px, where the content is 1160 px in twelve columns. Unit: px. */
const CONTENT = 1160
const GAP = 16
const PANEL_PADDING = 42
/** Fonts by their custom properties: ECharts writes a quoted family into an attribute unescaped. */
const look: Look = { ...screenLook(1), fontUi: 'var(--font-ui)', fontNumber: 'var(--font-num)' }
const CHART_BOX = /(<div class="chart-box"[^>]*>)(<\/div>)/g

const widthOf = (span: number): number => {
  const column = (CONTENT - 11 * GAP) / 12
  return Math.floor(span * column + (span - 1) * GAP - PANEL_PADDING)
}

/** Charts of the overview as SVG text, in the order in which the page holds their boxes. */
function drawCharts(dataset: Dataset): readonly string[] {
  const year = latestYear(dataset)
  if (year === null) return []
  return overviewPanels(dataset.catalogue).flatMap(({ panel, span }) =>
    panel.parts.flatMap((part) => {
      const frame = toFrame(dataset, part, year)
      return kindsFor(part.kind, frame.many).flatMap((name) => {
        const kind = kinds[name]
        if (kind.draws === 'html') return []
        const width = widthOf(span)
        const height = Math.ceil(kind.height(frame, look, width))
        const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
        chart.setOption(kind.option(frame, look, chartWords, { width, height }))
        // ECharts adds a style element for the pointer; the policy would refuse it.
        const svg = chart.renderToSVGString({ useViewBox: true }).replace(/<style[\s\S]*?<\/style>/g, '')
        chart.dispose()
        return [svg]
      })
    }),
  )
}

/**
 * The overview of the shipped data as markup.
 * Errors: throws when the data is refused, which must stop the build.
 */
export function prerenderOverview(files: DataFiles): Prerendered {
  const dataPackage = readDataPackage(PACKAGE_FILE, files.get(PACKAGE_FILE) ?? new Uint8Array())
  // Exactly the files the page will read, or the fingerprints could never agree.
  const read = dataPackage.ok
    ? new Map(filesToRead(dataPackage.value).map((path) => [path, files.get(path) ?? new Uint8Array()]))
    : files
  const result = dataPackage.ok ? readDataset(dataPackage.value, read) : dataPackage
  if (!result.ok) throw new Error(result.findings.map(findingText).join('\n'))
  const view = { path: '/', year: null, theme: 'light', text: 'standard' } as const
  const { value: dataset, findings } = result
  provideStore(createAppStore(view, { status: 'ready', base: dataset, dataset, findings }))
  const charts = drawCharts(result.value)
  let next = 0
  const html = renderToString(<App onRetry={() => {}} />).replace(
    CHART_BOX,
    (_, open: string, close: string) => `${open}${charts[next++] ?? ''}${close}`,
  )
  if (next !== charts.length) throw new Error(`${charts.length} charts drawn for ${next} boxes`)
  return { html, fingerprint: result.value.fingerprint }
}
