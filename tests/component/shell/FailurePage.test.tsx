import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Finding, Severity } from '#domain/finding.ts'
import { FailurePage } from '#shell/FailurePage.tsx'
import { renderWithUser } from '../../support/render.tsx'

const aFinding = (row: number, severity: Severity = 'blocks', raw = '九十八'): Finding => ({
  code: 'value-unreadable',
  severity,
  at: { file: 'years/2023.csv', row, column: '数值' },
  facts: { raw, why: 'not-a-number' },
})

const show = (findings: readonly Finding[], onRetry = vi.fn()) => {
  const { user } = renderWithUser(<FailurePage findings={findings} onRetry={onRetry} />)
  return { user, onRetry, alert: screen.getByRole('alert') }
}

describe('FailurePage', () => {
  it('says what happened, what is safe and what to do, in Chinese', () => {
    const { alert } = show([aFinding(12)])
    expect(within(alert).getByRole('heading', { name: '数据没有读出来' })).toBeVisible()
    expect(alert).toHaveTextContent('没有任何数据被改动')
    expect(alert).toHaveTextContent('years/2023.csv 第12行“数值”列：“九十八”不是数字。请改为数字')
    expect(alert.textContent).not.toMatch(/Error|undefined|exception/i)
  })

  it('names what blocks only', () => {
    const { alert } = show([aFinding(2, 'notes'), aFinding(3), aFinding(4, 'warns')])
    expect(
      within(alert)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([expect.stringContaining('第3行')])
  })

  it('shows twenty and counts the rest', () => {
    const { alert } = show(Array.from({ length: 25 }, (_, i) => aFinding(i + 2)))
    expect(within(alert).getAllByRole('listitem')).toHaveLength(20)
    expect(alert).toHaveTextContent('还有5处')
  })

  it('keeps hidden characters of a file from turning its sentence around', () => {
    const { alert } = show([aFinding(2, 'blocks', '1\u202e2')])
    expect(within(alert).getByRole('listitem').firstElementChild?.tagName).toBe('BDI')
  })

  it('reads once more when asked', async () => {
    const { user, onRetry } = show([aFinding(2)])
    await user.click(screen.getByRole('button', { name: '重试' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
  })
})
