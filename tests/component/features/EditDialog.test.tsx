import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { KeepOutcome } from '#store/ledger.ts'
import { aDataset, anIndicator, asId, asYear } from '../../support/data.ts'
import { faultOf, field, openFigure, smallCounty } from '../../support/editing.tsx'
import { aFigureChange, anEntry } from '../../support/log.ts'
import { figuresIn } from '../../support/render.tsx'

const dialog = () => screen.getByRole('dialog')
const noDialog = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
const bar = () => screen.findByRole('region', { name: '最近的修改' })
const button = (name: string) => within(dialog()).getByRole('button', { name })
const alerts = () =>
  within(dialog())
    .queryAllByRole('alert')
    .map((alert) => alert.textContent)

const FILL = '录入2024年“案件”'
const CHANGE = '修改2023年“案件”'

describe('an empty slot', () => {
  it('opens under the name of its year and figure, with the unit of the catalogue', async () => {
    const app = await openFigure()
    await app.press(FILL)
    expect(dialog()).toHaveAccessibleName(FILL)
    expect(field('单位')).toHaveValue('件')
    expect(field('数值')).toHaveFocus()
    expect(field('数值')).toHaveAttribute('placeholder', '如 2138、40余、第二、未公布')
  })

  it('is filled, shown at once, and the rest of its year stays 待录入', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '745', 修改原因: '录入年度报告', 填写人: '张三' })
    await app.send()
    await noDialog()
    expect(app.figure('cases', 2024)).toMatchObject({ value: '745', unit: '件', quantity: { value: 745 } })
    expect(app.revisions()).toMatchObject([
      { kind: 'edit', author: '张三', reason: '录入年度报告', changes: [{ before: null }] },
    ])
    await app.open('/data', asYear(2024))
    const shown = figuresIn(screen.getByRole('main')).filter((figure) => figure.year === 2024)
    expect(new Set(shown.map(({ id, state }) => `${id} ${state}`))).toEqual(
      new Set(['cases exact', 'visits pending', 'talks pending', 'share pending']),
    )
  })

  it('says before writing what it will become, both sides marked as figures', async () => {
    const app = await openFigure()
    await app.press(FILL)
    expect(figuresIn(dialog())).toEqual([])
    await app.fill({ 数值: '约700' })
    expect(figuresIn(dialog())).toEqual([
      { id: 'cases', year: 2024, state: 'pending', text: '待录入' },
      { id: 'cases', year: 2024, state: 'about', text: '≈700件' },
    ])
  })

  it('may be filled with a word instead of a number', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 状态: '未公布', 修改原因: '报告未提及' })
    await app.send()
    await noDialog()
    expect(app.figure('cases', 2024)?.quantity).toEqual({ kind: 'missing', why: 'not-published' })
  })
})

describe('a filled slot', () => {
  it('opens with its cells as they were written', async () => {
    const dataset = aDataset({
      figures: { cases: { 2023: '40余' } },
      details: {
        cases: { unit: '件', quote: '办理案件40余件', note: '1—6月', status: '待核', doubtful: true },
      },
    })
    const app = await openFigure(dataset)
    await app.press('修改2023年“简称cases”')
    expect(field('数值')).toHaveValue('40余')
    expect(field('状态')).toHaveValue('待核')
    expect(field('原句')).toHaveValue('办理案件40余件')
    expect(field('备注')).toHaveValue('1—6月')
  })

  it('is changed, and says both values', async () => {
    const app = await openFigure()
    app.makeDurable()
    await app.press(CHANGE)
    await app.fill({ 数值: '710', 修改原因: '更正笔误' })
    await app.send()
    await noDialog()
    expect(await bar()).toHaveTextContent('已保存：2023年“案件” 700件 → 改为710件')
    expect(app.revisions()[0]?.changes).toEqual([aFigureChange('cases', 2023, '700', '710')])
  })

  it('is taken away by an emptied 数值, and that is said before', async () => {
    const app = await openFigure()
    await app.press(CHANGE)
    await app.fill({ 数值: '', 修改原因: '报告中没有' })
    expect(dialog()).toHaveTextContent('将清除这项数值，恢复为未公布。')
    await app.send()
    await noDialog()
    expect(app.figure()).toBeNull()
    expect(app.revisions()[0]?.changes[0]?.after).toBeNull()
  })

  it('goes back to 待录入 where its year is not finished', async () => {
    const app = await openFigure()
    await app.elsewhere(aFigureChange('cases', 2024, null, '5'))
    await app.open('/i/cases', asYear(2024))
    await app.press('修改2024年“案件”')
    await app.fill({ 数值: '' })
    expect(dialog()).toHaveTextContent('将清除这项数值，恢复为待录入。')
  })

  it('keeps what only the cells beside the number say', async () => {
    const app = await openFigure()
    await app.press(CHANGE)
    await app.fill({ 备注: '口径变化：含移送案件', 修改原因: '补充备注' })
    expect(dialog()).toHaveTextContent('（另改备注）')
    await app.send()
    await noDialog()
    expect(app.figure()).toMatchObject({ scopeChange: '含移送案件', value: '700' })
  })
})

