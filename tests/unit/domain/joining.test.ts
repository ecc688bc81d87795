import { describe, expect, it } from 'vitest'
import type { Headline, Indicator, Panel, PanelPart } from '#domain/catalogue.ts'
import { findIndicator } from '#domain/catalogue.ts'
import type { Dataset } from '#domain/dataset.ts'
import { findObservation } from '#domain/dataset.ts'
import { joinObstacle, joinSeries } from '#domain/joining.ts'
import { fillTemplate } from '#domain/template.ts'
import { aCatalogue, aDataset, anIndicator, asId, asYear, indicatorIn } from '../../support/data.ts'

const older = anIndicator({ id: 'older' })
const newer = anIndicator({ id: 'newer' })
const other = anIndicator({ id: 'other' })

const aPart = (indicators: readonly string[], rest: Partial<PanelPart> = {}): PanelPart => ({
  kind: 'same-unit-bars',
  indicators: indicators.map(asId),
  labels: [],
  subs: [],
  name: null,
  square: null,
  ...rest,
})

const aPanel = (id: string, parts: readonly PanelPart[], rest: Partial<Panel> = {}): Panel => ({
  id,
  name: id,
  title: null,
  titleRule: null,
  chapter: 1,
  section: null,
  overview: null,
  onChapter: true,
  parts,
  subtitle: '',
  notes: [],
  ...rest,
})

const aHeadline = (...ids: readonly string[]): Headline => ({
  id: 'headline',
  name: '重点',
  chapter: 1,
  figures: ids.map((id) => ({ indicator: asId(id), label: id })),
  mergeEqual: false,
  tag: null,
  context: null,
})

const join = (dataset: Dataset, from = 'older', to = 'newer') =>
  joinSeries(dataset, indicatorIn(dataset, from), indicatorIn(dataset, to))

/** A catalogue of the three with these panels, joined. */
const joinedPanels = (...panels: readonly Panel[]) =>
  join(aDataset({ catalogue: aCatalogue({ indicators: [older, newer, other], panels }) })).catalogue.panels

const joinedPart = (indicators: readonly string[], rest: Partial<PanelPart> = {}) =>
  joinedPanels(aPanel('panel', [aPart(indicators, rest)])).flatMap((panel) => panel.parts)[0]

describe('joinObstacle', () => {
  const obstacle = (a: Indicator, b: Indicator, figures = {}) =>
    joinObstacle(aDataset({ indicators: [a, b], figures }), a, b)

  it('finds none between two of one kind and unit that share no year', () => {
    expect(obstacle(older, newer, { older: { 2023: '5' }, newer: { 2024: '6' } })).toBeNull()
    expect(obstacle(older, newer)).toBeNull()
  })

  it.each([
    ['same', { id: 'older' }],
    ['kind', { kind: 'rate' }],
    ['unit', { unit: '人' }],
    ['unit', { unit: '万件' }],
  ] as const)('finds %s where the newer one is %j', (why, rest) => {
    expect(obstacle(older, anIndicator({ id: 'newer', ...rest }))).toBe(why)
  })

  it('finds both-published where both have a figure in one year, of whatever bound', () => {
    expect(obstacle(older, newer, { older: { 2023: '5' }, newer: { 2023: '40余' } })).toBe('both-published')
  })

  it.each(['未公布', '不适用'])('finds nothing in a year where one of them is %s', (missing) => {
    expect(obstacle(older, newer, { older: { 2023: missing }, newer: { 2023: '5' } })).toBeNull()
    expect(obstacle(older, newer, { older: { 2023: '5' }, newer: { 2023: missing } })).toBeNull()
  })
})

describe('the years of a joined series', () => {
  const figures = {
    older: { 2022: '2', 2023: '3', 2024: '未公布' },
    newer: { 2021: '未公布', 2023: '未公布', 2024: '4' },
  }
  const dataset = join(aDataset({ indicators: [older, newer], figures }))
  const years = dataset.observations.get(asId('newer'))

  it('are those of both, oldest first; a figure goes before the word that there is none', () => {
    expect([...(years ?? [])].map(([year, o]) => `${year} ${o.value}`)).toEqual([
      '2021 未公布',
      '2022 2',
      '2023 3',
      '2024 4',
    ])
  })

  it('belong to the newer id and keep their source', () => {
    expect([...(years?.values() ?? [])].every((o) => o.indicator === 'newer')).toBe(true)
    expect(years?.get(asYear(2022))?.source).toEqual({ file: 'years/2022.csv', row: 2 })
    expect(dataset.observations.has(asId('older'))).toBe(false)
  })

  it('are nothing where neither has any', () => {
    const empty = join(aDataset({ indicators: [older, newer] }))
    expect(findObservation(empty, asId('newer'), asYear(2023))).toBeNull()
  })
})

