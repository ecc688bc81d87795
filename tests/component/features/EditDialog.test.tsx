import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { asYear, indicatorIn, shippedDataset } from '../../support/data.ts'
import { figuresIn, renderApp } from '../../support/render.tsx'

const one = shippedDataset()

describe('thin', () => {
  it('fills an empty slot from its card', async () => {
    const app = renderApp(one)
    await app.open('/c/3')
    await app.user.click(screen.getByRole('button', { name: '录入2024年“法律援助案件”' }))
    const dialog = await screen.findByRole('dialog', { name: '录入2024年“法律援助案件”' })
    await app.user.type(within(dialog).getByLabelText('数值'), '2290')
    await app.user.type(within(dialog).getByLabelText('修改原因'), '录入')
    await app.user.click(within(dialog).getByRole('button', { name: '写入1项' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByRole('region', { name: '最近的修改' })).toHaveTextContent(
      '法律援助案件” 待录入 → 改为2290件',
    )
    await app.user.click(screen.getByRole('button', { name: '撤销' }))
    expect(await screen.findByRole('button', { name: '重做' })).toBeVisible()
  })
})
