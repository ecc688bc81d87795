import { CustomChart } from 'echarts/charts'
import type { EChartsCoreOption } from 'echarts/core'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only the parts in use: every kind lays its marks out itself, without axes, and ui/markTip.ts shows the tips. ECharts'
// own axes and tips would make up a fifth of the scripts before the first screen.
// LabelLayout and UniversalTransition stay out: they cost half of the drawing time.
echarts.use([CustomChart, SVGRenderer])

export { echarts }
export type ChartOption = EChartsCoreOption
