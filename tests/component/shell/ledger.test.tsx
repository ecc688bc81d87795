import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Keeper, memoryKeeper } from '#persistence/keeper.ts'
import { connectLedger, showData } from '#shell/ledger.ts'
import { createAppStore } from '#store/create.ts'
import { selectDataset } from '#store/selectors.ts'
import { aDataset, asId, asYear } from '../../support/data.ts'
import { aDraft, aFigureChange } from '../../support/log.ts'

const base = aDataset({ figures: { cases: { 2023: '5' } } })
const draft = aDraft([aFigureChange('cases', 2023, '5', '6')])

/** A store whose log is kept in memory, or by a keeper that does some things otherwise. */
function connected(own: Partial<Keeper> = {}) {
  const store = createAppStore({ path: '/', year: null, theme: 'light', text: 'standard' })
  const keeper = { ...memoryKeeper(), ...own }
  connectLedger(store, keeper)
  const value = () =>
    selectDataset(store.getState())?.observations.get(asId('cases'))?.get(asYear(2023))?.value
  return { store, value, keep: () => store.getState().keep(draft) }
}

/** True when the browser would ask before leaving the page. */
const wouldAsk = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => window.history.replaceState(null, '', '/'))
afterEach(() => {
  vi.restoreAllMocks()
})

describe('connectLedger', () => {
  it('shows a change as soon as it is kept', async () => {
    const { store, value, keep } = connected()
    showData(store, base, [])
    expect(value()).toBe('5')
    await keep()
    expect(value()).toBe('6')
    expect(store.getState().ledger.revisions).toHaveLength(1)
  })

  it('puts what was kept before on top of data that comes later', async () => {
    const { store, value, keep } = connected()
    await keep()
    showData(store, base, [])
    expect(value()).toBe('6')
  })

  it('draws nothing anew when only the trouble changes', async () => {
    let say: Parameters<Keeper['watch']>[0] = () => {}
    const { store } = connected({
      watch: (onState) => {
        say = onState
        onState({ revisions: [], keeping: 'disk', trouble: null, unreadable: 0 })
      },
    })
    showData(store, base, [])
    const { data, ledger } = store.getState()
    say({ ...ledger, trouble: 'closed', keeping: 'memory' })
    expect(store.getState().data).toBe(data)
    expect(store.getState().ledger.trouble).toBe('closed')
  })

  it('has the browser ask before it leaves while a save is under way, at no other time', async () => {
    let finish: () => void = () => {}
    const waiting = new Promise<void>((resolve) => {
      finish = resolve
    })
    const { keep } = connected({
      append: async () => {
        await waiting
        return { kept: false, why: 'failed', elsewhere: [] }
      },
    })
    expect(wouldAsk()).toBe(false)
    const both = [keep(), keep()]
    expect(wouldAsk()).toBe(true)
    finish()
    await Promise.all(both)
    expect(wouldAsk()).toBe(false)
  })

  it('gives the log out and takes it back in', async () => {
    const first = connected()
    expect(first.store.getState().log.exportLog()).toBeNull()
    showData(first.store, base, [])
    await first.keep()
    const text = first.store.getState().log.exportLog() ?? ''

    const second = connected()
    const file = { text, name: '备份.json', author: '甲' }
    expect(await second.store.getState().log.restore(file)).toMatchObject({ kept: false, why: 'read-only' })
    showData(second.store, base, [])
    expect(await second.store.getState().log.restore(file)).toMatchObject({
      kept: true,
      durable: false,
      left: 0,
      revision: { kind: 'restore', file: '备份.json', author: '甲' },
    })
    expect(second.value()).toBe('6')
    expect(await second.store.getState().log.restore(file)).toMatchObject({ kept: false, why: 'same' })
  })

  it('restores over what another window wrote while it went on, and the log says so', async () => {
    const backup = connected()
    showData(backup.store, base, [])
    await backup.keep()
    const text = backup.store.getState().log.exportLog() ?? ''

    const keeper = memoryKeeper()
    const elsewhere = aDraft([aFigureChange('cases', 2023, '5', '7')])
    let isHeard = false
    const { store, value } = connected({
      ...keeper,
      resume: async () => {
        if (!isHeard) await keeper.append(elsewhere)
        isHeard = true
      },
    })
    showData(store, base, [])
    expect(await store.getState().log.restore({ text, name: '', author: '' })).toMatchObject({ kept: true })
    expect(value()).toBe('6')
    expect(store.getState().ledger.revisions[1]?.changes).toEqual([aFigureChange('cases', 2023, '7', '6')])
  })

  it('goes on before it restores, whatever stood in the way', async () => {
    const calls: string[] = []
    const { store } = connected({
      resume: async () => void calls.push('resume'),
      append: async () => {
        calls.push('append')
        return { kept: false, why: 'full', elsewhere: [] }
      },
    })
    showData(store, base, [])
    const other = connected()
    showData(other.store, base, [])
    await other.keep()
    const text = other.store.getState().log.exportLog() ?? ''
    const outcome = await store.getState().log.restore({ text, name: '', author: '' })
    expect(outcome).toEqual({ kept: false, why: 'full', elsewhere: [] })
    expect(calls).toEqual(['resume', 'resume', 'append'])
  })

  it('says whether trying again helped', async () => {
    const { store } = connected()
    expect(await store.getState().log.retry()).toBe(true)
    store.getState().applyLedger({ trouble: 'closed' })
    expect(await store.getState().log.retry()).toBe(false)
  })
})
