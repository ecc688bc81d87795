import { describe, expect, it } from 'vitest'
import { entryYears } from '#charts/kinds/entryMatrix.ts'
import { entryGroups, isEmpty, onlyEmptyIn, yearInWork } from '#features/entries/matrix.ts'
import { aDataset, anIndicator, asYear, tenYearDataset } from '../../../support/data.ts'

const dataset = aDataset({
  indicators: [
    anIndicator({ id: 'full', chapter: 1 }),
    anIndicator({ id: 'silent', chapter: 1 }),
    anIndicator({ id: 'young', chapter: 2, since: 2024 }),
  ],
  figures: { full: { 2023: '5', 2024: '6' }, silent: { 2023: '未公布' } },
  details: { full: { doubtful: true } },
  openYears: [asYear(2024)],
})
const groups = entryGroups(dataset, entryYears(dataset, false))

describe('entryGroups', () => {
  it('has each chapter with its indicators and the state of every slot, the year to come included', () => {
    expect(
      groups.map(({ chapter, lines }) => [
        chapter.number,
        lines.map(({ indicator, slots }) => [indicator.id, slots.map(({ state }) => state)]),
      ]),
    ).toEqual([
      [
        1,
        [
          ['full', ['exact', 'exact', 'pending']],
          ['silent', ['not-published', 'pending', 'pending']],
        ],
      ],
      [2, [['young', ['not-yet', 'pending', 'pending']]]],
    ])
  })

  it('counts each chapter by year', () => {
    expect(groups[0]?.counts.map(({ state, entered, expected }) => [state, entered, expected])).toEqual([
      ['entered', 1, 2],
      ['open', 1, 2],
      ['pending', 0, 2],
    ])
  })

  it('tells a doubtful figure', () => {
    expect(groups[0]?.lines[0]?.slots.map(({ doubtful }) => doubtful)).toEqual([true, true, false])
  })

  it('holds every indicator of ten years once', () => {
    const ten = tenYearDataset()
    const ids = entryGroups(ten, entryYears(ten, true)).flatMap(({ lines }) =>
      lines.map((l) => l.indicator.id),
    )
    expect(ids).toEqual(ten.catalogue.indicators.map((i) => i.id))
  })
})

it('a slot waits for a figure while it is to come or was not found, not when it does not apply', () => {
  const states = ['pending', 'not-published', 'not-applicable', 'not-yet', 'exact', 'at-least'] as const
  expect(states.filter((state) => isEmpty({ state }))).toEqual(['pending', 'not-published'])
})

it('only what is empty in one year is left, chapters without such an indicator not at all', () => {
  const left = onlyEmptyIn(groups, asYear(2023))
  expect(left.map(({ lines }) => lines.map((line) => line.indicator.id))).toEqual([['silent']])
  expect(onlyEmptyIn(groups, asYear(2024)).flatMap(({ lines }) => lines)).toHaveLength(2)
})

it('the year in work is the open one that is looked at, else the first open one, else the one looked at', () => {
  const two = { ...dataset, openYears: [2024, 2025].map(asYear) }
  expect(yearInWork(two, asYear(2025))).toBe(2025)
  expect(yearInWork(two, asYear(2023))).toBe(2024)
  expect(yearInWork({ ...dataset, openYears: [] }, asYear(2023))).toBe(2023)
})
