import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import type { EChartsCoreOption } from 'echarts/core'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only the parts in use. LabelLayout and UniversalTransition stay out: they cost half of the drawing time.
echarts.use([BarChart, LineChart, ScatterChart, CustomChart, GridComponent, TooltipComponent, SVGRenderer])

export { echarts }
export type ChartOption = EChartsCoreOption
