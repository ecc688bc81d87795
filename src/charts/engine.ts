import { CustomChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import type { EChartsCoreOption } from 'echarts/core'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only the parts in use: every kind lays its marks out itself, so no axis and no series with axes is needed. LabelLayout and UniversalTransition stay out: they cost half of the drawing time.
echarts.use([CustomChart, TooltipComponent, SVGRenderer])

export { echarts }
export type ChartOption = EChartsCoreOption