describe('the indicator of a joined series', () => {
  const a = anIndicator({
    id: 'older',
    name: '旧名',
    short: '旧',
    aliases: ['旧称', '新'],
    since: 2020,
    direction: '逆',
    formerIds: [asId('oldest')],
    caution: '旧提醒。',
  })
  const b = anIndicator({
    id: 'newer',
    name: '新名',
    short: '新',
    aliases: ['新称', '旧称'],
    since: 2024,
    direction: '正',
    formerIds: [asId('newish')],
  })
  const joined = (from: Indicator, to: Indicator) =>
    findIndicator(join(aDataset({ indicators: [from, to, other] })).catalogue, 'newer')

  it('is the newer one, under every name and id of both, from the first year of either', () => {
    expect(joined(a, b)).toEqual({
      ...b,
      formerIds: ['newish', 'older', 'oldest'],
      aliases: ['新称', '旧称', '旧名', '旧'],
      since: 2020,
      caution: '旧提醒。',
    })
  })

  it('is found by the ids that led to either', () => {
    const { catalogue } = join(aDataset({ indicators: [a, b, other] }))
    for (const id of ['older', 'oldest', 'newish', 'newer'])
      expect(findIndicator(catalogue, id)?.name).toBe('新名')
    expect(catalogue.indicators.map(({ id }) => id)).toEqual(['newer', 'other'])
  })

  it.each([
    [null, null, null],
    ['甲。', null, '甲。'],
    ['甲。', '乙。', '乙。甲。'],
    ['甲。', '甲。', '甲。'],
  ])('keeps the cautions %j and %j as %j: each is shown wherever its figures are', (from, to, both) => {
    expect(joined({ ...a, caution: from }, { ...b, caution: to })?.caution).toBe(both)
  })

  it('is the base of shares the older one was the base of, and never of itself', () => {
    const share = anIndicator({ id: 'share', denominator: asId('older') })
    const own = { ...newer, denominator: asId('older') }
    const { catalogue } = join(aDataset({ indicators: [older, own, share] }))
    expect(findIndicator(catalogue, 'share')?.denominator).toBe('newer')
    expect(findIndicator(catalogue, 'newer')?.denominator).toBeNull()
  })

  it('leaves a share whose base is the other one as it is', () => {
    const share = anIndicator({ id: 'share', denominator: asId('other') })
    const { catalogue } = join(aDataset({ indicators: [older, newer, other, share] }))
    expect(findIndicator(catalogue, 'share')?.denominator).toBe('other')
  })
})

describe('a panel that names the older indicator', () => {
  const words = { labels: ['甲', '乙', '丙'], subs: ['一', '二', '三'] }

  it('names the newer one in its place, with the words of that place', () => {
    expect(joinedPart(['other', 'older'], { labels: ['甲', '乙'], subs: ['一', '二'] })).toMatchObject({
      indicators: ['other', 'newer'],
      labels: ['甲', '乙'],
      subs: ['一', '二'],
    })
  })

  it.each([
    [['older', 'newer', 'other'], words, ['newer', 'other'], ['乙', '丙'], ['二', '三']],
    [['newer', 'older', 'other'], words, ['newer', 'other'], ['甲', '丙'], ['一', '三']],
    [['other', 'newer', 'older'], words, ['other', 'newer'], ['甲', '乙'], ['一', '二']],
  ])('names neither twice: %j', (ids, rest, indicators, labels, subs) => {
    expect(joinedPart(ids, rest)).toMatchObject({ indicators, labels, subs })
  })

  it.each([
    [['older', 'newer', 'other'], [], ['newer', 'other'], []],
    [['other', 'older', 'newer'], ['甲'], ['other', 'newer'], ['甲']],
    [['older', 'newer', 'other'], ['甲'], ['newer', 'other'], []],
    [['older', 'newer', 'other'], ['甲', '乙'], ['newer', 'other'], ['乙']],
  ])('gives no entry words that are not its own: %j with %j', (ids, labels, indicators, left) => {
    expect(joinedPart(ids, { labels, subs: labels })).toMatchObject({ indicators, labels: left, subs: left })
  })

  it('on a chapter page gives its place up to the newer one, which is shown once', () => {
    const panels = joinedPanels(
      aPanel('both', [aPart(['older', 'other']), aPart(['older'])]),
      aPanel('alone', [aPart(['older'])]),
      aPanel('own', [aPart(['newer'])]),
    )
    expect(panels.map(({ id, parts }) => [id, parts.map((part) => part.indicators)])).toEqual([
      ['both', [['other']]],
      ['own', [['newer']]],
    ])
  })

  it('on the overview keeps its place beside a chapter page that shows the newer one', () => {
    const overview = { onChapter: false, overview: { order: 1, span: 12 } }
    const panels = joinedPanels(
      aPanel('over', [aPart(['older'])], overview),
      aPanel('own', [aPart(['newer'])]),
    )
    expect(panels.map(({ parts }) => parts.map((part) => part.indicators))).toEqual([
      [['newer']],
      [['newer']],
    ])
  })

  it('gives its place up to the newer one in another part of the same panel, on the overview too', () => {
    const parts = [aPart(['older', 'other']), aPart(['newer'])]
    const panels = joinedPanels(aPanel('over', parts, { onChapter: false }))
    expect(panels.map((panel) => panel.parts.map((part) => part.indicators))).toEqual([
      [['other'], ['newer']],
    ])
  })

  it('leaves panels without it, and parts that hold no indicator by design, as they are', () => {
    const matrix = aPanel('matrix', [aPart([], { kind: 'entry-matrix' })])
    const apart = aPanel('apart', [aPart(['other'], words)])
    expect(joinedPanels(matrix, apart)).toEqual([matrix, apart])
  })
})

