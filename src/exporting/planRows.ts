import type { Dataset } from '#domain/dataset.ts'
import type { Year } from '#domain/year.ts'
import type { Row } from './figureRows.ts'

/** The header of `plans/YYYY.csv`, fixed by the data contract. */
export const PLAN_HEAD = ['年度', '类别', '序号', '内容', '相关指标', '状态', '下一年原句'] as const

/** Shortcomings and commitments of one report under their header. Missing: the header alone where there are none. */
export const planRows = ({ plans }: Dataset, year: Year): readonly Row[] => [
  PLAN_HEAD,
  ...(plans.get(year) ?? []).map(({ kind, number, text, indicators, state, nextQuote }) => [
    String(year),
    kind,
    String(number),
    text,
    indicators.join(';'),
    state,
    nextQuote,
  ]),
]
