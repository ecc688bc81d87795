import type { Direction } from '#domain/catalogue.ts'
import type { JoinObstacle } from '#domain/joining.ts'
import { yearWord } from './words.ts'

/** Sentences of a figure's own page. */

/** 2023—2029年, or 2023年 for a single one. */
const span = (from: number, to: number): string => (from === to ? yearWord(from) : `${from}—${to}年`)

export const figureWords = {
  earlier: '更早年度',
  fewer: '收起更早年度',
  series: (name: string): string => `${name}，可左右滚动`,
  history: '历年数值',
  year: '年度',
  value: '数值',
  change: '与上年比',
  source: '来源',
  scopeIn: (year: number, scope: string): string => `‖ ${yearWord(year)}${scope}`,
  formerly: '曾用名',
  wasCalled: (from: number, to: number, name: string): string => `${span(from, to)}称“${name}”`,
  calledSince: (year: number, name: string): string => `${yearWord(year)}起称“${name}”`,
  log: '修改历史',
  noLog: '这项指标在本机没有修改。',
  allLog: '全部修改',
  direction: '方向',
} as const

/** What a direction means for the verdict on a change; for a place the smaller number is the better one. */
export const directionMeaning = (direction: Direction, isRank: boolean): string =>
  ({
    正: isRank ? '名次越靠前越好' : '数值越大越好',
    逆: isRank ? '名次越靠后越好' : '数值越小越好',
    中: '不作好坏评价',
  })[direction]

export const settingsWords = {
  open: '更改方向、合并更名',
  title: '指标设置',
  lead: '这里的决定记入修改历史，可以撤销。公布的数据文件没有被改动。',
  directionLegend: '与上年比时怎样评价',
  keepDirection: '更改方向',
  reason: '修改原因',
  reasonHint: '必填，记入修改历史。',
  author: '填写人',
  optional: '（可不填）',
  renameTitle: '更名合并',
  renameLead: '它由哪项指标更名而来？合并后两项接成一列，旧名仍可查到。',
  renameChoose: '请选择已停止公布的指标',
  renameOption: (name: string, year: number): string => `${name}（最后公布于${yearWord(year)}）`,
  keepRename: '合并为一列',
  noCandidates: '目录中没有已停止公布的指标可以接续。',
  joined: (name: string): string => `已与“${name}”接成一列。`,
  keepApart: '拆开',
  saving: '正在保存…',
  lacksReason: '请写明修改原因，它会记入修改历史。',
  lacksChoice: '请先选择一项指标。',
  sameDirection: '与现在的方向相同，没有改动。',
  whyNot: {
    same: '这就是这项指标自己。',
    kind: '两项指标的类型不同，不能接成一列。',
    unit: '两项指标的单位不同，不能接成一列。',
    'both-published': '两项指标在同一年度都有数值，不是更名，不能接成一列。',
  } satisfies Record<JoinObstacle, string>,
} as const
