// `?n=` charts that stand already; `benchSwitch` gives each its other year with a bare setOption.
import './style.css'
import { chartIds, draw, optionOf, sizeOf } from './charts.js'

const count = Number(new URLSearchParams(window.location.search).get('n') ?? 6)
const root = document.getElementById('root')
const ids = Array.from({ length: count }, (_, i) => chartIds[i % chartIds.length])
const charts = ids.map((id) => {
  const box = document.createElement('div')
  const { width, height } = sizeOf(id)
  box.className = 'chart-box'
  box.style.cssText = `width:${width}px;height:${height}px;float:left`
  root.append(box)
  return { id, instance: draw(box, id) }
})

let change = 1
window.benchSwitch = () => {
  change = change === 1 ? 0.9 : 1
  for (const { id, instance } of charts) instance.setOption(optionOf(id, change), { notMerge: true })
}
window.benchAll = true
