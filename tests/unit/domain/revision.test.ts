import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalValue,
  inverse,
  type LoggedChange,
  lastAuthor,
  sameValue,
  subjectOf,
} from '#domain/revision.ts'
import { asYear } from '../../support/data.ts'
import {
  aDraft,
  aFigureChange,
  aJoin,
  aLog,
  anEntry,
  appended,
  aSettingsChange,
  aYearChange,
} from '../../support/log.ts'

const aPlanChange = (kind: '不足' | '打算', number: number, year = 2023): LoggedChange => ({
  what: 'plan',
  year: asYear(year),
  kind,
  number,
  before: { state: '待对应', nextQuote: '' },
  after: { state: '未见对应表述', nextQuote: '' },
})

describe('subjectOf', () => {
  it('is the same for two changes of one value, whatever they change it to', () => {
    expect(subjectOf(aFigureChange('cases', 2023, '1', '2'))).toBe(
      subjectOf(aFigureChange('cases', 2023, '2', null)),
    )
    expect(subjectOf(aYearChange(2024, 'open', 'finished'))).toBe(
      subjectOf(aYearChange(2024, 'finished', 'open')),
    )
    expect(subjectOf(aJoin('newer', 'older'))).toBe(
      subjectOf(aSettingsChange('newer', {}, { direction: '正' })),
    )
  })

  it('is another for every other value, words of the language among them', () => {
    const changes = [
      aFigureChange('cases', 2023, null, '1'),
      aFigureChange('cases', 2024, null, '1'),
      aFigureChange('constructor', 2023, null, '1'),
      aFigureChange('__proto__', 2023, null, '1'),
      aYearChange(2023, 'open', 'finished'),
      aYearChange(2024, 'open', 'finished'),
      aJoin('cases', 'older'),
      aPlanChange('不足', 1),
      aPlanChange('打算', 1),
      aPlanChange('不足', 2),
      aPlanChange('不足', 1, 2024),
    ]
    expect(new Set(changes.map(subjectOf)).size).toBe(changes.length)
  })
})

describe('sameValue', () => {
  it('asks for every property and not for their order', () => {
    const { value, unit, status, quote, note } = anEntry('5', { note: '照录' })
    expect(sameValue({ value, unit, status, quote, note }, { note, quote, status, unit, value })).toBe(true)
    expect(sameValue(anEntry('5'), anEntry('6'))).toBe(false)
    expect(sameValue(anEntry('5'), anEntry('5', { note: '照录' }))).toBe(false)
  })

  it.each([
    [null, null, true],
    [null, anEntry(''), false],
    [anEntry(''), null, false],
    ['open', 'open', true],
    ['open', 'finished', false],
    [null, 'open', false],
    ['open', { direction: '正', continues: null }, false],
    [{ direction: '正', continues: null }, { direction: '正', continues: null }, true],
    [{ direction: '正', continues: null }, { direction: '逆', continues: null }, false],
    [{ state: '待对应', nextQuote: '' }, { state: '待对应', nextQuote: '甲' }, false],
  ] as const)('of %j and %j is %s', (a, b, same) => {
    expect(sameValue(a, b)).toBe(same)
  })

  it('agrees with the values as text', () => {
    const text = fc.constantFrom('', '5', '__proto__', '甲"')
    const value = fc.oneof(
      fc.constant(null),
      fc.constantFrom('open' as const, 'finished' as const),
      fc.record({
        value: text,
        unit: text,
        status: fc.constantFrom('' as const, '待核' as const),
        quote: text,
        note: text,
      }),
      fc.record({ state: fc.constantFrom('待对应' as const, '未见对应表述' as const), nextQuote: text }),
    )
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sameValue(a, b)).toBe(canonicalValue(a) === canonicalValue(b))
      }),
      { numRuns: 500 },
    )
  })
})

it('the inverse of a change takes it back, and the inverse of that is the change', () => {
  const change = aFigureChange('cases', 2023, '1', null)
  expect(inverse(change)).toEqual(aFigureChange('cases', 2023, null, '1'))
  expect(inverse(inverse(change))).toEqual(change)
})

it('the last author is the last who gave a name; nobody is an empty text', () => {
  const by = (...authors: readonly string[]) =>
    authors.reduce((log, author) => appended(log, aDraft([], { author })), aLog())
  expect(lastAuthor(by('张', '李', ''))).toBe('李')
  expect(lastAuthor(by('', ''))).toBe('')
  expect(lastAuthor([])).toBe('')
})
