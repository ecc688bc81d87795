import { describe, expect, it } from 'vitest'
import { madeUpDataset, shippedDataset } from '../../support/data.ts'
import { sourcesWithoutComments, withoutComments } from '../../support/sources.ts'

const sources = sourcesWithoutComments()
const datasets = [shippedDataset(), madeUpDataset()]

/** Where a text stands in the sources. */
const placesOf = (needle: string | RegExp): readonly string[] =>
  [...sources].flatMap(([path, text]) => {
    const found =
      typeof needle === 'string' ? (text.includes(needle) ? needle : null) : (needle.exec(text)?.[0] ?? null)
    return found === null ? [] : [`${path}: ${found}`]
  })

/** Names of places in the catalogues: the county of the title, the city of an indicator. */
const places = datasets.flatMap(({ catalogue }) => {
  const county = /^(\p{Script=Han}{2})县/u.exec(catalogue.title)?.[1]
  const cities = catalogue.indicators.flatMap((i) => /^(\p{Script=Han}{2})市/u.exec(i.name)?.[1] ?? [])
  return [...(county ? [county === '示例' ? '示例县' : county] : []), ...cities]
})

describe('no source file of the page, comments aside', () => {
  it('is left out of the search', () => {
    expect(sources.size).toBeGreaterThan(80)
    expect(placesOf('export ').length).toBeGreaterThan(70)
  })

  it.each(places)('names the place %s', (place) => {
    expect(placesOf(place)).toEqual([])
  })

  it('names a year; the name of SVG, which holds one, is not a year', () => {
    expect(placesOf(/(?<!w3\.org\/)\b20\d\d\b/)).toEqual([])
  })

  it('repeats a title of a chapter or section', () => {
    const titles = datasets.flatMap(({ catalogue }) =>
      catalogue.chapters.flatMap((c) => [c.title, ...c.sections.map((s) => s.title)]),
    )
    expect(titles.length).toBeGreaterThan(25)
    expect(titles.flatMap(placesOf)).toEqual([])
  })

  it('knows an indicator by its id or its name', () => {
    const names = datasets.flatMap(({ catalogue }) => catalogue.indicators.flatMap((i) => [i.id, i.name]))
    expect(names.length).toBeGreaterThan(180)
    expect(names.flatMap(placesOf)).toEqual([])
  })

  it('knows a panel or a headline by its id', () => {
    const ids = datasets.flatMap(({ catalogue }) => [
      ...catalogue.panels.filter((panel) => panel.id !== panel.titleRule).map((panel) => panel.id),
      ...catalogue.headlines.map((headline) => headline.id),
    ])
    expect(ids.length).toBeGreaterThan(30)
    expect(ids.flatMap((id) => placesOf(`'${id}'`))).toEqual([])
  })
})

it('looks for the county and the city of the report', () => {
  expect(places).toEqual(['嘉祥', '济宁', '示例县'])
})

it('the search drops comments and keeps strings', () => {
  expect(withoutComments("const a = 'https://x' // 2023\n/* 嘉祥 */ const b = `//2024`")).toBe(
    "const a = 'https://x' \n const b = `//2024`",
  )
})