it('a headline names the newer indicator, once, with the words of its place', () => {
  const joined = (...ids: readonly string[]) =>
    join(
      aDataset({
        catalogue: aCatalogue({ indicators: [older, newer, other], headlines: [aHeadline(...ids)] }),
      }),
    ).catalogue.headlines[0]?.figures
  expect(joined('older', 'other')).toEqual([
    { indicator: 'newer', label: 'older' },
    { indicator: 'other', label: 'other' },
  ])
  expect(joined('older', 'newer')).toEqual([{ indicator: 'newer', label: 'newer' }])
})

it('a plan names the newer indicator, once', () => {
  const item = (number: number, ...ids: readonly string[]) => ({
    kind: '不足' as const,
    number,
    text: '',
    indicators: ids.map(asId),
    state: '待对应' as const,
    nextQuote: '',
  })
  const plans = new Map([[asYear(2023), [item(1, 'older', 'other'), item(2, 'newer', 'older'), item(3)]]])
  const joined = join(aDataset({ indicators: [older, newer, other], plans })).plans.get(asYear(2023))
  expect(joined?.map((i) => i.indicators)).toEqual([['newer', 'other'], ['newer'], []])
})

it('a template that names the older id gets the figure of the series', () => {
  const dataset = join(aDataset({ indicators: [older, newer], figures: { older: { 2023: '5' } } }))
  expect(fillTemplate('共{older:number}', dataset, asYear(2023))).toBe('共5')
})

it('a chain of joins is one series, whichever is made first', () => {
  const figures = { a: { 2021: '1' }, b: { 2022: '2' }, c: { 2023: '3' } }
  const dataset = aDataset({ figures })
  const forth = join(join(dataset, 'a', 'b'), 'b', 'c')
  const back = join(dataset, 'b', 'c')
  const older = findIndicator(back.catalogue, 'a')
  const newer = findIndicator(back.catalogue, 'b')
  expect(newer?.id).toBe('c')
  for (const joined of [forth, older && newer ? joinSeries(back, older, newer) : back]) {
    const years = [...(joined.observations.get(asId('c')) ?? [])].map(([year, o]) => `${year} ${o.value}`)
    expect(years).toEqual(['2021 1', '2022 2', '2023 3'])
    expect([...joined.observations.keys()]).toEqual(['c'])
    expect(findIndicator(joined.catalogue, 'c')?.formerIds).toEqual(['b', 'a'])
  }
})

it('ids that are words of the language are joined like any other', () => {
  const figures = { constructor: { 2022: '2' }, tostring: { 2023: '3' } }
  const dataset = join(aDataset({ figures }), 'constructor', 'tostring')
  expect([...(dataset.observations.get(asId('tostring'))?.keys() ?? [])]).toEqual([2022, 2023])
  expect(findIndicator(dataset.catalogue, 'constructor')?.id).toBe('tostring')
})
