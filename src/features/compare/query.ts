import type { ChangeFilter } from '#charts/kinds/changeTable.ts'
import type { Year } from '#domain/year.ts'

export type ChangeOrder = 'report' | 'change'

/** What is asked of the comparison; it stands in the address, so that a link and the way back show the same. */
export interface CompareQuery {
  /** The years as they were chosen, in either order; the later is compared with the earlier. */
  readonly a: Year
  readonly b: Year
  readonly only: ChangeFilter
  readonly sort: ChangeOrder
}

/** The address's name of a filter, in ASCII. */
const filterNames: Readonly<Record<ChangeFilter, string>> = {
  all: '',
  正: 'up',
  逆: 'down',
  中: 'neutral',
  changed: 'changed',
}

export const filters = Object.keys(filterNames) as readonly ChangeFilter[]

/** What cannot be read counts as silence. */
export const parseFilter = (text: string): ChangeFilter =>
  filters.find((filter) => filterNames[filter] === text) ?? 'all'

export const parseOrder = (text: string): ChangeOrder => (text === 'change' ? 'change' : 'report')

/** The path of the comparison with this query. */
export function comparePath({ a, b, only, sort }: CompareQuery): string {
  const rest = [only === 'all' ? '' : `&only=${filterNames[only]}`, sort === 'change' ? '&sort=change' : '']
  return `/compare?a=${a}&b=${b}${rest.join('')}`
}
