import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import type { LoggedChange } from '#domain/revision.ts'
import type { Keep, KeepFailure } from '#store/ledger.ts'
import { aDataset, anIndicator, tenYearDataset } from '../../support/data.ts'
import { aDraft, aFigureChange, aYearChange } from '../../support/log.ts'
import { pageDrawn, renderApp } from '../../support/render.tsx'

/** Three figures, of which the published file of 2023 holds two. */
const base = aDataset({
  indicators: [
    anIndicator({ id: 'full', name: '甲项', short: '甲', chapter: 1 }),
    anIndicator({ id: 'silent', name: '乙项', short: '乙', chapter: 1 }),
    anIndicator({ id: 'young', name: '丙项', short: '丙', chapter: 2, since: 2024 }),
  ],
  figures: { full: { 2023: '40余' }, silent: { 2023: '未公布' } },
  details: { full: { doubtful: true } },
})

/** What somebody entered since: one figure of 2024, and that its entry is finished. */
const firstFigure = aFigureChange('full', 2024, null, '6')
const finish = aYearChange(2024, 'open', 'finished')

/** The page over published files with these changes, each kept as a revision of its own. */
async function show(published: Dataset, path = '/entries', changes: readonly LoggedChange[] = []) {
  const app = renderApp(published, { path })
  await act(async () => {
    for (const change of changes) await app.store.getState().keep(aDraft([change]))
  })
  await pageDrawn()
  return app
}

const showBegun = (path = '/entries') => show(base, path, [firstFigure])

const cellOf = (name: string, year: number): HTMLElement => {
  const row = screen.getByText(name, { selector: 'th' }).closest('tr')
  const cell = row?.querySelector<HTMLElement>(`[data-year="${year}"]`)
  if (!cell) throw new Error(`no cell ${name} ${year}`)
  return cell
}

const years = () => screen.getByRole('list', { name: '各年度录入数' })

beforeEach(() => {
  window.location.hash = ''
})
afterEach(() => vi.unstubAllGlobals())

describe('the years', () => {
  it('say how much is entered, the latest first, the year to come included', async () => {
    await showBegun()
    expect(
      within(years())
        .getAllByRole('listitem')
        .map((item) => item.firstElementChild?.textContent),
    ).toEqual(['2025：待录入', '2024：1/3', '2023：1/2'])
    expect(within(years()).getAllByText('录入中')).toHaveLength(1)
  })

  it('the year to come begins at its first empty slot', async () => {
    const { user, store } = await show(base)
    await user.click(screen.getByRole('button', { name: '开始录入2024年' }))
    expect(store.getState().session.editing).toMatchObject({ indicator: 'full', year: 2024 })
  })

  it('a year that was begun goes on at its first empty slot', async () => {
    const { user, store } = await showBegun()
    await user.click(screen.getByRole('button', { name: '继续录入2024年' }))
    expect(store.getState().session.editing).toMatchObject({ indicator: 'silent', year: 2024 })
  })
})

