import { act, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { kinds } from '#charts/kinds/index.ts'
import type { EChartsKind } from '#charts/kinds/kind.ts'
import type { ChartKind } from '#domain/catalogue.ts'
import { aFrame } from '../../support/charts.ts'
import { shippedDataset } from '../../support/data.ts'

const dataset = shippedDataset()

type Watch = (entries: readonly { target: Element; isIntersecting: boolean }[]) => void

/** A window in which everything is in sight as soon as it is watched. */
function putInSight() {
  class Watcher {
    readonly #watch: Watch
    constructor(watch: Watch) {
      this.#watch = watch
    }
    observe(target: Element) {
      this.#watch([{ target, isIntersecting: true }])
    }
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Watcher)
}

/** The queue keeps its watcher, so each test loads it anew. */
async function showChart(kindName: ChartKind, ids: readonly string[], label: string) {
  vi.resetModules()
  const { Chart } = await import('#ui/Chart.tsx')
  const kind = kinds[kindName]
  if (kind.draws !== 'echarts') throw new Error('drawn as HTML')
  return render(<Chart kind={kind} frame={aFrame(dataset, ids, 2023)} label={label} />)
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('Chart', () => {
  it('is an image whose name gives every figure, before anything is drawn', async () => {
    await showChart('same-unit-bars', ['deputy-suggestions', 'cppcc-proposals'], '办理件数')
    const chart = screen.getByRole('img')
    expect(chart).toHaveAccessibleName('办理件数。2023年：人大代表建议65 件；政协委员提案254 件。')
    expect(chart.querySelector('svg')).toBeNull()
  })

  it('keeps the room it will need', async () => {
    await showChart('same-unit-bars', ['deputy-suggestions', 'cppcc-proposals'], '办理件数')
    const box = screen.getByRole('img').firstElementChild as HTMLElement
    expect(Number.parseFloat(box.style.height)).toBeGreaterThan(50)
  })

  it('draws its figures as SVG when it comes in sight', async () => {
    putInSight()
    await showChart('steps', ['online-enforcement-cases', 'online-enforcement-cases-closed'], '办案')
    const drawing = await vi.waitUntil(() => screen.getByRole('img').querySelector('svg'), { timeout: 5000 })
    const texts = [...drawing.querySelectorAll('text')].map((text) => text.textContent)
    expect(texts).toEqual(
      expect.arrayContaining(['745', '553', '网上办案结案 ÷ 网上办理案件 = 74.2%（推算）']),
    )
  })

  const CASES = { indicator: 'online-enforcement-cases', year: 2023 }

  /** A drawn chart; `point` does to one of its marks what a mouse would. */
  async function pointable() {
    putInSight()
    const ids = ['online-enforcement-cases', 'online-enforcement-cases-closed']
    const view = await showChart('steps', ids, '办案')
    const drawing = await vi.waitUntil(() => screen.getByRole('img').querySelector('svg'), { timeout: 5000 })
    const { echarts } = await import('#charts/engine.ts')
    const holder = drawing.closest('[_echarts_instance_]') as HTMLElement
    const point = (what: 'click' | 'mousemove' | 'mouseout' | 'globalout', data: unknown = null) =>
      act(() => {
        const event = { data, event: { offsetX: 590, offsetY: 40 } }
        echarts.getInstanceByDom(holder)?.trigger(what, event as never)
      })
    return { ...view, holder, point }
  }

  it('leads to the page of a figure whose mark is pressed', async () => {
    const { point } = await pointable()
    point('click', CASES)
    expect(window.location.hash).toBe('#/i/online-enforcement-cases')
  })

  it('says what the figure under the pointer is, until the pointer leaves it', async () => {
    const { point, holder } = await pointable()
    for (const leave of ['mouseout', 'globalout'] as const) {
      point('mousemove', CASES)
      expect(holder).toHaveTextContent('2023年：745 件')
      point(leave)
      expect(holder.querySelector('.tip')).toBeNull()
    }
  })

  it('has one tip, and none over marks that stand for no figure', async () => {
    const { point, holder } = await pointable()
    point('mousemove', CASES)
    point('mousemove', { indicator: 'online-enforcement-cases-closed', year: 2023 })
    expect(holder.querySelectorAll('.tip')).toHaveLength(1)
    expect(holder.querySelector('.tip')).toHaveTextContent('2023年：553 件')
    point('mousemove', [3])
    expect(holder.querySelector('.tip')).toBeNull()
  })

  it('looks the same while the pointer is on a mark', async () => {
    const { holder } = await pointable()
    const { echarts } = await import('#charts/engine.ts')
    const chart = echarts.getInstanceByDom(holder)
    const fills = () => [...holder.querySelectorAll('path')].map((path) => path.getAttribute('fill'))
    const before = fills()
    expect(before).toContain('var(--c2)')
    for (const dataIndex of before.keys())
      chart?.dispatchAction({ type: 'highlight', seriesIndex: 0, dataIndex })
    chart?.getZr().animation.update()
    chart?.getZr().flush()
    expect(fills()).toEqual(before)
  })

  it('takes the tip away when it draws something else', async () => {
    const { point, holder, rerender } = await pointable()
    const { Chart } = await import('#ui/Chart.tsx')
    point('mousemove', CASES)
    const frame = aFrame(dataset, ['online-enforcement-cases', 'online-enforcement-cases-closed'], 2024)
    rerender(<Chart kind={kinds.steps as EChartsKind} frame={frame} label="办案" />)
    expect(holder).toBeInTheDocument()
    expect(holder.querySelector('.tip')).toBeNull()
  })
})
