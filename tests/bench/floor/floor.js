// Everything in one task: the least a page that draws these charts on the client has to do.
import { draw } from './charts.js'
import { writePage } from './page.js'

const { first, rest } = writePage()
for (const id of [...first, ...rest]) draw(document.getElementById(id), id)
window.benchFirst = true
window.benchAll = true
