import { parseYear, type Year } from '#domain/year.ts'
import type { TextSize, Theme } from '#store/state.ts'

/** What an address says; `null` where it is silent. */
export interface Address {
  readonly path: string
  readonly query: ReadonlyMap<string, string>
  readonly year: Year | null
  readonly theme: Theme | null
  readonly text: TextSize | null
}

const THEMES: readonly string[] = ['light', 'dark', 'projector'] satisfies Theme[]

/** Reads `#/c/2?year=…&text=large`. An unknown theme or text size counts as silence. */
export function parseAddress(hash: string): Address {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?')
  const query = new Map(new URLSearchParams(search))
  const theme = query.get('theme') ?? ''
  const text = query.get('text')
  return {
    path: path.startsWith('/') ? path : `/${path}`,
    query,
    year: parseYear(query.get('year') ?? ''),
    theme: THEMES.includes(theme) ? (theme as Theme) : null,
    text: text === 'large' || text === 'standard' ? text : null,
  }
}

/** The address as it stands now. */
export const readAddress = (): Address => parseAddress(window.location.hash)

/** Calls back at every change of the address; returns the way to stop. */
export function watchAddress(onChange: (address: Address) => void): () => void {
  const listener = (): void => onChange(readAddress())
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
