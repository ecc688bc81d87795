import { describe, expect, it } from 'vitest'
import { createAppStore } from '#store/create.ts'
import { selectDataset, selectYear } from '#store/selectors.ts'
import type { ViewState } from '#store/state.ts'
import { aDataset, asYear } from '../../support/data.ts'

const VIEW: ViewState = { path: '/', year: null, theme: 'light', text: 'standard' }

const ready = (years: readonly number[]) =>
  ({ status: 'ready', base: aDataset({ years }), dataset: aDataset({ years }), findings: [] }) as const

/** A store whose data holds these years, looked at in one of them. */
function storeWith(years: readonly number[], year: number | null) {
  const store = createAppStore({ ...VIEW, year: year === null ? null : asYear(year) })
  store.getState().applyData(ready(years))
  return store
}

describe('createAppStore', () => {
  it('starts by loading, at the view it is given, with no dialog open', () => {
    expect(createAppStore({ ...VIEW, path: '/c/2' }).getState()).toMatchObject({
      data: { status: 'loading' },
      view: { path: '/c/2' },
      session: { searchOpen: false },
    })
  })

  it('may start with data', () => {
    expect(createAppStore(VIEW, ready([2023])).getState().data.status).toBe('ready')
  })

  it('changes a part of the view and leaves the rest', () => {
    const store = storeWith([2023], 2023)
    store.getState().applyView({ theme: 'dark' })
    expect(store.getState().view).toEqual({ ...VIEW, year: 2023, theme: 'dark' })
  })

  it('opens the search without touching view or data', () => {
    const store = storeWith([2023], null)
    const { view, data } = store.getState()
    store.getState().applySession({ searchOpen: true })
    expect(store.getState()).toMatchObject({ session: { searchOpen: true } })
    expect(store.getState().view).toBe(view)
    expect(store.getState().data).toBe(data)
  })

  it('shares nothing with another store', () => {
    const [one, other] = [storeWith([2023], null), storeWith([2023], null)]
    one.getState().applyView({ path: '/data' })
    expect(other.getState().view.path).toBe('/')
  })
})

describe('selectDataset', () => {
  it('gives the same dataset each time, so that nothing is drawn twice', () => {
    const store = storeWith([2023], null)
    const first = selectDataset(store.getState())
    store.getState().applyView({ path: '/data' })
    expect(selectDataset(store.getState())).toBe(first)
    expect(first?.years).toEqual([2023])
  })

  it.each([{ status: 'loading' }, { status: 'failed', findings: [] }] as const)(
    'gives nothing while %j',
    (data) => {
      const store = createAppStore(VIEW)
      store.getState().applyData(data)
      expect(selectDataset(store.getState())).toBeNull()
      expect(selectYear(store.getState())).toBeNull()
    },
  )
})

describe('selectYear', () => {
  it.each([
    ['the year of the address', [2023, 2024, 2025], 2024, 2024],
    ['the latest where the address is silent', [2023, 2024, 2025], null, 2025],
    ['the latest where the address names a year nobody entered', [2023, 2024, 2025], 2031, 2025],
  ])('gives %s', (_, years, asked, year) => {
    expect(selectYear(storeWith(years, asked).getState())).toBe(year)
  })

  it('gives nothing where no year is entered', () => {
    expect(selectYear(storeWith([], 2023).getState())).toBeNull()
  })
})
