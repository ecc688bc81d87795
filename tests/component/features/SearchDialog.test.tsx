import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { SearchDialog } from '#features/search/SearchDialog.tsx'
import { asYear, madeUpDataset, shippedDataset, tenYearDataset } from '../../support/data.ts'
import { figuresIn, renderWithUser } from '../../support/render.tsx'

const one = shippedDataset()

/** The open search, with somebody typing into its field; the pinyin table has arrived. */
async function open(dataset: Dataset = one, year = 2023) {
  const onClose = vi.fn()
  const { user } = renderWithUser(<SearchDialog dataset={dataset} year={asYear(year)} onClose={onClose} />)
  const dialog = screen.getByRole('dialog', { name: '搜索指标' })
  const field = within(dialog).getByRole('combobox')
  const options = () => within(dialog).queryAllByRole('option')
  await import('#ui/pinyin.ts')
  field.focus()
  return {
    user,
    onClose,
    dialog,
    field,
    options,
    names: () => options().map((o) => o.querySelector('span:nth-of-type(2)')?.textContent),
  }
}

it('a part-year figure says its months, also in the list', async () => {
  const { user, field, options } = await open(tenYearDataset(), 2033)
  await user.type(field, '办理公证')
  await vi.waitFor(() => expect(options()[0]).toHaveTextContent('718件1—6月'))
})

describe('what is found', () => {
  it.each([
    ['xzfy', '审结行政复议案件数', 'initials'],
    ['xingzhengfuyi', '审结行政复议案件数', 'full pinyin'],
    ['行政复议', '审结行政复议案件数', 'the name'],
    ['审结行政复议', '审结行政复议案件数', 'the short name'],
    ['flyz', '办理法律援助案件数', 'initials of a part'],
  ])('%s finds %s by %s', async (query, name) => {
    const { user, field, names } = await open()
    await user.type(field, query)
    await vi.waitFor(() => expect(names()).toContain(name))
  })

  it('an alias finds its figure, after those found by name', async () => {
    const { user, field, names } = await open()
    const alias = one.catalogue.indicators.find((i) => i.id === 'model-mediators')?.aliases[0] ?? ''
    await user.type(field, alias)
    await vi.waitFor(() => expect(names()).toEqual(['全国模范人民调解员人数']))
  })

  it('shows each figure with its value of the year', async () => {
    const { user, field, options } = await open()
    await user.type(field, '出庭应诉率')
    const [option] = options()
    expect(option && figuresIn(option)).toEqual([
      { id: 'court-appearance-rate', year: 2023, state: 'exact', text: '100%' },
    ])
  })

  it('says how many, and what to do where there is nothing', async () => {
    const { user, dialog, field, options } = await open()
    const status = within(dialog).getByRole('status')
    expect(status).toBeEmptyDOMElement()
    await user.type(field, '出庭应诉率')
    expect(status).toHaveTextContent('找到 1 项')
    await user.clear(field)
    await user.type(field, '量子力学')
    expect(status).toHaveTextContent('没有找到，请换一个词')
    expect(options()).toEqual([])
    expect(field).toHaveAttribute('aria-expanded', 'false')
  })

  it('takes brackets and the like for words, not for a pattern', async () => {
    const { user, field, dialog } = await open()
    await user.type(field, '[[(.*')
    expect(within(dialog).getByRole('status')).toHaveTextContent('没有找到')
  })

  it('belongs to the county that is open', async () => {
    const { user, field, names } = await open(madeUpDataset(), 2031)
    await user.type(field, '一网通办')
    expect(names()).toEqual(['一网通办事项数', '一网通办率'])
  })
})

describe('by keyboard', () => {
  const active = (field: HTMLElement) => field.getAttribute('aria-activedescendant')

  it('the arrows choose, and stop at both ends', async () => {
    const { user, field, options } = await open()
    await user.type(field, '办复率')
    expect(options()).toHaveLength(2)
    expect(active(field)).toBe('search-deputy-suggestion-reply-rate')
    await user.keyboard('{ArrowDown}')
    expect(active(field)).toBe('search-cppcc-proposal-reply-rate')
    await user.keyboard('{ArrowDown}')
    expect(active(field)).toBe('search-cppcc-proposal-reply-rate')
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(active(field)).toBe('search-deputy-suggestion-reply-rate')
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'false'])
  })

  it('Enter opens the chosen figure and closes the search', async () => {
    const { user, field, onClose } = await open()
    await user.type(field, '办复率')
    await user.keyboard('{ArrowDown}{Enter}')
    expect(window.location.hash).toBe('#/i/cppcc-proposal-reply-rate')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('Enter opens nothing where nothing is found, not even before a query', async () => {
    const { user, field, onClose } = await open()
    window.location.hash = '#/'
    await user.keyboard('{Enter}')
    await user.type(field, '量子力学{Enter}')
    expect(window.location.hash).toBe('#/')
    expect(onClose).not.toHaveBeenCalled()
  })

  it('a new query starts at its first result', async () => {
    const { user, field } = await open()
    await user.type(field, '办复率')
    await user.keyboard('{ArrowDown}')
    await user.clear(field)
    await user.type(field, '位次')
    expect(active(field)).toBe('search-mediation-volume-rank')
  })
})

describe('by pointer', () => {
  it('a press on a result opens it', async () => {
    const { user, field, options, onClose } = await open()
    await user.type(field, '出庭应诉率')
    const [option] = options()
    if (option) await user.click(option)
    expect(window.location.hash).toBe('#/i/court-appearance-rate')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('the button closes', async () => {
    const { user, dialog, onClose } = await open()
    await user.click(within(dialog).getByRole('button', { name: '关闭' }))
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})
