import { expect, it } from 'vitest'
import { datedName } from '#ui/download.ts'

it.each([
  [new Date(2024, 1, 29, 17, 5), '备份-20240229-1705.json'],
  [new Date(1999, 11, 31, 0, 0), '备份-19991231-0000.json'],
])('names a file after the machine’s own time: %s', (now, name) => {
  expect(datedName('备份', 'json', now)).toBe(name)
})
