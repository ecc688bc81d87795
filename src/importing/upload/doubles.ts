import type { Finding } from '#domain/finding.ts'
import type { SheetRow } from '../decode/csv.ts'
import type { Head } from './heads.ts'
import type { ReadColumn } from './reading.ts'

/** Columns of one meaning, several of them or one. */
const keyOf = ({ role }: ReadColumn): string | null => {
  if (role.is === 'field') return role.field
  if (role.is === 'year') return String(role.year)
  return role.is === 'indicator' ? `=${role.name}` : null
}

const contentOf = (rows: readonly SheetRow[], place: number): readonly string[] =>
  rows.map((row) => (row.cells[place] ?? '').trim())

const same = (a: readonly string[], b: readonly string[]): boolean => a.every((text, i) => text === b[i])

/** The columns of one meaning that say something, one of each content. */
function distinct(rows: readonly SheetRow[], columns: readonly ReadColumn[]): readonly ReadColumn[] {
  const seen: (readonly string[])[] = []
  return columns.filter(({ place }) => {
    const content = contentOf(rows, place)
    if (content.every((text) => text === '') || seen.some((other) => same(other, content))) return false
    seen.push(content)
    return true
  })
}

const isExact = (head: Head, { place, by }: ReadColumn): boolean => {
  const meaning = head.cells[place]?.meaning
  return by === 'choice' || (meaning?.is === 'field' && meaning.exact)
}

const isUnit = ({ role }: ReadColumn): boolean => role.is === 'field' && role.field === '单位'

/** Which of several columns of one meaning is meant. Missing: `null` when only a person can say. */
function chosen(
  head: Head,
  rows: readonly SheetRow[],
  columns: readonly ReadColumn[],
): ReadColumn | null | undefined {
  const told = distinct(rows, columns)
  if (told.length <= 1) return told[0] ?? columns[0]
  const exact = told.filter((column) => isExact(head, column))
  // 单位 is an organisation, too: beside 计量单位 it is one.
  const [other] = told.filter((column) => !exact.includes(column))
  if (other && told.length === 2 && isUnit(other) && other.by === 'word') return other
  return exact.length === 1 ? exact[0] : null
}

/**
 * Leaves one column a meaning: empty and equal ones go, the contract's own word goes before its listed others.
 * Errors: a meaning that several columns have with different cells blocks the file.
 */
export function withoutDoubles(
  columns: readonly ReadColumn[],
  head: Head,
  rows: readonly SheetRow[],
  at: Finding['at'],
): { readonly columns: readonly ReadColumn[]; readonly findings: readonly Finding[] } {
  const groups = new Map<string, ReadColumn[]>()
  for (const column of columns) {
    const key = keyOf(column)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), column])
  }
  const dropped = new Map<ReadColumn, ReadColumn['by']>()
  const findings: Finding[] = []
  for (const group of groups.values()) {
    if (group.length === 1) continue
    const kept = chosen(head, rows, group)
    const places = group.map(({ place }) => `第${place + 1}列`).join('、')
    const column = group[0]?.label ?? ''
    if (kept === null)
      findings.push({ code: 'column-twice', severity: 'blocks', at: { ...at, column }, facts: { places } })
    else {
      // One that says the same, or nothing, need not be named.
      const told = new Set(distinct(rows, group))
      for (const one of group) if (one !== kept) dropped.set(one, told.has(one) ? 'none' : 'word')
    }
  }
  const left = columns.map((c): ReadColumn => {
    const by = dropped.get(c)
    return by === undefined ? c : { ...c, role: { is: 'ignored' }, by }
  })
  return { columns: left, findings }
}
