import { describe, expect, it } from 'vitest'
import { findLiteral, findQuote, locateFigure } from '#domain/report.ts'
import { asYear, indicatorIn, readDataFolder, TEN_YEARS } from '../../support/data.ts'
import { readFolder } from '../../support/files.ts'
import { chapterPanelProblems, mixedParts, sharedNames, unknownIds, unknownPlaces } from './catalogueRules.ts'
import { type DataPackage, parseTable } from './shipped.ts'
import { checkSchema, checkTable } from './tableSchema.ts'
import { all, dataset, observationOf, textOf, YEARS } from './tenYears.ts'

const files = readFolder(TEN_YEARS)

describe('the folder', () => {
  it('is read with announced units and dashes, and no other finding', () => {
    const { ok, findings } = readDataFolder(TEN_YEARS)
    expect(ok).toBe(true)
    expect(findings.map(({ code, at, facts }) => `${code} ${at.file} ${facts.raw}`)).toEqual([
      'read-as-not-published years/2024.csv —',
      'unit-converted years/2025.csv 元',
      'unit-converted years/2028.csv 亿元',
      'unit-converted years/2029.csv 万人次',
      'unit-converted years/2030.csv 亿元',
      'unit-converted years/2030.csv 万件',
      'unit-converted years/2031.csv 万人次',
      'read-as-not-published years/2031.csv —',
      'unit-converted years/2032.csv 万件',
    ])
  })

  it('holds ten years, and nobody published one in between', () => {
    expect(dataset.years).toEqual(YEARS)
    expect(dataset.openYears).toEqual([])
    expect([...files.keys()].filter((path) => path.includes('2027'))).toEqual([])
  })

  it('says in every title that it is made up, and names no county that exists', () => {
    expect(dataset.example).toBe(true)
    expect(dataset.catalogue.title).toContain('示例数据')
    const titles = [
      ...dataset.sources.values(),
      ...[...dataset.reports.values()].flatMap((r) => r.paragraphs[0] ?? []),
    ]
    expect(titles).toHaveLength(YEARS.length + 4)
    expect(
      titles.map((t) => ('title' in t ? t.title : t.text)).filter((t) => !t.includes('示例数据')),
    ).toEqual([])
    const everything = [...files.keys()].map(textOf).join('\n')
    expect(everything.match(/嘉祥|济宁|祥城|山东/g)).toBeNull()
  })

  it('describes each of its files, and each table keeps to its schema', () => {
    const { resources } = JSON.parse(textOf('datapackage.json')) as DataPackage
    expect(resources.map((r) => r.path).sort()).toEqual(
      [...files.keys()].filter((p) => p !== 'datapackage.json').sort(),
    )
    for (const { path, schema } of resources) {
      if (!schema) continue
      // A row that is named by an alias has no id, so the years' files have no key.
      const keyed = { ...schema, primaryKey: path.startsWith('years/') ? [] : schema.primaryKey }
      const { header, cells } = parseTable(textOf(path))
      expect(checkSchema(keyed), path).toEqual([])
      expect(checkTable(keyed, header, cells), path).toEqual([])
    }
  })

  it('has tables with a byte order mark and CRLF, texts with neither', () => {
    for (const path of files.keys()) {
      const text = textOf(path)
      const isTable = path.endsWith('.csv')
      expect([text.startsWith('\ufeff'), /\r/.test(text)], path).toEqual([isTable, isTable])
      expect(/(?<!\r)\n/.test(text), path).toBe(!isTable)
    }
  })

  it('has a catalogue that obeys the rules of the shipped one', () => {
    const { catalogue } = dataset
    expect(sharedNames(catalogue.indicators)).toEqual([])
    expect(unknownIds(catalogue)).toEqual([])
    expect(unknownPlaces(catalogue)).toEqual([])
    expect(mixedParts(catalogue)).toEqual([])
    expect(chapterPanelProblems(catalogue)).toEqual([])
  })
})

describe('quotes and reports', () => {
  it('each known figure stands in its quote', () => {
    const known = all().filter((o) => o.quantity.kind === 'known')
    expect(known.length).toBeGreaterThan(700)
    expect(
      known.filter((o) => findLiteral(o.quote, o.value) === null).map((o) => `${o.indicator} ${o.year}`),
    ).toEqual([])
  })

  it('each quote of a year with a report stands there once, its numeral in it', () => {
    expect([...dataset.reports.keys()].sort()).toEqual([2023, 2024, 2025, 2033])
    for (const [year, report] of dataset.reports) {
      const quoted = all().filter((o) => o.year === year && o.quantity.kind === 'known')
      expect(quoted.length).toBeGreaterThan(65)
      for (const { indicator, quote, value } of quoted) {
        expect(report.text.split(quote), indicator).toHaveLength(2)
        const chapter = locateFigure(report, quote, value)?.paragraph.chapter
        expect(chapter, indicator).toBe(indicatorIn(dataset, indicator).chapter)
      }
    }
  })

  it('one numeral of 2033 stands for two rates', () => {
    const rates = ['deputy-suggestion-reply-rate', 'cppcc-proposal-reply-rate'].map((id) =>
      observationOf(id, 2033),
    )
    const report = dataset.reports.get(asYear(2033))
    if (!report) throw new Error('no report')
    const [first, second] = rates.map((o) => locateFigure(report, o.quote, o.value)?.literal)
    expect(first).toEqual(second)
  })
})

describe('plans', () => {
  it('are there for five years; the next report answers three of them', () => {
    const statesOf = (year: number): readonly string[] =>
      (dataset.plans.get(asYear(year)) ?? []).map((item) => item.state)
    expect([...dataset.plans.keys()].sort()).toEqual([2023, 2024, 2025, 2026, 2033])
    expect(dataset.plans.get(asYear(2023))).toHaveLength(18)
    for (const year of [2023, 2024, 2025])
      expect(new Set(statesOf(year)), String(year)).toEqual(
        new Set(['待对应', '已有对应表述', '未见对应表述']),
      )
    for (const year of [2026, 2033])
      expect(new Set(statesOf(year)), String(year)).toEqual(new Set(['待对应']))
  })

  it('stand in their own report, and each answer in the next one', () => {
    for (const [year, items] of dataset.plans) {
      const [own, next] = [year, year + 1].map((y) => dataset.reports.get(asYear(y)))
      for (const { text, state, nextQuote } of items) {
        if (own) expect(findQuote(own, text), text).not.toBeNull()
        expect(nextQuote !== '').toBe(state === '已有对应表述')
        if (next && nextQuote) expect(next.text.split(nextQuote), nextQuote).toHaveLength(2)
      }
    }
    expect(dataset.reports.has(asYear(2026))).toBe(false)
  })
})
