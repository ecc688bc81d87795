import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { parseReport } from '#domain/report.ts'
import { parseAddress } from '#persistence/address.ts'
import { findPage } from '#shell/routes.tsx'
import { asYear, madeUpDataset, shippedDataset, threeYearDataset } from '../../support/data.ts'

const shipped = shippedDataset()
const three = threeYearDataset()

function pageAt(hash: string, dataset: Dataset = shipped, year: number | null = null) {
  const { path, query } = parseAddress(hash)
  return findPage(path, dataset, year === null ? null : asYear(year), query)
}

/** What a page is given to show. */
const propsAt = (hash: string, dataset: Dataset = shipped, year: number | null = null) =>
  (pageAt(hash, dataset, year).content as { props: Record<string, unknown> } | null)?.props

describe('findPage', () => {
  it.each([
    ['#/', '2023年度总览'],
    ['#/c/0', '总体情况与所获荣誉'],
    ['#/c/2', '守正创新抓落实，确保法治政府建设任务落地见效'],
    ['#/c/5', '存在的不足及下步打算'],
    ['#/i/legal-aid-cases', '办理法律援助案件数'],
    ['#/compare', '年度对比'],
    ['#/compare?a=2023&b=2024', '年度对比'],
    ['#/data', '数据表'],
    ['#/data?chapter=2&sort=-2023', '数据表'],
    ['#/entries', '录入状况'],
    ['#/report', '报告原文'],
    ['#/report/2023', '报告原文'],
    ['#/report/2023?at=legal-aid-cases', '报告原文'],
    ['#/plan', '存在的不足及下步打算'],
    ['#/plan/2023', '存在的不足及下步打算'],
  ])('finds a page for %s: %s', (hash, title) => {
    const page = pageAt(hash)
    expect(page.title).toBe(title)
    expect(page.content).not.toBeNull()
  })

  it.each([
    '#/nowhere',
    '#/c/6',
    '#/c/99999999999999999999',
    '#/c/',
    '#/c/-1',
    '#/c/2/3',
    '#/i/',
    '#/i/unheard-of',
    '#/i/constructor',
    '#/i/__proto__',
    '#/i/<script>',
    '#/report/2024',
    '#/report/23',
    '#/plan/1999',
    '#/data/',
    '#//',
  ])('finds nothing at %s', (hash) => {
    expect(pageAt(hash).content).toBeNull()
  })

  it('finds a chapter page for every chapter and a figure page for every figure', () => {
    for (const dataset of [shipped, three, madeUpDataset()]) {
      for (const { number } of dataset.catalogue.chapters)
        expect(pageAt(`#/c/${number}`, dataset).content).not.toBeNull()
      for (const { id, name } of dataset.catalogue.indicators) {
        expect(pageAt(`#/i/${id}`, dataset).title).toBe(name)
        expect(pageAt(`#/i/${id}`, dataset).content).not.toBeNull()
      }
    }
  })

  it('has no plan page for a report without such a chapter', () => {
    expect(pageAt('#/plan', madeUpDataset()).content).toBeNull()
  })

  it('has no page for a year that was never entered', () => {
    for (const hash of ['#/', '#/c/2', '#/data', '#/i/legal-aid-cases'])
      expect(pageAt(hash, shipped, 2019).content).toBeNull()
  })

  it('has no page at all for a dataset without a year', () => {
    expect(pageAt('#/', { ...shipped, years: [] }).content).toBeNull()
  })
})

describe('the year of a page', () => {
  it.each([
    ['#/', null, 2025],
    ['#/', 2023, 2023],
    ['#/report/2024', 2025, 2024],
    ['#/report', 2024, 2024],
    ['#/plan/2023', 2025, 2023],
    ['#/data', 2024, 2024],
    ['#/entries', 2024, 2024],
  ])('at %s, looking at %s, is %d', (hash, year, shown) => {
    expect(propsAt(hash, three, year)).toMatchObject({ year: shown })
  })

  it('may be one of which only the report or the plan is stored', () => {
    const reports = new Map([...three.reports, [asYear(2026), parseReport('题')] as const])
    const plans = new Map([...three.plans, [asYear(2022), []] as const])
    const dataset = { ...three, reports, plans }
    expect(propsAt('#/report/2026', dataset)).toMatchObject({ year: 2026 })
    expect(propsAt('#/plan/2022', dataset)).toMatchObject({ year: 2022 })
    for (const hash of ['#/report/2022', '#/plan/2026']) expect(pageAt(hash, dataset).content).toBeNull()
  })

  it.each([
    ['#/c/5?answer=open', '/c/5', 'open'],
    ['#/plan', '/plan', ''],
    ['#/plan/2023?answer=found', '/plan/2023', 'found'],
  ])('%s is filtered at its own address', (hash, path, answer) => {
    expect(propsAt(hash)).toMatchObject({ path, answer, year: 2023 })
  })

  it.each([
    ['#/compare', null, 2024, 2025],
    ['#/compare', 2024, 2023, 2024],
    ['#/compare', 2023, 2024, 2023],
    ['#/compare?a=2023&b=2025', null, 2023, 2025],
    ['#/compare?a=2025&b=2023', null, 2025, 2023],
    ['#/compare?a=2024&b=2024', null, 2024, 2024],
    ['#/compare?a=2023', 2025, 2023, 2025],
    ['#/compare?a=2025', 2025, 2025, 2024],
    ['#/compare?b=2024', 2025, 2023, 2024],
    ['#/compare?b=2023', 2025, 2024, 2023],
  ])('%s, looking at %s, compares %s with %d', (hash, year, a, b) => {
    expect(propsAt(hash, three, year)).toMatchObject({ a, b, notEntered: [] })
  })

  it.each([
    ['#/compare?a=1999&b=2031', 2024, 2025, ['1999', '2031']],
    ['#/compare?a=x&b=__proto__', 2024, 2025, ['x', '__proto__']],
    ['#/compare?a=2026&b=2024', 2023, 2024, ['2026']],
  ])('%s names years that were never entered and compares %d with %d', (hash, a, b, notEntered) => {
    expect(propsAt(hash, three)).toMatchObject({ a, b, notEntered })
  })

  it('has no other to compare with where one is entered', () => {
    expect(propsAt('#/compare')).toMatchObject({ a: null, b: 2023 })
    expect(propsAt('#/compare?a=2022')).toMatchObject({ a: null, b: 2023, notEntered: ['2022'] })
  })

  it('leaves filter and order of a comparison to the page', () => {
    expect(propsAt('#/compare?only=down&sort=change', three)).toMatchObject({ only: 'down', sort: 'change' })
    expect(propsAt('#/compare', three)).toMatchObject({ only: '', sort: '' })
  })
})
