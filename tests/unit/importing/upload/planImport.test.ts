import { describe, expect, it } from 'vitest'
import type { Indicator } from '#domain/catalogue.ts'
import { type Dataset, findObservation, isFinished } from '#domain/dataset.ts'
import type { FigureEntry } from '#domain/observation.ts'
import type { Revision, RevisionDraft } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import {
  countEffects,
  type ImportDecisions,
  planImport,
  takenFigures,
  toDraft,
} from '#importing/upload/planImport.ts'
import type { FigureColumn } from '#importing/upload/reading.ts'
import { aDataset, anIndicator, asId, asYear } from '../../../support/data.ts'
import { frozen } from '../../../support/frozen.ts'
import { aFigureChange, aJoin, aLog, anAddition, anEntry, appended, undone } from '../../../support/log.ts'
import { aReading, type FileRow } from '../../../support/reading.ts'

/** 件 in three counts and a rate; 2023 is finished but for the third. */
const county = (...more: readonly Indicator[]) =>
  aDataset({
    indicators: [
      anIndicator({ id: 'cases' }),
      anIndicator({ id: 'visits', unit: '次' }),
      anIndicator({ id: 'talks', unit: '场' }),
      anIndicator({ id: 'share', unit: '%', kind: 'rate' }),
      ...more,
    ],
    figures: { cases: { 2023: '700' }, visits: { 2023: '40余' }, share: { 2023: '99.5' } },
  })

const BASE = frozen(county())
const NOTHING: ImportDecisions = { confirmed: new Set(), finished: new Set(), author: '', reason: '' }
const ALL_COLUMNS: readonly FigureColumn[] = ['年度', '指标编号', '数值', '单位', '状态', '原句', '备注']

/** The tick of a changed figure, as the page would give it. */
const agreed = ({ figures }: ReturnType<typeof planImport>, ...subjects: readonly string[]) =>
  new Set(figures.filter(({ subject }) => subjects.includes(subject)).map(({ change }) => change))

/** The log after the import, if it has anything to write. */
const imported = (log: readonly Revision[], draft: RevisionDraft | null): readonly Revision[] =>
  draft ? appended(log, draft) : log

const planned = (rows: readonly FileRow[], dataset: Dataset = BASE, fields?: readonly FigureColumn[]) =>
  planImport(dataset, aReading(dataset, rows, fields ? { fields } : {}))
const effects = (rows: readonly FileRow[], dataset?: Dataset, fields?: readonly FigureColumn[]) =>
  planned(rows, dataset, fields).figures.map(({ effect }) => effect)

/** The county with one figure that has all its cells. */
const withEntry = (entry: FigureEntry) =>
  overlay(BASE, aLog([aFigureChange('talks', 2023, null, entry)])).dataset

