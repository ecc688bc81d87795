import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import type { RevisionDraft } from '#domain/revision.ts'
import type { KeepOutcome } from '#store/ledger.ts'
import { asYear, shippedDataset, tenYearDataset } from '../../support/data.ts'
import { pageDrawn, renderApp } from '../../support/render.tsx'
// Loaded here, so that the form's code is at hand when a test opens it.
import '#features/plan/AnswerForm.tsx'

/** A few items of each year: looking for a role among a thousand figures takes jsdom seconds. */
const few = (dataset: Dataset): Dataset => ({
  ...dataset,
  plans: new Map(
    [...dataset.plans].map(([year, items]) => [
      year,
      items.filter(({ kind, number }) => `${kind}${number}` === '不足4' || number === 1 || number === 12),
    ]),
  ),
})
const ten = few(tenYearDataset())
const QUOTE = '整合调解力量，建立人民调解、行政调解、司法调解联动的工作平台'

/** The page with the form of one item opened by its button. */
async function open(opener: string, dataset: Dataset = ten, path = '/plan/2023') {
  const app = renderApp(dataset, { path })
  await pageDrawn()
  await app.user.click(screen.getByRole('button', { name: opener }))
  const form = await screen.findByRole('group', { name: /年度报告中有没有对应表述/ })
  return { ...app, form }
}

const choose = (state: string) => screen.getByRole('radio', { name: state })
const quoteField = () => screen.getByRole('textbox', { name: '2024年度报告原句' })
const finder = () => screen.getByRole('searchbox', { name: '在2024年度报告中找句子' })
const sentences = () => screen.queryAllByRole('button', { name: /^选用这一句/ })
const save = () => screen.getByRole('button', { name: '保存' })
const preview = (term: string) => screen.getByText(term, { selector: 'dt' }).nextElementSibling

/** Connects a storage that answers as told and remembers what it was asked to keep. */
function answerWith(app: Awaited<ReturnType<typeof open>>, answer: (draft: RevisionDraft) => KeepOutcome) {
  const asked: RevisionDraft[] = []
  app.store.getState().connect(async (draft) => {
    asked.push(draft)
    return answer(draft)
  })
  return asked
}

