import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { carriedData, listFiles, withCarriedData } from '../../../.scripts/vite/dataFiles.ts'

let folder = ''
const csv = Buffer.from('\ufeff年度,指标\r\n2023,"</script><b>"\r\n')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-files-'))
  for (const name of ['years', 'not-figures']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'years/2023.csv'), csv)
  writeFileSync(join(folder, 'not-figures/2023.csv'), 'x')
  writeFileSync(join(folder, 'README.md'), 'x')
  writeFileSync(join(folder, '.DS_Store'), 'x')
  writeFileSync(join(folder, 'datapackage.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (element: string) =>
  JSON.parse(/>([^<]*)<\/script>$/.exec(element)?.[1] ?? '') as Record<string, string>

it('lists files of all folders in one order, without hidden ones', () => {
  expect(listFiles(folder)).toEqual([
    'README.md',
    'datapackage.json',
    'not-figures/2023.csv',
    'years/2023.csv',
  ])
})

it('carries what the page reads, byte for byte', () => {
  const files = read(carriedData(folder))
  expect(Object.keys(files)).toEqual(['datapackage.json', 'years/2023.csv'])
  expect(Buffer.from(files['years/2023.csv'] ?? '', 'base64').equals(csv)).toBe(true)
})

it('puts the data at the end of the body, not into a script that speaks of one', () => {
  const page = '<body><script>"</body>"</script></body>'
  expect(withCarriedData(page, '<i></i>')).toMatch(/<\/script><i><\/i>\s*<\/body>$/)
})
