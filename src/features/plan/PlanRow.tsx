import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Dataset } from '#domain/dataset.ts'
import type { PlanItem } from '#domain/plan.ts'
import { toPrintedPunctuation } from '#domain/report.ts'
import type { Year } from '#domain/year.ts'
import { useApp } from '#store/useApp.ts'
import { planWords } from '#ui/planWords.ts'
import { itemSubject } from './answer.ts'
import type { Decision } from './decisions.ts'
import { Evidence } from './Evidence.tsx'
import { NextReport } from './NextReport.tsx'

const AnswerForm = lazy(async () => ({ default: (await import('./AnswerForm.tsx')).AnswerForm }))

interface PlanRowProps {
  readonly dataset: Dataset
  readonly item: PlanItem
  /** Of the report that holds the item. */
  readonly year: Year
  readonly decision: Decision | undefined
  /** Called while somebody works on the item, so that no filter takes it away under their hands. */
  readonly onHold: (subject: string) => void
}

/** One shortcoming or commitment: its words, what the next report has, the figures, and the form to say so. */
export function PlanRow({ dataset, item, year, decision, onHold }: PlanRowProps) {
  const subject = itemSubject(year, item)
  const hasDraft = useApp((state) => state.drafts.has(subject))
  const [asked, setAsked] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const open = asked || hasDraft
  const wasAsked = useRef(false)

  useEffect(() => {
    if (open) onHold(subject)
    else if (wasAsked.current) opener.current?.focus()
    wasAsked.current = open
  }, [open, onHold, subject])

  const label = item.state === '待对应' ? planWords.answer(year + 1) : planWords.change
  return (
    <li className="plan-item">
      <span className="plan-number num">{item.number}</span>
      <div className="plan-body">
        <p className="plan-text">{toPrintedPunctuation(item.text)}</p>
        <NextReport dataset={dataset} item={item} year={year} decision={decision} />
        {!open && (
          <button
            ref={opener}
            type="button"
            className="button plan-answer"
            aria-label={`${label}：${planWords.itemName(item.kind, item.number)}`}
            onClick={() => setAsked(true)}
          >
            {label}
          </button>
        )}
      </div>
      <Evidence dataset={dataset} item={item} year={year} />
      {open && (
        <Suspense fallback={<p className="answer-form">{planWords.formLoading}</p>}>
          <AnswerForm
            dataset={dataset}
            item={item}
            year={year}
            isFresh={asked}
            onClose={() => setAsked(false)}
          />
        </Suspense>
      )}
    </li>
  )
}