describe('what a file does to each figure', () => {
  it('is new where nobody stated it, the same or changed where somebody did, in the order of the file', () => {
    const rows: readonly FileRow[] = [
      ['visits', 2024, '50余'],
      ['visits', 2023, '40余'],
      ['cases', 2023, '701'],
    ]
    expect(planned(rows).figures.map((f) => [f.effect, f.before?.value, f.after.value])).toEqual([
      ['new', undefined, '50余'],
      ['same', '40余', '40余'],
      ['changed', '700', '701'],
    ])
    expect(countEffects(planned(rows))).toEqual({ new: 1, changed: 1, same: 1 })
  })

  it.each([
    ['700', '７００'],
    ['700', '700.0'],
    ['700', ' 700 '],
  ])('does not change %s by writing it %j', (_, written) => {
    const [figure] = planned([['cases', 2023, written]]).figures
    expect(figure).toMatchObject({ effect: 'same', after: { value: '700' }, differs: [] })
  })

  it.each(['40', '40多', '约40', '40以上', '未公布'])('changes 40余 by writing it %j', (written) => {
    expect(effects([['visits', 2023, written]])).toEqual(['changed'])
  })

  it('does not change a figure by naming the unit the catalogue has, or by leaving it away', () => {
    expect(effects([['cases', 2023, { value: '700', unit: '件' }]])).toEqual(['same'])
    const named = withEntry(anEntry('5', { unit: '场' }))
    expect(planned([['talks', 2023, '5']], named).figures[0]).toMatchObject({
      effect: 'same',
      after: { unit: '场' },
    })
  })

  it('writes the unit of a new figure, which a later catalogue may have changed', () => {
    expect(planned([['talks', 2024, '5']]).figures[0]?.after.unit).toBe('场')
    expect(planned([['talks', 2024, '未公布']]).figures[0]?.after.unit).toBe('')
  })

  it('keeps one of two rows about the same figure', () => {
    const rows: readonly FileRow[] = [
      ['talks', 2024, '5'],
      ['talks', 2024, '6'],
    ]
    expect(planned(rows).figures.map(({ after }) => after.value)).toEqual(['5'])
  })

  it('is found under the name its series goes on with', () => {
    const base = aDataset({
      figures: { older: { 2022: '2', 2023: '3' }, newer: { 2024: '4' } },
    })
    const log = aLog([aJoin('newer', 'older')])
    const shown = overlay(base, log).dataset
    const rows: readonly FileRow[] = [
      ['older', 2023, '33'],
      ['newer', 2024, '4'],
    ]
    const plan = planned(rows, shown)
    expect(plan.figures.map(({ effect, indicator }) => [effect, indicator.id])).toEqual([
      ['changed', 'newer'],
      ['same', 'newer'],
    ])
    const draft = toDraft(plan, { ...NOTHING, confirmed: agreed(plan, 'figure|newer|2023') })
    const after = overlay(base, imported(log, draft))
    expect(after).toMatchObject({ conflicts: [], refused: [] })
    expect(findObservation(after.dataset, asId('newer'), asYear(2023))?.value).toBe('33')
  })
})

describe('what a file does not say', () => {
  const whole = anEntry('5', { unit: '场', status: '待核', quote: '宣讲5场', note: '1—6月' })
  const shown = withEntry(whole)

  it('stays where the figure stays', () => {
    expect(effects([['talks', 2023, '5']], shown)).toEqual(['same'])
    expect(effects([['talks', 2023, { value: '5', quote: '宣讲5场' }]], shown)).toEqual(['same'])
  })

  it('goes with the figure it was said of', () => {
    expect(planned([['talks', 2023, '6']], shown).figures[0]).toMatchObject({
      effect: 'changed',
      before: whole,
      after: anEntry('6', { unit: '场' }),
      differs: ['value', 'status', 'quote', 'note'],
    })
  })

  it('is replaced by what the file says, word for word', () => {
    const row: FileRow = ['talks', 2023, { value: '5', status: '待核', quote: '宣讲 5 场', note: '1—6月' }]
    expect(planned([row], shown, ALL_COLUMNS).figures[0]).toMatchObject({
      effect: 'changed',
      after: { ...whole, quote: '宣讲 5 场' },
      differs: ['quote'],
    })
  })

  it('settles a doubt only where the file has a column for it', () => {
    expect(effects([['talks', 2023, '5']], shown, ALL_COLUMNS)).toEqual(['changed'])
    expect(planned([['talks', 2023, '5']], shown, ALL_COLUMNS).figures[0]?.differs).toEqual(['status'])
  })
})

describe('the years of a file', () => {
  const rows: readonly FileRow[] = [
    ['cases', 2024, '720'],
    ['visits', 2023, '40余'],
  ]

  it('say what they are now and what neither the file nor the figures shown state', () => {
    const { years } = planned(rows)
    expect(years.map(({ year, entry }) => [year, entry])).toEqual([
      [2023, 'finished'],
      [2024, 'new'],
    ])
    expect(years.map(({ unpublished }) => unpublished.map(({ id }) => id))).toEqual([
      ['talks'],
      ['visits', 'talks', 'share'],
    ])
  })

  it('leave out an indicator that did not exist then', () => {
    const base = county(anIndicator({ id: 'later', since: 2025 }))
    const [, year] = planned(rows, base).years
    expect(year?.unpublished.map(({ id }) => id)).not.toContain('later')
  })

  it('are open where somebody has begun to fill them', () => {
    const begun = overlay(BASE, aLog([aFigureChange('talks', 2024, null, '5')])).dataset
    expect(planned(rows, begun).years[1]).toMatchObject({ year: 2024, entry: 'open' })
  })
})

