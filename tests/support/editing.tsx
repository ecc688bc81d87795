import { act, screen, within } from '@testing-library/react'
import type { Indicator } from '#domain/catalogue.ts'
import type { LoggedChange } from '#domain/revision.ts'
import type { KeepFailure, KeepOutcome } from '#store/ledger.ts'
import { aDataset, anIndicator, asId, asYear } from './data.ts'
import { aDraft } from './log.ts'
import { renderApp } from './render.tsx'

type Shape = Partial<Omit<Indicator, 'id'>> & { readonly id: string }

/** 件 in three counts and a rate; 2023 is finished but for the third. */
export const smallCounty = (shapes: readonly Shape[] = []) =>
  aDataset({
    indicators: [
      anIndicator({ id: 'cases', name: '办理案件数', short: '案件' }),
      anIndicator({ id: 'visits', name: '走访次数', short: '走访', unit: '次' }),
      anIndicator({ id: 'talks', name: '宣讲场次', short: '宣讲', unit: '场' }),
      anIndicator({ id: 'share', name: '办结率', short: '办结率', unit: '%', kind: 'rate' }),
      ...shapes.map(anIndicator),
    ],
    figures: { cases: { 2023: '700' }, visits: { 2023: '40余' }, share: { 2023: '99.5' } },
  })

/** The app on the page of a figure, with hands that know the form. */
export async function openFigure(dataset = smallCounty(), id = 'cases', year = 2023) {
  const app = renderApp(dataset, { year: asYear(year) })
  await app.open(`/i/${id}`, asYear(year))
  const { store, user } = app
  const figure = (of = id, at = year) => {
    const { data } = store.getState()
    if (data.status !== 'ready') throw new Error('no data')
    return data.dataset.observations.get(asId(of))?.get(asYear(at)) ?? null
  }
  return {
    ...app,
    figure,
    revisions: () => store.getState().ledger.revisions,
    fingerprint: () => screen.getByRole('contentinfo').textContent,
    /** Opens the form by one of its buttons. */
    async press(name: string): Promise<HTMLElement> {
      await user.click(screen.getByRole('button', { name }))
      return screen.findByRole('dialog')
    },
    /** Types into the open form; what stood in a field is replaced. */
    async fill(fields: Readonly<Record<string, string>>): Promise<void> {
      const form = within(screen.getByRole('dialog'))
      for (const [label, text] of Object.entries(fields)) {
        const field = form.getByLabelText(new RegExp(`^${label}`))
        if (field instanceof HTMLSelectElement) await user.selectOptions(field, text)
        else {
          await user.clear(field)
          if (text !== '') await user.type(field, text)
        }
      }
    },
    async send(name = '写入1项'): Promise<void> {
      await user.click(within(screen.getByRole('dialog')).getByRole('button', { name }))
    },
    /** The storage confirms from now on what it is given. */
    makeDurable(): void {
      const { keep, connect } = store.getState()
      act(() => connect(async (draft) => ({ ...(await keep(draft)), durable: true }) as KeepOutcome))
    },
    /** The storage refuses from now on; gives the way back. */
    refuse(why: KeepFailure): () => void {
      const { keep, connect } = store.getState()
      act(() => connect(async () => ({ kept: false, why, elsewhere: [] })))
      return () => act(() => connect(keep))
    },
    /** A change of somebody else, as another window makes it. */
    async elsewhere(...changes: readonly LoggedChange[]): Promise<void> {
      await act(async () => {
        await store.getState().keep(aDraft(changes, { reason: '另一窗口' }))
      })
    },
  }
}

export const field = (label: string): HTMLElement =>
  within(screen.getByRole('dialog')).getByLabelText(new RegExp(`^${label}`))

/** What the form says to be wrong with a field, by the marks a screen reader follows. */
export function faultOf(label: string): string {
  const control = field(label)
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
  if (control.getAttribute('aria-invalid') !== 'true') return ''
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join('')
}
