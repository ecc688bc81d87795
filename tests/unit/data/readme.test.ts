import { describe, expect, it } from 'vitest'
import { readNote } from '#domain/note.ts'
import { parseCell } from '#domain/numbers/parse.ts'
import { readText } from './shipped.ts'

const readme = readText('README.md')

/** First and second cell of each row of the table that stands under a header. */
function tableUnder(header: string): readonly (readonly [string, string])[] {
  const lines = readme.slice(readme.indexOf(header)).split('\n').slice(2)
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(0, end).map((line) => {
    const [, first = '', second = ''] = line.split('|').map((cell) => cell.trim())
    return [first, second]
  })
}

const codes = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '')

describe('what the description of the data says of a note', () => {
  const [months, scope] = tableUnder('| 小句 | 含义 |')

  it('is how it is read: months are a period, and the whole year is none', () => {
    const examples = codes(months?.[0] ?? '')
    expect(examples.length).toBeGreaterThan(2)
    for (const example of examples) expect(readNote(example).period, example).not.toBeNull()
    expect(codes(months?.[1] ?? '').map((whole) => readNote(whole))).toEqual([
      { period: null, scopeChange: null },
    ])
  })

  it('is how it is read: a change of scope, by either word', () => {
    const [example = ''] = codes(scope?.[0] ?? '')
    const [other = ''] = codes(scope?.[1] ?? '')
    expect(readNote(example).scopeChange).toBe('含移送案件')
    expect(readNote(other).scopeChange).toBe('')
  })

  it('is how it is read: both side by side, and nothing inside a longer clause', () => {
    const both = codes(readme.slice(readme.indexOf('两种可以并列')))[0] ?? ''
    expect(readNote(both)).toEqual({ period: { from: 1, to: 9 }, scopeChange: '含网上留言' })
    const longer = [...readme.matchAll(/“(其中1—6月|无口径变化)”/g)].map((m) => m[1])
    expect(longer).toEqual(['其中1—6月', '无口径变化'])
    for (const clause of longer) expect(readNote(clause ?? '')).toEqual({ period: null, scopeChange: null })
  })
})

describe('what the description of the data says of a cell', () => {
  const bounds: Readonly<Record<string, string>> = {
    精确值: 'exact',
    '下限值，不小于40': 'at-least',
    约数: 'about',
    上限值: 'at-most',
    '名次：第2位': 'rank',
    '名次区间：三位之内，不是第三位': 'rank-within',
    '带数量级；原样保留': 'exact',
  }
  const rows = tableUnder('| 写法 | 含义 |')

  it.each(rows.filter(([, meaning]) => meaning in bounds))(
    'is how it is read: %s is %s',
    (written, meaning) => {
      for (const cell of codes(written))
        expect(parseCell(cell), cell).toMatchObject({ bound: bounds[meaning] })
    },
  )

  it('is how it is read: marks of a figure that is not published', () => {
    const [written = ''] = rows.find(([, meaning]) => meaning.startsWith('未公布')) ?? []
    expect(codes(written).map((cell) => parseCell(cell).kind)).toEqual(Array(5).fill('not-published'))
    expect(rows.filter(([, meaning]) => meaning in bounds)).toHaveLength(7)
  })
})