describe('what the reader refuses is said beside its cell', () => {
  it.each([
    ['九十八', '“九十八”是用汉字写的，不能当作数字。请改用阿拉伯数字，或写“未公布”。可改为“98”。'],
    ['12#', '“12#”在数值之外还有别的字。请只填数值和单位。'],
    ['4²', '“4²”带有注释号或标点。'],
    ['=1+1', '“=1+1”是公式，不是数值。'],
    ['1\u202e2', '含有看不见的控制字符（U+202E）。请删去后重新填写。'],
    ['-5', '不能是负数。'],
    ['无', '“无”可能表示0，也可能表示未公布。请写明其中一个。'],
  ])('%j as a count', async (text, words) => {
    const app = await openFigure()
    await app.press(FILL)
    fireEvent.change(field('数值'), { target: { value: text } })
    expect(faultOf('数值')).toBe('')
    fireEvent.blur(field('数值'))
    expect(faultOf('数值')).toContain(words)
    await app.fill({ 修改原因: '录入' })
    await app.send()
    expect(alerts()).toContain('有的格还不能读，改好后才能写入。')
    expect(field('数值')).toHaveFocus()
    expect(app.revisions()).toEqual([])
  })

  it('997 as a rate', async () => {
    const app = await openFigure(smallCounty(), 'share')
    await app.press('录入2024年“办结率”')
    await app.fill({ 数值: '997', 修改原因: '录入' })
    await app.send()
    expect(faultOf('数值')).toBe('“办结率”为 997，超过100%。请核对小数点和单位，看原文是否为99.7。')
    expect(app.revisions()).toEqual([])
  })

  it('another family’s unit, beside 单位', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '5', 单位: '人', 修改原因: '录入' })
    expect(faultOf('单位')).toContain('单位写作“人”，目录中为“件”，无法换算。')
    expect(faultOf('数值')).toBe('')
  })

  it('a status that contradicts the number, beside 状态', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '5', 状态: '未公布', 修改原因: '录入' })
    expect(faultOf('状态')).toContain('数值为“5”，状态却是“未公布”。请保留一个。')
  })

  it('but a converted unit is only a remark', async () => {
    const app = await openFigure(
      smallCounty([{ id: 'loss', short: '损失', unit: '万元', kind: 'amount' }]),
      'loss',
    )
    await app.press('录入2023年“损失”')
    await app.fill({ 数值: '7109900', 单位: '元', 修改原因: '录入' })
    expect(faultOf('单位')).toBe('')
    expect(dialog()).toHaveTextContent('单位写作“元”，已换算为“万元”。')
    await app.send()
    await noDialog()
    expect(app.figure('loss', 2023)?.quantity).toMatchObject({ value: 710.99 })
  })
})

describe('the button', () => {
  it('says why it does nothing when nothing was typed', async () => {
    const app = await openFigure()
    await app.press(FILL)
    expect(button('写入1项')).toHaveAttribute('aria-disabled', 'true')
    expect(button('写入1项')).toHaveAccessibleDescription(/还没有填数值/)
    await app.send()
    expect(alerts()).toEqual(['还没有填数值，也没有选状态，没有可以写入的内容。'])
    expect(field('数值')).toHaveFocus()
  })

  it('says that nothing was changed', async () => {
    const app = await openFigure()
    await app.press(CHANGE)
    await app.fill({ 修改原因: '看看' })
    await app.send()
    expect(alerts()).toEqual(['与现有内容相同，没有改动，不用写入。'])
    expect(app.revisions()).toEqual([])
  })

  it('asks for the reason and goes to its field', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '745', 修改原因: '' })
    await app.send()
    expect(field('修改原因')).toHaveFocus()
    expect(faultOf('修改原因')).toContain('请写明修改原因')
    expect(app.revisions()).toEqual([])
  })

  it('pressed twice writes once, and so does a held Enter', async () => {
    const app = await openFigure()
    const { keep, connect } = app.store.getState()
    let asked = 0
    let answer = (): void => {}
    act(() =>
      connect(async (draft) => {
        asked++
        await new Promise<void>((done) => {
          answer = done
        })
        return { ...(await keep(draft)), durable: true } as KeepOutcome
      }),
    )
    await app.press(FILL)
    await app.fill({ 数值: '745', 修改原因: '录入' })
    await app.user.dblClick(button('写入1项'))
    await app.user.type(field('修改原因'), '{Enter}{Enter}{Enter}')
    expect(within(dialog()).getByText('正在保存…')).toHaveAttribute('role', 'status')
    expect(screen.queryByText(/已保存/)).toBeNull()
    await act(async () => answer())
    await noDialog()
    expect(await bar()).toHaveTextContent('已保存')
    expect([asked, app.revisions().length]).toEqual([1, 1])
  })

  it('is pressed by Enter in a field', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '745', 修改原因: '录入{Enter}' })
    await noDialog()
    expect(app.revisions()).toHaveLength(1)
  })
})