describe('the slots', () => {
  it('are each a mark and a word', async () => {
    await showBegun()
    expect(cellOf('甲项', 2023)).toHaveTextContent(/^≥下限值待核$/)
    expect(cellOf('甲项', 2024)).toHaveTextContent(/^■精确值$/)
    expect(cellOf('乙项', 2023)).toHaveTextContent(/^未公布$/)
    expect(cellOf('乙项', 2024)).toHaveTextContent(/^待录入$/)
    expect(cellOf('丙项', 2023)).toHaveTextContent(/^·当年尚无此项$/)
    expect(cellOf('丙项', 2025)).toHaveAttribute('data-state', 'pending')
  })

  it('count by chapter and year; a chapter closes and opens', async () => {
    const { user } = await showBegun()
    const toggle = screen.getByRole('button', { name: /第1章/ })
    expect(toggle.closest('tr')).toHaveTextContent('1 / 21 / 2待录入')
    await user.click(toggle)
    expect(screen.queryByText('甲项', { selector: 'th' })).toBeNull()
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    await user.click(toggle)
    expect(screen.getByText('甲项', { selector: 'th' })).toBeVisible()
  })

  it.each([2023, 2024, 2025])('an empty one of %d opens its form', async (year) => {
    const { user, store } = await showBegun()
    await user.click(within(cellOf('乙项', year)).getByRole('button'))
    expect(store.getState().session.editing).toMatchObject({ indicator: 'silent', year })
  })

  it('a filled one leads to its figure', async () => {
    const { user, store } = await showBegun()
    expect(within(cellOf('甲项', 2023)).getByRole('link')).toHaveAttribute('href', '#/i/full?year=2023')
    cellOf('甲项', 2024).focus()
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/i/full?year=2024')
    expect(store.getState().session.editing).toBeNull()
  })

  it('arrows move between them; F2 changes a filled one, Enter fills an empty one', async () => {
    const { user, store } = await showBegun()
    cellOf('甲项', 2023).focus()
    await user.keyboard('{F2}')
    expect(store.getState().session.editing).toMatchObject({ indicator: 'full', year: 2023 })
    store.getState().applySession({ editing: null })
    cellOf('甲项', 2023).focus()
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(cellOf('乙项', 2024)).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(store.getState().session.editing).toMatchObject({ indicator: 'silent', year: 2024 })
  })

  it('Enter on a chapter closes it', async () => {
    const { user } = await showBegun()
    const head = screen.getByRole('button', { name: /第1章/ }).closest('th') as HTMLElement
    head.focus()
    await user.keyboard('{Enter}')
    expect(screen.queryByText('甲项', { selector: 'th' })).toBeNull()
  })

  it('only those still to be entered are left when asked for, kept in the address', async () => {
    const { user, unmount } = await showBegun()
    await user.click(screen.getByRole('checkbox', { name: '只看2024年未录入' }))
    expect(window.location.hash).toBe('#/entries?show=empty')
    unmount()
    await showBegun('/entries?show=empty')
    expect(screen.queryByText('甲项', { selector: 'th' })).toBeNull()
    expect(screen.getByText('乙项', { selector: 'th' })).toBeVisible()
    expect(screen.getByRole('checkbox')).toBeChecked()
  })

  it('says so when nothing is left to enter', async () => {
    const whole = aDataset({ indicators: [anIndicator({ id: 'one' })], figures: { one: { 2023: '1' } } })
    await show(whole, '/entries?show=empty')
    expect(screen.getByText('2023年没有未录入的指标。')).toBeVisible()
  })

  it('of ten years and more the last ten and the one to come, the rest behind 更早年度', async () => {
    const ten = tenYearDataset()
    const { user, unmount } = await show(ten)
    const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent)
    expect(heads().slice(1)).toEqual(Array.from({ length: 11 }, (_, i) => `${2024 + i}年`))
    await user.click(screen.getByRole('button', { name: '更早年度' }))
    expect(window.location.hash).toBe('#/entries?years=all')
    unmount()
    await show(ten, '/entries?years=all')
    expect(heads()).toContain('2023年')
  })
})

