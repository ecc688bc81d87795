// A data folder of 500 indicators and 20 years, made from the shipped catalogue: larger than any report, so that what
// is slow with many figures is seen.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const INDICATORS = 500
const YEARS = 20

/** The catalogue's counts over and over, each under a name of its own, without panels and headlines. */
function manyIndicators(catalogue, count = INDICATORS) {
  const counts = catalogue.indicators.filter(({ kind }) => kind === 'count')
  return Array.from({ length: count }, (_, i) => {
    const from = counts[i % counts.length]
    const name = `${from.name}（${i + 1}）`
    return { ...from, id: `figure-${i + 1}`, name, short: name, aliases: [], denominator: null, since: 2001 }
  })
}

/** Every value differs from its neighbours, so that no order is there already; every ninth is a bound, every eleventh missing. */
function figureOf(i, year) {
  const value = 1 + ((i * 7919 + year * 104729) % 9973)
  if (i % 11 === 0) return ''
  return i % 9 === 0 ? `${value}余` : String(value)
}

function yearFile(header, catalogue, indicators, year) {
  const glyphs = new Map(catalogue.chapters.map(({ number, glyph }) => [number, glyph]))
  const rows = indicators.map(({ id, name, chapter, unit }, i) => {
    const value = figureOf(i, year)
    const quote = value === '' ? '' : `${year}年${name}${value}${unit}。`
    return [
      year,
      glyphs.get(chapter),
      '',
      id,
      name,
      value,
      unit,
      value === '' ? '未公布' : '',
      quote,
      '',
    ].join(',')
  })
  return `${[header, ...rows].join('\r\n')}\r\n`
}

/** Writes the folder anew; `latest` is the last of its years. */
export function writeManyFigures(shipped, folder) {
  const catalogue = JSON.parse(readFileSync(`${shipped}/catalogue.json`, 'utf8'))
  const dataPackage = JSON.parse(readFileSync(`${shipped}/datapackage.json`, 'utf8'))
  const figures = dataPackage.resources.find(({ path }) => path.startsWith('years/'))
  const [header] = readFileSync(`${shipped}/${figures.path}`, 'utf8').split(/\r?\n/)
  const indicators = manyIndicators(catalogue)
  const latest = figures.year
  const years = Array.from({ length: YEARS }, (_, i) => latest - YEARS + 1 + i)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}/years`, { recursive: true })
  writeFileSync(
    `${folder}/catalogue.json`,
    JSON.stringify({ ...catalogue, indicators, panels: [], headlines: [] }),
  )
  for (const year of years)
    writeFileSync(`${folder}/years/${year}.csv`, yearFile(header, catalogue, indicators, year))
  const files = years.map((year) => ({ ...figures, name: `years-${year}`, path: `years/${year}.csv`, year }))
  const resources = [...dataPackage.resources.filter(({ path }) => path === 'catalogue.json'), ...files]
  writeFileSync(`${folder}/datapackage.json`, JSON.stringify({ ...dataPackage, resources }))
}

/**
 * A file of 100,000 rows, one in a hundred of them wrong, and the data folder it is checked against.
 * Shape: `files` by path inside the folder.
 */
export function importFile(shipped) {
  const catalogue = JSON.parse(readFileSync(`${shipped}/catalogue.json`, 'utf8'))
  const dataPackage = JSON.parse(readFileSync(`${shipped}/datapackage.json`, 'utf8'))
  const figures = dataPackage.resources.find(({ path }) => path.startsWith('years/'))
  const [header] = readFileSync(`${shipped}/${figures.path}`, 'utf8').split(/\r?\n/)
  const indicators = manyIndicators(catalogue, 5000)
  const years = Array.from({ length: YEARS }, (_, i) => figures.year - YEARS + 1 + i)
  const rows = years.flatMap((year, at) =>
    indicators.map(({ id, name, unit }, i) => {
      const value = (at * indicators.length + i) % 100 === 7 ? '九十八' : String(500 + ((i + at) % 97))
      return `${year},,,${id},${name},${value},${unit},,${name}${value}${unit}。,`
    }),
  )
  const json = (value) => new TextEncoder().encode(JSON.stringify(value))
  const files = new Map([
    ['catalogue.json', json({ ...catalogue, indicators, panels: [], headlines: [] })],
    [
      'datapackage.json',
      json({
        ...dataPackage,
        resources: dataPackage.resources.filter(
          ({ path }) => path === 'catalogue.json' || path === figures.path,
        ),
      }),
    ],
    [
      figures.path,
      new TextEncoder().encode(`${header}\r\n${figures.year},,,${indicators[0].id},,500,,,,\r\n`),
    ],
  ])
  return { files, bytes: new TextEncoder().encode(`${[header, ...rows].join('\r\n')}\r\n`) }
}
