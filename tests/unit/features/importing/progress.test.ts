import { describe, expect, it } from 'vitest'
import {
  canPreview,
  fileFaults,
  findingKey,
  obstacleTo,
  passedRows,
  warningsLeft,
} from '#features/importing/progress.ts'
import { type ImportSession, NEW_SESSION } from '#features/importing/session.ts'
import { planImport } from '#importing/upload/planImport.ts'
import type { UploadReading } from '#importing/upload/reading.ts'
import { aDataset, anIndicator, asId, asYear } from '../../../support/data.ts'
import { aReading } from '../../../support/reading.ts'
import { aFinding, aShownReading } from '../../../support/shownReading.ts'

const DATASET = aDataset({ indicators: [anIndicator()], figures: { cases: { 2031: '7' } } })

const sessionOf = (parts: Partial<UploadReading>, rest: Partial<ImportSession> = {}): ImportSession => ({
  ...NEW_SESSION,
  current: 1,
  reading: aShownReading(parts),
  ...rest,
})

const planOf = (value: string, year = 2032) =>
  planImport(DATASET, aReading(DATASET, [['cases', year, value]]))

describe('a file on its way into the data', () => {
  it('is held by its errors first, then by warnings nobody has looked at', () => {
    const [error, warning] = [aFinding('blocks', { row: 2 }), aFinding('warns', { row: 3 })]
    const both = sessionOf({ findings: [error, warning] })
    expect(obstacleTo(both, planOf('9'), false)).toEqual({ is: 'errors', count: 1 })
    const warned = sessionOf({ findings: [warning] })
    expect(obstacleTo(warned, planOf('9'), false)).toEqual({ is: 'warnings', count: 1 })
    const ticked = sessionOf({ findings: [warning] }, { ticked: new Set([findingKey(warning)]) })
    expect(obstacleTo(ticked, planOf('9'), false)).toBeNull()
  })

  it('is held while it is read again, and while the storage takes nothing', () => {
    expect(obstacleTo(sessionOf({}, { isReading: true }), planOf('9'), false)).toEqual({ is: 'reading' })
    expect(obstacleTo(sessionOf({}), planOf('9'), true)).toEqual({ is: 'read-only' })
  })

  it('has nothing to write where it says what is known, or changes nobody agreed to', () => {
    expect(obstacleTo(sessionOf({}), planOf('7', 2031), false)).toEqual({ is: 'nothing' })
    const changed = planOf('8', 2031)
    expect(obstacleTo(sessionOf({}), changed, false)).toEqual({ is: 'nothing' })
    const confirmed = new Set(changed.figures.map(({ change }) => change))
    expect(obstacleTo(sessionOf({}, { confirmed }), changed, false)).toBeNull()
  })

  it('is shown beside the data only once nothing of it is wrong', () => {
    expect(canPreview({ reading: null })).toBe(false)
    expect(canPreview(sessionOf({ findings: [aFinding('blocks', { row: 2 })] }))).toBe(false)
    expect(canPreview(sessionOf({ layout: null }))).toBe(false)
    expect(canPreview(sessionOf({}))).toBe(true)
  })

  it('counts a warning that is not listed as one nobody has looked at', () => {
    const findings = Array.from({ length: 1500 }, (_, i) => aFinding('warns', { row: i + 2 }))
    const ticked = new Set(findings.map(findingKey))
    expect(warningsLeft(sessionOf({ findings }, { ticked }))).toBe(500)
  })

  it('asks again for a warning whose facts have moved', () => {
    const warning = aFinding('warns', { row: 3 })
    const moved = { ...warning, facts: { raw: '九十九' } }
    expect(warningsLeft(sessionOf({ findings: [moved] }, { ticked: new Set([findingKey(warning)]) }))).toBe(1)
  })

  it('counts as passed the rows without error or warning', () => {
    const findings = [
      aFinding('blocks', { row: 2 }),
      aFinding('warns', { row: 2 }),
      aFinding('notes', { row: 4 }),
    ]
    expect(passedRows(aShownReading({ findings, rowCount: 3 }))).toBe(2)
  })

  it('is faulty as a whole where a fault names no row, or no table was found', () => {
    const inRow = aFinding('blocks', { row: 2 })
    expect(fileFaults(aShownReading({ findings: [inRow] }))).toEqual([])
    expect(fileFaults(aShownReading({ findings: [inRow], layout: null }))).toHaveLength(1)
    expect(fileFaults(aShownReading({ findings: [aFinding('blocks')] }))).toHaveLength(1)
  })

  it('finishes only the years somebody called finished', () => {
    const years = new Map([[asYear(2032), 'finished' as const]])
    const same = planOf('7', 2031)
    expect(same.figures[0]?.indicator.id).toBe(asId('cases'))
    expect(obstacleTo(sessionOf({}, { years }), same, false)).toEqual({ is: 'nothing' })
  })
})
