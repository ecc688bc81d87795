// 500 rows of 20 years in memory, `?rows=` of them and the last ten years drawn; `benchSwitch` sorts all by another
// year and writes the rows in sight anew: what ordering a table costs with nothing around it.
import './style.css'

const ROWS = 500
const YEARS = 20
const DRAWN_YEARS = 10
const drawn = Number(new URLSearchParams(window.location.search).get('rows') ?? 24)

const rows = Array.from({ length: ROWS }, (_, i) => ({
  name: `第${i + 1}项`,
  unit: '件',
  values: Array.from({ length: YEARS }, (_, year) => (i * 7919 + year * 104729) % 9973),
}))
const textsOf = ({ name, unit, values }) => {
  const last = values[YEARS - 1] - values[YEARS - 2]
  return [
    name,
    unit,
    '章',
    ...values.slice(-DRAWN_YEARS).map(String),
    `${last} 件`,
    '中性',
    `${name}${values[YEARS - 1]}件。`,
  ]
}

const table = document.createElement('table')
table.style.cssText = 'border-collapse:collapse;table-layout:fixed;width:1800px'
const cells = Array.from({ length: drawn }, (_, i) => {
  const row = table.insertRow()
  row.style.height = '54px'
  return textsOf(rows[i]).map((text) => {
    const cell = row.insertCell()
    cell.style.cssText = 'border-bottom:1px solid #ddd;padding:6px 8px;vertical-align:top'
    cell.append(document.createTextNode(text))
    return cell.firstChild
  })
})
document.getElementById('root').append(table)

let by = 0
window.benchSwitch = () => {
  by = (by + 1) % YEARS
  const order = rows.map((row, i) => ({ row, i, value: row.values[by] }))
  order.sort((a, b) => a.value - b.value || a.i - b.i)
  for (const [i, line] of cells.entries()) {
    const texts = textsOf(order[i].row)
    for (const [j, node] of line.entries()) node.data = texts[j]
  }
}
window.benchAll = true
