// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type NameAnswer, NO_MEMORY, type UploadMemory } from '#domain/uploadMemory.ts'
import { memoryShelf } from '#persistence/memory.ts'
import { asId } from '../../support/data.ts'

const MEMORY: UploadMemory = {
  columns: new Map([
    ['指标名称', '指标'],
    ['序号', 'ignored'],
  ]),
  names: new Map<string, NameAnswer>([
    ['法援案件', { is: 'known', indicator: asId('legal-aid-cases') }],
    ['合计', { is: 'left-out' }],
    [
      '公职律师人数',
      { is: 'new', indicator: { name: '公职律师人数', chapter: 2, unit: '人', kind: 'count' } },
    ],
    ['__proto__', { is: 'left-out' }],
  ]),
}

/** The key under which the answers are kept; found by writing, so that the test need not know it. */
function keyInUse(): string {
  memoryShelf().write(MEMORY)
  const key = localStorage.key(0)
  localStorage.clear()
  if (key === null) throw new Error('nothing was kept')
  return key
}

function stored(value: unknown): UploadMemory {
  localStorage.setItem(keyInUse(), typeof value === 'string' ? value : JSON.stringify(value))
  return memoryShelf().read()
}

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

describe('the answers kept for later imports', () => {
  it('are given back to the last word', () => {
    expect(memoryShelf().read()).toEqual(NO_MEMORY)
    memoryShelf().write(MEMORY)
    expect(memoryShelf().read()).toEqual(MEMORY)
  })

  it('leave nothing behind once they are forgotten', () => {
    memoryShelf().write(MEMORY)
    memoryShelf().write(NO_MEMORY)
    expect(localStorage).toHaveLength(0)
  })

  it.each(['', '{', 'null', '5', '[]', '{"columns":5}', 'x'.repeat(1_000_001)])(
    'are none in %.20j',
    (kept) => {
      expect(stored(kept)).toEqual(NO_MEMORY)
    },
  )

  it('are those that are whole where others are damaged', () => {
    const columns = [['指标名称', '指标'], ['甲', '乙'], ['数', '数值', 1], 'x', [5, '数值'], ['', '数值']]
    const names = [
      ['合计', { is: 'left-out' }],
      ['甲', { is: 'left-out', extra: 1 }],
      ['乙', { is: 'constructor' }],
      ['丙', { is: 'known', indicator: '' }],
      ['丁', { is: 'new', indicator: { name: '丁', chapter: -1, unit: '', kind: 'count' } }],
      ['x'.repeat(201), { is: 'left-out' }],
    ]
    expect(stored({ columns, names })).toEqual({
      columns: new Map([['指标名称', '指标']]),
      names: new Map([['合计', { is: 'left-out' }]]),
    })
  })

  it('are the newest thousand of more', () => {
    const many = Array.from({ length: 1200 }, (_, i) => [`名称${i}`, { is: 'left-out' }] as const)
    memoryShelf().write({ columns: new Map(), names: new Map(many) })
    const { names } = memoryShelf().read()
    expect([names.size, names.has('名称199'), names.has('名称1199')]).toEqual([1000, false, true])
  })

  it('are none where storage is refused, and nothing is thrown where it is full', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError')
    })
    expect(memoryShelf().read()).toEqual(NO_MEMORY)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    expect(() => memoryShelf().write(MEMORY)).not.toThrow()
  })

  it('are heard of when another window gave them, and only then', () => {
    const key = keyInUse()
    const heard: UploadMemory[] = []
    memoryShelf().watch((memory) => heard.push(memory))
    memoryShelf().write(MEMORY)
    window.dispatchEvent(new StorageEvent('storage', { key: 'another program' }))
    expect(heard).toEqual([])
    window.dispatchEvent(new StorageEvent('storage', { key }))
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
    expect(heard).toEqual([MEMORY, MEMORY])
  })
})
