import { describe, expect, it } from 'vitest'
import { withAnswers, without } from '#features/importing/answers.ts'
import { NO_CHOICES, NO_MEMORY, type ReadColumn } from '#importing/upload/reading.ts'
import { asYear } from '../../../support/data.ts'

const column = (place: number, label: string, role: ReadColumn['role']): ReadColumn => ({
  place,
  label,
  role,
  by: 'choice',
})

const chosen = (...columns: readonly ReadColumn[]) => ({
  ...NO_CHOICES,
  columns: new Map(columns.map(({ place, role }) => [place, role])),
})

describe('answers kept for the next file', () => {
  it('are the names and the heads somebody decided, by the words of the file', () => {
    const columns = [
      column(0, '本年', { is: 'field', field: '数值' }),
      column(1, '序', { is: 'ignored' }),
      column(2, '指标', { is: 'field', field: '指标' }),
    ]
    const choices = {
      ...chosen(...columns.slice(0, 2)),
      names: new Map([['别名', { is: 'left-out' } as const]]),
    }
    const memory = withAnswers(NO_MEMORY, { columns }, choices)
    expect([...memory.columns]).toEqual([
      ['本年', '数值'],
      ['序', 'ignored'],
    ])
    expect([...memory.names.keys()]).toEqual(['别名'])
  })

  it('leave out what holds for one file alone: a year in a head, a head without words', () => {
    const columns = [
      column(0, '2031年', { is: 'year', year: asYear(2031) }),
      column(1, '', { is: 'field', field: '数值' }),
    ]
    expect(withAnswers(NO_MEMORY, { columns }, chosen(...columns)).columns.size).toBe(0)
  })

  it('give way to a later answer for the same words', () => {
    const columns = [column(0, '数', { is: 'ignored' })]
    const memory = { columns: new Map([['数', '数值' as const]]), names: new Map() }
    expect(withAnswers(memory, { columns }, chosen(...columns)).columns.get('数')).toBe('ignored')
  })

  it('are forgotten word by word', () => {
    const memory = {
      columns: new Map([['数', '数值' as const]]),
      names: new Map([['别名', { is: 'left-out' } as const]]),
    }
    expect(without(memory, ['数'])).toEqual({ ...memory, columns: new Map() })
    expect(without(memory, ['数', '别名'])).toEqual(NO_MEMORY)
  })
})
