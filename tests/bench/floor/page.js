// The overview's markup, written once into the page. Charts get boxes of fixed size.
import './style.css'
import data from './data.json'

const GLYPHS = ['序', '一', '二', '三', '四', '五']
const YEARS = [2023, 2024, 2025, 2026]
const list = (items, draw) => items.map(draw).join('')

const slot = (year, i, chapter) =>
  `<rect x="${i * 46 + 0.75}" y="6.75" width="36.5" height="14.5" rx="2" ${
    i === 0
      ? `fill="var(--c${chapter})"`
      : 'fill="none" stroke="var(--line-strong)" stroke-width="1.2" stroke-dasharray="3.2 3.2"'
  }/><text x="${i * 46 + 19}" y="40" text-anchor="middle">${year}</text>`

const strip = (chapter) =>
  `<svg class="strip" viewBox="0 0 176 44" width="176" height="44" role="img" aria-label="2023年已录入">${list(
    YEARS,
    (year, i) => `<g>${slot(year, i, chapter)}</g>`,
  )}</svg>`

const chip = (chapter) => `<span class="chip" style="background:var(--c${chapter})">${GLYPHS[chapter]}</span>`

const headline = ({ chapter, name, figures, context, tag }) =>
  `<article class="card headline" style="--cc:var(--c${chapter})"><h2>${chip(chapter)}<a href="#">${name}</a></h2><p class="big">${list(
    figures,
    ([number, unit]) => `<a href="#"><b>${number}</b><span>${unit}</span></a>`,
  )}${tag ? `<i class="tag">${tag}</i>` : ''}</p><p class="sub">${context}</p><div class="foot">${strip(
    chapter,
  )}<span class="next">2024年待录入</span></div></article>`

const ladder = () =>
  `<ul class="ladder">${list(
    data.ladder,
    ({ chapter, name, at, within, words }) =>
      `<li style="--cc:var(--c${chapter})"><span>${name}<small>${GLYPHS[chapter]}</small></span><span class="rungs">${list(
        [1, 2, 3, 4],
        (place) => `<i class="${place === at ? 'at' : place <= within ? 'within' : 'out'}">${place}</i>`,
      )}…</span><span>${words}</span></li>`,
  )}</ul>`

const matrix = () =>
  `<table><thead><tr><th>年度</th>${list(data.matrix, ([name]) => `<th>${name}</th>`)}</tr></thead><tbody><tr><th>2023</th>${list(
    data.matrix,
    ([, count], i) => `<td class="whole" style="background:var(--c${i})">${count} / ${count}</td>`,
  )}</tr><tr><th>2024</th>${list(data.matrix, () => '<td class="pending">待录入</td>')}</tr></tbody></table>`

const htmlParts = { ladder, matrix }

function part([name, id]) {
  const heading = name ? `<h3>${name}</h3>` : ''
  const chart = data.charts[id]
  if (!chart) return heading + htmlParts[id]()
  const size = `width:${chart.width}px;height:${chart.height}px`
  return `${heading}<div role="img" aria-label="${chart.kind}"><div class="chart-box" id="${id}" style="${size}"></div></div>`
}

const panel = ({ chapter, span, title, subtitle, parts, note, source }) =>
  `<section class="card panel span-${span}"><h2>${chip(chapter)}${title}</h2><p class="panel-sub">${subtitle}</p>${list(
    parts,
    part,
  )}${note ? `<p class="note">${note}</p>` : ''}${
    source ? `<p class="source">${source}<button type="button">查看数据与原句</button></p>` : ''
  }</section>`

/** Writes the page and names the charts of the first screen and of the rest. */
export function writePage() {
  document.getElementById('root').innerHTML =
    `<header>法治政府建设指标</header><div class="body"><nav>${list(GLYPHS, (glyph, i) => `<a href="#">${chip(i)}${glyph}</a>`)}</nav><main><h1>2023年度总览</h1><p class="lead">75 项指标已录入</p><div class="headlines">${list(
      data.headlines,
      headline,
    )}</div><div class="panels">${list(data.panels, panel)}</div></main></div>`
  return { first: ['rates', 'cases', 'settlements'], rest: ['network', 'honours'] }
}
