import { expect, it } from 'vitest'
import { fileName } from '#exporting/filename.ts'

const DAY = new Date(2031, 0, 5, 23, 59)

it('names title, part and day', () => {
  expect(fileName(['某县法治指标', '2023年度'], 'csv', DAY)).toBe('某县法治指标-2023年度-20310105.csv')
})

it('leaves out what is empty', () => {
  expect(fileName(['', '某县', '  '], 'zip', DAY)).toBe('某县-20310105.zip')
})

it('takes no path, no reserved mark, no control and no change of direction into a name', () => {
  const name = fileName(['../..\\a:b*c?"<d>|%\0\n\u202egpj\u200b', '…\u2028'], 'csv', DAY)
  expect(name).toBe('a b c d gpj-…-20310105.csv')
})

it('stays below what file systems take', () => {
  const name = fileName(['𠮷'.repeat(300), '案'.repeat(300)], 'xlsx', DAY)
  expect(new TextEncoder().encode(name).length).toBeLessThan(255)
  expect(name).toContain(`${'𠮷'.repeat(30)}-${'案'.repeat(30)}-`)
})
