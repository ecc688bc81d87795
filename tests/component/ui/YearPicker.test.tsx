import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { YearPicker } from '#ui/YearPicker.tsx'
import { asYear } from '../../support/data.ts'
import { renderWithUser } from '../../support/render.tsx'

const YEARS = [2023, 2024, 2025].map(asYear)

const show = (year: number, openYears: readonly number[] = []) =>
  renderWithUser(
    <YearPicker years={YEARS} openYears={openYears.map(asYear)} year={asYear(year)} path="/c/2" />,
  )

beforeEach(() => {
  window.location.hash = ''
})

it('offers the years entered, the latest first, with the one looked at chosen', () => {
  show(2024)
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    '2025年度',
    '2024年度',
    '2023年度',
  ])
  expect(screen.getByRole('combobox', { name: '年度' })).toHaveValue('2024')
})

it.each([
  ['2023', '#/c/2?year=2023'],
  ['2025', '#/c/2'],
])('keeps the choice %s in the address: %s', async (choice, hash) => {
  const { user } = show(2024)
  await user.selectOptions(screen.getByRole('combobox'), choice)
  expect(window.location.hash).toBe(hash)
})

describe('the rest of the address', () => {
  it('stays when the year changes', async () => {
    window.location.hash = '#/c/2?theme=dark&year=2024&text=large'
    const { user } = show(2024)
    await user.selectOptions(screen.getByRole('combobox'), '2023')
    expect(window.location.hash).toBe('#/c/2?theme=dark&year=2023&text=large')
    await user.selectOptions(screen.getByRole('combobox'), '2025')
    expect(window.location.hash).toBe('#/c/2?theme=dark&text=large')
  })
})

describe('an open year', () => {
  it('says that it is being entered, and is not what an address without a year means', async () => {
    const { user } = show(2024, [2025])
    expect(screen.getAllByRole('option')[0]).toHaveTextContent('2025年度（录入中）')
    await user.selectOptions(screen.getByRole('combobox'), '2025')
    expect(window.location.hash).toBe('#/c/2?year=2025')
    await user.selectOptions(screen.getByRole('combobox'), '2024')
    expect(window.location.hash).toBe('#/c/2')
  })
})

describe('the buttons beside it', () => {
  it('go a year back and a year on, by keyboard too', async () => {
    const { user } = show(2024)
    await user.click(screen.getByRole('button', { name: '上一年度：2023年度' }))
    expect(window.location.hash).toBe('#/c/2?year=2023')
    screen.getByRole('button', { name: '下一年度：2025年度' }).focus()
    await user.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/c/2')
  })

  it('end at the first and the last year, without losing the focus', async () => {
    window.location.hash = '#/c/2?year=2023'
    const { user } = show(2023)
    const back = screen.getByRole('button', { name: '上一年度' })
    expect(back).toHaveAttribute('aria-disabled', 'true')
    await user.click(back)
    expect(back).toHaveFocus()
    expect(window.location.hash).toBe('#/c/2?year=2023')
  })

  it('are not there with one year', () => {
    renderWithUser(<YearPicker years={[asYear(2023)]} year={asYear(2023)} path="/" />)
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})