describe('the revision', () => {
  const rows: readonly FileRow[] = [
    ['cases', 2023, '701'],
    ['visits', 2023, '41'],
    ['cases', 2024, '720'],
    ['share', 2023, '99.5'],
  ]
  const plan = planned(rows)
  const draftWith = (decisions: Partial<ImportDecisions>) => toDraft(plan, { ...NOTHING, ...decisions })
  const shownAfter = (decisions: Partial<ImportDecisions>) => {
    return overlay(BASE, imported([], draftWith(decisions))).dataset
  }

  it('holds what is new and of the changed figures those that were confirmed', () => {
    const draft = draftWith({ confirmed: agreed(plan, 'figure|visits|2023'), author: '张三', reason: '年报' })
    expect(draft).toEqual({
      kind: 'import',
      author: '张三',
      reason: '年报',
      file: '2024.csv',
      encoding: 'gb18030',
      undoes: null,
      changes: [
        aFigureChange('visits', 2023, '40余', '41'),
        aFigureChange('cases', 2024, null, anEntry('720', { unit: '件' })),
      ],
    })
    expect(takenFigures(plan, new Set())).toHaveLength(1)
  })

  it('holds no change that was confirmed of another value: what moved since is asked again', () => {
    const confirmed = agreed(plan, 'figure|cases|2023', 'figure|visits|2023')
    const moved = overlay(BASE, aLog([aFigureChange('cases', 2023, '700', '705')])).dataset
    const later = planned(rows, moved)
    expect(takenFigures(later, confirmed).map(({ subject }) => subject)).toEqual([
      'figure|visits|2023',
      'figure|cases|2024',
    ])
    expect(takenFigures(planned([['cases', 2023, '702']]), confirmed)).toEqual([])
  })

  it('finishes a year when somebody says so, and never one that is finished', () => {
    expect(isFinished(shownAfter({}), asYear(2024))).toBe(false)
    const finished = new Set([asYear(2024), asYear(2023), asYear(2030)])
    expect(isFinished(shownAfter({ finished }), asYear(2024))).toBe(true)
    expect(draftWith({ finished })?.changes.filter(({ what }) => what === 'year')).toEqual([
      { what: 'year', year: 2024, before: 'open', after: 'finished' },
    ])
  })

  it('can be taken back whole, which leaves nothing of it', () => {
    const draft = draftWith({
      confirmed: agreed(plan, 'figure|cases|2023', 'figure|visits|2023'),
      finished: new Set([asYear(2024)]),
    })
    const log = imported([], draft)
    expect(overlay(BASE, log).dataset.years).toEqual([2023, 2024])
    expect(overlay(BASE, undone(log, 1)).dataset).toBe(BASE)
  })

  it('is none where a file says what is known', () => {
    expect(toDraft(planned([['cases', 2023, '700']]), NOTHING)).toBeNull()
  })

  it('has no figure of an indicator nobody knows', () => {
    const reading = aReading(county(anIndicator({ id: 'strange' })), [['strange', 2023, '701']])
    expect(planImport(BASE, reading).figures).toEqual([])
  })

  it('names the indicators to be added of which the file has a figure', () => {
    const added = [anIndicator({ id: 'pro-bono', since: 2024 }), anIndicator({ id: 'unused' })]
    const reading = aReading(BASE, [['pro-bono', 2024, '7']], { added })
    const plan = planImport(BASE, reading)
    expect(plan.added.map(({ id }) => id)).toEqual(['pro-bono'])
    const draft = toDraft(plan, NOTHING)
    expect(draft?.changes).toEqual([
      anAddition('pro-bono'),
      aFigureChange('pro-bono', 2024, null, anEntry('7', { unit: '件' })),
    ])
    const log = imported([], draft)
    expect(overlay(BASE, log).refused).toEqual([])
    expect(overlay(BASE, undone(log, 1)).dataset).toBe(BASE)
  })
})
