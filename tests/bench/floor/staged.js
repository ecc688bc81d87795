// The first screen's charts in one task, the rest in a later one.
import { draw } from './charts.js'
import { writePage } from './page.js'

const drawAll = (ids) => {
  for (const id of ids) draw(document.getElementById(id), id)
}
const { first, rest } = writePage()
drawAll(first)
window.benchFirst = true
requestAnimationFrame(() =>
  setTimeout(() => {
    drawAll(rest)
    window.benchAll = true
  }),
)