describe('setting an answer', () => {
  it('shows old and new before it is kept, then the sentence with who, when and why', async () => {
    const { user, store } = await open('对照2024年报告：不足第4项')
    expect(choose('待对应')).toHaveFocus()
    await user.click(choose('已有对应表述'))
    await user.type(quoteField(), QUOTE.replace(/，/g, ','))
    await user.type(screen.getByRole('textbox', { name: '说明（可不填）' }), '见第二部分')
    await user.type(screen.getByRole('textbox', { name: '填写人（可不填）' }), '张三')
    expect(preview('现在')).toHaveTextContent('待对应')
    expect(preview('改为')).toHaveTextContent(`已有对应表述：“${QUOTE}”`)
    expect(store.getState().ledger.revisions).toEqual([])

    await user.click(save())
    expect(store.getState().ledger.revisions).toMatchObject([
      {
        kind: 'edit',
        author: '张三',
        reason: '见第二部分',
        changes: [
          {
            what: 'plan',
            kind: '不足',
            number: 4,
            before: { state: '待对应', nextQuote: '' },
            after: { state: '已有对应表述', nextQuote: QUOTE },
          },
        ],
      },
    ])
    const link = screen.getByRole('link', { name: new RegExp(QUOTE) })
    expect(link).toHaveAttribute('href', `#/report/2024?quote=${encodeURIComponent(QUOTE)}`)
    expect(screen.getByText(/^说明：见第二部分（填写人 张三，/)).toBeVisible()
    expect(screen.queryByRole('group', { name: /有没有对应表述/ })).toBeNull()
    expect(screen.getByRole('button', { name: '修改对应：不足第4项' })).toHaveFocus()
  })

  it.each([true, false])('is announced with whether the storage has confirmed it: %s', async (durable) => {
    const app = await open('对照2024年报告：不足第4项')
    const { keep } = app.store.getState()
    app.store.getState().connect(async (draft) => {
      const outcome = await keep(draft)
      return outcome.kept ? { ...outcome, durable } : outcome
    })
    await app.user.click(choose('未见对应表述'))
    await app.user.type(screen.getByRole('textbox', { name: '说明（必填）' }), '全文找过')
    expect(app.store.getState().session.notice).toBeNull()
    await app.user.click(save())
    expect(app.store.getState().session.notice).toMatchObject({
      what: 'kept',
      durable,
      revision: { number: 1, reason: '全文找过' },
    })
  })

  it('offers the name given last', async () => {
    const { user } = await open('对照2024年报告：不足第4项')
    await user.click(choose('未见对应表述'))
    await user.type(screen.getByRole('textbox', { name: '说明（必填）' }), '全文找过')
    await user.type(screen.getByRole('textbox', { name: '填写人（可不填）' }), '张三')
    await user.click(save())
    await user.click(screen.getByRole('button', { name: '对照2024年报告：打算第1条' }))
    expect(screen.getByRole('textbox', { name: '填写人（可不填）' })).toHaveValue('张三')
  })

  it('is offered for a published answer too, and asks why', async () => {
    const { user, store } = await open('修改对应：打算第12条')
    expect(choose('已有对应表述')).toBeChecked()
    expect(quoteField()).toHaveValue('印发“谁执法谁普法”责任清单，明确各单位普法任务')
    await user.click(choose('待对应'))
    await user.click(save())
    const reason = screen.getByRole('textbox', { name: '说明（必填）' })
    expect(reason).toHaveAccessibleDescription('这一条已有认定，请写明为什么修改。')
    expect(reason).toBeInvalid()
    await waitFor(() => expect(reason).toHaveFocus())
    expect(store.getState().ledger.revisions).toEqual([])
    await user.type(reason, '引错了')
    await user.click(save())
    expect(store.getState().ledger.revisions).toHaveLength(1)
    expect(screen.getByRole('button', { name: '对照2024年报告：打算第12条' })).toBeVisible()
  })

  it('is kept once, however often the button is pressed', async () => {
    const app = await open('对照2024年报告：不足第4项')
    let answer: (outcome: KeepOutcome) => void = () => {}
    const asked: RevisionDraft[] = []
    app.store.getState().connect((draft) => {
      asked.push(draft)
      return new Promise((done) => {
        answer = done
      })
    })
    await app.user.click(choose('已有对应表述'))
    await app.user.click(quoteField())
    await app.user.paste(QUOTE)
    await app.user.click(save())
    await app.user.click(screen.getByRole('button', { name: '正在保存…' }))
    expect(asked).toHaveLength(1)
    answer({ kept: false, why: 'slow', elsewhere: [] })
    expect(await screen.findByRole('alert')).toHaveTextContent('浏览器没有及时应答')
  })
})

describe('a quote', () => {
  it('that the next report does not hold is refused beside the field, with what to do', async () => {
    const { user, store } = await open('对照2024年报告：不足第4项')
    await user.click(choose('已有对应表述'))
    await user.type(quoteField(), '整合调解力量，建立联动机制')
    await user.click(save())
    expect(quoteField()).toBeInvalid()
    expect(quoteField()).toHaveAccessibleDescription(
      /2024年度报告全文中没有这句话。请核对错字、漏字，或在下面找到后选用。$/,
    )
    await waitFor(() => expect(quoteField()).toHaveFocus())
    expect(store.getState().ledger.revisions).toEqual([])
    await user.clear(quoteField())
    expect(quoteField()).toHaveAccessibleDescription(/要有2024年度报告的原句。/)
    await user.type(quoteField(), QUOTE)
    expect(quoteField()).toBeValid()
  })

  it('is taken without a check, and said to be, while the next report’s text is not stored', async () => {
    const { user, store } = await open('对照2024年报告：打算第12条', few(shippedDataset()))
    await user.click(choose('已有对应表述'))
    expect(quoteField()).toHaveAccessibleDescription(/^没有存入2024年度报告全文，这里无法核对/)
    expect(screen.queryByRole('searchbox')).toBeNull()
    await user.type(quoteField(), '印发责任清单')
    await user.click(save())
    expect(store.getState().ledger.revisions).toHaveLength(1)
    expect(screen.getByText('未存2024年报告全文，原句未核对')).toBeVisible()
  })
})