describe('a year that is entered', () => {
  const form = () => screen.getByRole('form')

  it('is finished with a reason, after being told what will change', async () => {
    const { user, store } = await showBegun()
    await user.click(screen.getByRole('button', { name: '2024年录入完毕' }))
    expect(form()).toHaveTextContent('2024年还有2项没有录入。写入后，这2项将由“待录入”变为“未公布”')
    await user.type(screen.getByRole('textbox', { name: '修改原因' }), '年度报告已核完')
    await user.click(screen.getByRole('button', { name: '写入：2024年录入完毕' }))
    const { revisions } = store.getState().ledger
    expect(revisions[1]).toMatchObject({
      kind: 'edit',
      reason: '年度报告已核完',
      changes: [{ what: 'year', year: 2024, before: 'open', after: 'finished' }],
    })
    expect(cellOf('乙项', 2024)).toHaveTextContent(/^未公布$/)
    expect(screen.queryByRole('form')).toBeNull()
    expect(store.getState().session.notice).toMatchObject({ what: 'kept' })
  })

  it('is not finished without a reason, nor when it is cancelled', async () => {
    const { user, store } = await showBegun()
    await user.click(screen.getByRole('button', { name: '2024年录入完毕' }))
    await user.click(screen.getByRole('button', { name: '写入：2024年录入完毕' }))
    expect(screen.getByText('请写明修改原因，它会记入修改历史。')).toBeVisible()
    expect(screen.getByRole('textbox', { name: '修改原因' })).toBeInvalid()
    await user.click(within(form()).getByRole('button', { name: '取消' }))
    expect(screen.queryByRole('form')).toBeNull()
    expect(store.getState().ledger.revisions).toHaveLength(1)
    expect(screen.getByRole('button', { name: '2024年录入完毕' })).toHaveFocus()
  })

  it('is opened again when it was entered here, never when its file was published', async () => {
    const { user, store } = await show(base, '/entries', [firstFigure, finish])
    expect(screen.getAllByRole('button', { name: /重新打开/ })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: '重新打开2024年的录入' }))
    expect(form()).toHaveTextContent('没有录入的2项将由“未公布”变为“待录入”')
    await user.type(screen.getByRole('textbox', { name: '修改原因' }), '漏录两项')
    await user.click(screen.getByRole('button', { name: '写入：重新打开2024年的录入' }))
    expect(store.getState().ledger.revisions[2]).toMatchObject({
      changes: [{ what: 'year', year: 2024, before: 'finished', after: 'open' }],
    })
    expect(cellOf('乙项', 2024)).toHaveTextContent(/^待录入$/)
  })

  it.each<[KeepFailure, RegExp]>([
    ['full', /空间不足，没有写入/],
    ['failed', /没有接受，没有写入/],
    ['slow', /已取消，原有数据没有改变/],
    ['elsewhere', /另一窗口先改了/],
    ['read-only', /暂时不能写入/],
    ['unsure', /还不能确定/],
  ])('says what happened when it was not kept (%s), and keeps what was typed', async (why, said) => {
    const { user, store } = await showBegun()
    const keep: Keep = async () => ({ kept: false, why, elsewhere: [] })
    store.getState().connect(keep)
    await user.click(screen.getByRole('button', { name: '2024年录入完毕' }))
    await user.type(screen.getByRole('textbox', { name: '修改原因' }), '核完')
    await user.click(screen.getByRole('button', { name: '写入：2024年录入完毕' }))
    expect(within(form()).getByRole('alert')).toHaveTextContent(said)
    expect(screen.getByRole('textbox', { name: '修改原因' })).toHaveValue('核完')
  })
})

describe('on a phone', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }))
  })

  it('each chapter is a row with its count; a tap opens its indicators', async () => {
    const { user, store } = await showBegun()
    expect(screen.queryByRole('grid')).toBeNull()
    const bar = screen.getByRole('button', { name: /第1章/ })
    expect(bar).toHaveTextContent('2024年 1 / 2')
    expect(screen.queryByText('甲项')).toBeNull()
    await user.click(bar)
    const card = screen.getByRole('heading', { name: '乙项' }).closest('li') as HTMLElement
    await user.click(within(card).getByRole('button', { name: /^2024 ?待录入，录入“乙”$/ }))
    expect(store.getState().session.editing).toMatchObject({ indicator: 'silent', year: 2024 })
    expect(screen.getByRole('link', { name: /^2023 ?下限值 ?待核，查看“甲”$/ })).toHaveAttribute(
      'href',
      '#/i/full?year=2023',
    )
  })
})

it('the overview’s matrix leads here', async () => {
  const ten = tenYearDataset()
  renderApp(ten)
  expect(await screen.findByRole('link', { name: '查看每项指标的录入状况' })).toHaveAttribute(
    'href',
    '#/entries',
  )
})
