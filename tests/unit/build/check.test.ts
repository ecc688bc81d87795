import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { CheckedFile } from '../../../src/shell/headless.ts'
import { inBrief, UPLOADS, uploadCases, uploadFiles } from '../../support/uploads.ts'

/** Runs the check as `npm run check --` does. */
const check = (...words: readonly string[]) =>
  spawnSync('node', ['.scripts/check.mjs', ...words], { encoding: 'utf8', maxBuffer: 2 ** 26 })

describe('the headless check', () => {
  it('gives one JSON object a file and says of each what the page does', () => {
    const paths = uploadFiles().map((name) => `${UPLOADS}/${name}`)
    const { stdout, status } = check(...paths, '--json')
    const checked: CheckedFile[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const expected = [...uploadCases()].map(([name, { what: _, ...brief }]) => [`${UPLOADS}/${name}`, brief])
    expect(checked.map((one) => one.file)).toEqual(paths)
    expect(new Map(checked.map((one) => [one.file, inBrief(one)]))).toEqual(new Map(expected as never))
    expect(status).toBe(1)
  })

  it('has the keys of the data contract and no others', () => {
    const [line] = check('data/years/2023.csv', '--json').stdout.split('\n')
    const one: CheckedFile = JSON.parse(line ?? '')
    expect(Object.keys(one)).toEqual(['file', 'verdict', 'encoding', 'layout', 'observations', 'findings'])
    expect(Object.keys(one.observations[0] ?? {})).toEqual([
      'year',
      'indicator',
      'value',
      'bound',
      'literal',
      'unit',
      'state',
      'row',
    ])
    const [finding] = JSON.parse(check('nowhere.csv', '--json').stdout).findings
    expect(Object.keys(finding)).toEqual(['code', 'severity', 'row', 'column', 'text'])
  })

  it('accepts the shipped figures and ends with 0', () => {
    const { stdout, status } = check('data/years/2023.csv')
    expect(stdout).toContain('data/years/2023.csv：可以读入。')
    expect(status).toBe(0)
  })

  it('names row and column in a sentence and the verdict behind', () => {
    const { stdout } = check(`${UPLOADS}/line-break-in-cell.csv`)
    expect(stdout).toContain('第3行“数值”列')
    expect(stdout).toContain('部分可以读入')
  })

  it('refuses a path that is not there, and a folder', () => {
    const { stdout, status } = check('nowhere.csv', 'data', '--json')
    const verdicts = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).verdict)
    expect(verdicts).toEqual(['refused', 'refused'])
    expect(status).toBe(1)
  })

  it('explains itself without files, on the error output, and ends with 2', () => {
    const { stdout, stderr, status } = check()
    expect([stdout, status]).toEqual(['', 2])
    expect(stderr).toContain('用法')
    expect(check('--jsno', 'a.csv').status).toBe(2)
  })
})