describe('finding a sentence', () => {
  it('starts with those worded like the item, none of them from the next report’s own plan', async () => {
    const { user } = await open('修改对应：打算第12条')
    expect(screen.getByText('与这一条用词相近的句子，只供查找：')).toBeVisible()
    const [first] = sentences()
    expect(first).toHaveTextContent('印发“谁执法谁普法”责任清单，明确各单位普法任务 第三部分')
    for (const sentence of sentences()) expect(sentence).not.toHaveTextContent('第五部分')
    await user.type(finder(), '没有这样的词')
    expect(sentences()).toEqual([])
    expect(screen.getByText(/^没有同时含有这些词的句子。/)).toBeVisible()
  })

  it('narrows with every word, and the one chosen is quoted as the report has it', async () => {
    const { user } = await open('对照2024年报告：不足第4项')
    await user.click(choose('已有对应表述'))
    await user.type(finder(), '调解')
    const broad = sentences().length
    await user.type(finder(), ' 平台{Enter}')
    expect(broad).toBeGreaterThan(1)
    expect(sentences()).toHaveLength(1)
    expect(screen.getByText('找到1句')).toBeVisible()
    await user.click(sentences()[0] as HTMLElement)
    expect(quoteField()).toHaveValue(QUOTE)
    expect(quoteField()).toHaveFocus()
  })

  it('lists only so many, and says how many there are', async () => {
    const { user } = await open('对照2024年报告：不足第4项')
    await user.click(choose('已有对应表述'))
    await user.type(finder(), '法')
    expect(sentences()).toHaveLength(8)
    expect(screen.getByText(/^找到\d\d句，先列出8句，请再多输入几个字$/)).toBeVisible()
  })
})

describe('a begun form', () => {
  it('is set aside as it is typed and comes back open', async () => {
    const { user, store, unmount } = await open('对照2024年报告：不足第4项')
    await user.click(choose('未见对应表述'))
    await user.type(screen.getByRole('textbox', { name: '说明（必填）' }), '还在找')
    const drafts = store.getState().drafts
    expect([...drafts.keys()]).toEqual(['plan|2023|不足|4'])
    unmount()

    const again = renderApp(ten, { path: '/plan/2023' })
    for (const [subject, draft] of drafts) again.store.getState().applyDraft(subject, draft)
    expect(await screen.findByRole('textbox', { name: '说明（必填）' })).toHaveValue('还在找')
    expect(choose('未见对应表述')).toBeChecked()
    await again.user.click(screen.getByRole('button', { name: '放弃填写' }))
    expect(again.store.getState().drafts.size).toBe(0)
    expect(again.store.getState().ledger.revisions).toEqual([])
    expect(screen.getByRole('button', { name: '对照2024年报告：不足第4项' })).toHaveFocus()
  })

  it('is not taken away by a filter, nor is what was just kept', async () => {
    const { user, store } = await open('对照2024年报告：不足第4项', ten, '/plan/2023?answer=open')
    await user.click(choose('未见对应表述'))
    await user.type(screen.getByRole('textbox', { name: '说明（必填）' }), '全文找过')
    await user.click(save())
    expect(store.getState().ledger.revisions).toHaveLength(1)
    expect(screen.getByRole('button', { name: '修改对应：不足第4项' })).toBeVisible()
    expect(screen.getByText('只列出“待对应”的条目：1条。')).toBeVisible()
  })

  it.each([
    ['full', /本机存储空间不足.*导出备份/],
    ['failed', /浏览器没有写入/],
    ['slow', /没有及时应答/],
    ['unsure', /还不能确定是否已保存.*刷新页面/],
    ['elsewhere', /另一个窗口改过/],
    ['read-only', /现在只能查看/],
  ] as const)('stays with everything typed when keeping fails: %s', async (why, words) => {
    const app = await open('对照2024年报告：不足第4项')
    const asked = answerWith(app, () => ({ kept: false, why, elsewhere: [] }))
    await app.user.click(choose('已有对应表述'))
    await app.user.click(quoteField())
    await app.user.paste(QUOTE)
    await app.user.click(save())
    const form = screen.getByRole('alert').closest('form') as HTMLElement
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(within(form).getByRole('textbox', { name: '2024年度报告原句' })).toHaveValue(QUOTE)
    expect(app.store.getState().session.notice).toBeNull()
    await app.user.click(save())
    expect(asked).toHaveLength(2)
  })
})

it('a year whose next report nobody has entered can be answered as well', async () => {
  const { store } = await open('对照2027年报告：打算第1条', ten, '/plan/2026')
  expect(store.getState().data).toMatchObject({ status: 'ready' })
  expect(screen.getByRole('group', { name: '2027年度报告中有没有对应表述' })).toBeVisible()
  expect(ten.years).not.toContain(asYear(2027))
})
