import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { YearPicker } from '#ui/YearPicker.tsx'
import { asYear } from '../../support/data.ts'
import { renderWithUser } from '../../support/render.tsx'

const YEARS = [2023, 2024, 2025].map(asYear)

it('offers the years entered, the latest first, with the one looked at chosen', () => {
  renderWithUser(<YearPicker years={YEARS} year={asYear(2024)} path="/c/2" />)
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
  const { user } = renderWithUser(<YearPicker years={YEARS} year={asYear(2024)} path="/c/2" />)
  await user.selectOptions(screen.getByRole('combobox'), choice)
  expect(window.location.hash).toBe(hash)
})
