import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import { groundOf } from '#importing/adding.ts'
import { overlay } from '#importing/overlay.ts'
import type { Keeper } from '#persistence/keeper.ts'
import type { AppStore } from '#store/create.ts'
import type { BackupFile, LedgerState, RestoreOutcome } from '#store/ledger.ts'
import { toBackup } from './backup.ts'
import { draftFrom } from './restore.ts'

/** Shows the published files with the log on top. */
export function showData(store: AppStore, base: Dataset, findings: readonly Finding[]): void {
  const { revisions } = store.getState().ledger
  const { dataset, conflicts, refused } = overlay(base, revisions)
  const { catalogue } = groundOf(base, revisions).dataset
  const toCheck = conflicts.length + refused.length
  store.getState().applyData({ status: 'ready', base, dataset, findings, catalogue, toCheck })
}

/** Puts another state of the log on screen, data and history together. */
function showLog(store: AppStore, state: LedgerState): void {
  const { data, ledger, applyLedger } = store.getState()
  applyLedger(state)
  if (data.status === 'ready' && state.revisions !== ledger.revisions)
    showData(store, data.base, data.findings)
}

const holdPage = (event: BeforeUnloadEvent): void => {
  event.preventDefault()
  event.returnValue = ''
}

let underWay = 0

/** While a save is under way the browser asks before it leaves the page; at no other time. */
async function saving<T>(task: Promise<T>): Promise<T> {
  if (underWay++ === 0) window.addEventListener('beforeunload', holdPage)
  try {
    return await task
  } finally {
    if (--underWay === 0) window.removeEventListener('beforeunload', holdPage)
  }
}

async function restore(store: AppStore, keeper: Keeper, file: BackupFile): Promise<RestoreOutcome> {
  const { data } = store.getState()
  if (data.status !== 'ready') return { kept: false, why: 'read-only', elsewhere: [] }
  const { base } = data
  const planNow = () => draftFrom(file, base, store.getState().ledger.revisions)
  const first = planNow()
  if (!first.ok) return { kept: false, why: first.why, elsewhere: [] }
  // Whoever restores has seen what is missing; behind damage a loss may stand.
  await keeper.resume()
  await keeper.resume()
  // Another window may have been heard of meanwhile: what it wrote is restored over like everything else.
  const plan = planNow()
  if (!plan.ok) return { kept: false, why: plan.why, elsewhere: [] }
  const outcome = await saving(keeper.append(plan.draft))
  return outcome.kept ? { ...outcome, left: plan.left } : outcome
}

/** Connects the store to where the log is kept, and keeps it in step with what is there. */
export function connectLedger(store: AppStore, keeper: Keeper): void {
  keeper.watch((state) => showLog(store, state))
  store.getState().connect((draft) => saving(keeper.append(draft)))
  store.getState().connectLog({
    exportLog: () => {
      const { data, ledger } = store.getState()
      return data.status === 'ready' ? toBackup(data.base, data.dataset, ledger.revisions) : null
    },
    exportRaw: keeper.raw,
    restore: (file) => restore(store, keeper, file),
    resume: keeper.resume,
    retry: async () => {
      await keeper.retry()
      return store.getState().ledger.trouble === null
    },
  })
}