describe('what is worth a second look must be ticked', () => {
  it.each([
    ['7', /与2023年的700 件相差近10倍或更多/],
    ['7450', /与2023年的700 件相差近10倍或更多/],
    ['1100', /与2023年的700 件相差一半以上/],
    ['300', /与2023年的700 件相差一半以上/],
  ])('%s after 700', async (value, words) => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: value, 修改原因: '录入' })
    expect(dialog()).toHaveTextContent(words)
    await app.send()
    expect(alerts()).toEqual(['请核对上面的提醒，无误后勾选“我已核对”。'])
    expect(app.revisions()).toEqual([])
    await app.user.click(within(dialog()).getByRole('checkbox', { name: '我已核对' }))
    await app.send()
    await noDialog()
    expect(app.revisions()).toHaveLength(1)
  })

  it('a tick holds for what was seen, not for the next doubt', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '7', 修改原因: '录入' })
    await app.user.click(within(dialog()).getByRole('checkbox', { name: '我已核对' }))
    await app.fill({ 数值: '9', 原句: '办理案件8件' })
    expect(within(dialog()).getByRole('checkbox', { name: '我已核对' })).not.toBeChecked()
    expect(dialog()).toHaveTextContent('原句里没有“9”')
  })

  it('nothing is doubted for months of a year, or where the scope changed', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '7', 修改原因: '录入' })
    await app.user.click(button('只统计1—6月'))
    expect(field('备注')).toHaveValue('1—6月')
    expect(within(dialog()).queryByRole('checkbox')).toBeNull()
    await app.fill({ 备注: '' })
    expect(within(dialog()).getByRole('checkbox')).toBeVisible()
    await app.user.click(button('口径变化'))
    expect(field('备注')).toHaveValue('口径变化：')
    expect(within(dialog()).queryByRole('checkbox')).toBeNull()
  })
})

describe('what cannot be written', () => {
  it.each([
    ['full', '本机存储空间不足，数据没有写入。请先导出备份。'],
    ['failed', '本机存储没有接受，数据没有写入'],
    ['slow', '本机存储没有及时回应，这次写入已取消'],
    ['read-only', '本机暂时不能写入，数据没有改变。'],
    ['unsure', '还不能确定有没有写入'],
  ] as const)('is said (%s), everything typed stays, and a retry works', async (why, words) => {
    const app = await openFigure()
    const recover = app.refuse(why)
    await app.press(FILL)
    await app.fill({ 数值: '745', 原句: '办理案件745件', 修改原因: '录入' })
    await app.send()
    await waitFor(() => expect(alerts().join()).toContain(words))
    expect(screen.queryByText(/已保存：/)).toBeNull()
    expect(
      [field('数值'), field('原句'), field('修改原因')].map((f) => (f as HTMLInputElement).value),
    ).toEqual(['745', '办理案件745件', '录入'])
    recover()
    await app.send()
    await noDialog()
    expect(app.revisions()).toHaveLength(1)
  })

  it('because another window changed it: theirs is shown, and must be seen before it is written over', async () => {
    const app = await openFigure()
    await app.press(CHANGE)
    await app.fill({ 数值: '710', 修改原因: '更正' })
    await app.elsewhere(aFigureChange('cases', 2023, '700', '720'))
    expect(dialog()).toHaveTextContent('打开之后，另一窗口已把它改为720件，请核对后再写入。')
    expect(field('数值')).toHaveValue('710')
    await app.send()
    expect(app.revisions()).toHaveLength(1)
    await app.user.click(within(dialog()).getByRole('checkbox', { name: '我已核对' }))
    await app.send()
    await noDialog()
    expect(app.revisions()[1]?.changes).toEqual([{ ...aFigureChange('cases', 2023, '720', '710') }])
  })

  it('in memory is not called saved', async () => {
    const app = await openFigure()
    await app.press(FILL)
    await app.fill({ 数值: '745', 修改原因: '录入' })
    await app.send()
    expect(await bar()).toHaveTextContent('已记入本次使用，但没有保存到本机：2024年“案件”')
    expect(screen.queryByText(/已保存/)).toBeNull()
  })

  it('while nothing can be written, the form says so at once', async () => {
    const app = await openFigure()
    act(() => app.store.getState().applyLedger({ keeping: 'read-only' }))
    await app.press(FILL)
    expect(button('写入1项')).toHaveAccessibleDescription(/本机暂时不能写入/)
    await app.fill({ 数值: '745', 修改原因: '录入' })
    await app.send()
    expect(app.revisions()).toEqual([])
  })
})

it('reads an entry a file could hold exactly as the file would be read', async () => {
  const app = await openFigure(
    aDataset({
      indicators: [anIndicator({ id: 'place', short: '位次', unit: '位', kind: 'rank' })],
      years: [2023],
    }),
    'place',
  )
  await app.press('录入2023年“位次”')
  await app.fill({ 数值: '前三', 修改原因: '录入' })
  await app.send()
  await noDialog()
  expect(app.figure('place')).toMatchObject({
    ...anEntry('前三', { unit: '位' }),
    indicator: asId('place'),
    quantity: { bound: 'rank-within', value: 3 },
  })
})
