import type { Dataset } from '#domain/dataset.ts'
import type { Finding } from '#domain/finding.ts'
import type { Revision, RevisionDraft } from '#domain/revision.ts'
import { overlay } from '#importing/overlay.ts'
import type { Keeper } from '#persistence/keeper.ts'
import type { AppStore } from '#store/create.ts'
import type { KeepOutcome } from '#store/ledger.ts'

/** Shows the published files with the log on top. */
export function showData(store: AppStore, base: Dataset, findings: readonly Finding[]): void {
  const { dataset } = overlay(base, store.getState().ledger.revisions)
  store.getState().applyData({ status: 'ready', base, dataset, findings })
}

/** Puts another state of the log on screen, data and history together. */
export function showLog(store: AppStore, revisions: readonly Revision[]): void {
  const { data, applyLedger } = store.getState()
  applyLedger({ revisions })
  if (data.status === 'ready') showData(store, data.base, data.findings)
}

/** Connects the store to where the log is kept; one draft after the other, in the order they were given. */
export function connectLedger(store: AppStore, keeper: Keeper): void {
  let turn: Promise<unknown> = Promise.resolve()
  const append = async (draft: RevisionDraft): Promise<KeepOutcome> => {
    const { revisions } = store.getState().ledger
    const outcome = await keeper.append(draft, revisions[revisions.length - 1]?.number ?? 0)
    const added = outcome.ok ? [...outcome.missed, outcome.revision] : outcome.missed
    if (added.length > 0) showLog(store, [...revisions, ...added])
    return outcome.ok
      ? { kept: true, revision: outcome.revision, durable: outcome.durable }
      : { kept: false, why: outcome.why, elsewhere: outcome.elsewhere }
  }
  store.getState().connect((draft) => {
    const next = turn.then(() => append(draft))
    turn = next.catch(() => undefined)
    return next
  })
}
