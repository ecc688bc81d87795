/** The header of `years/YYYY.csv` in its order, fixed by the data contract. A file to import may call them otherwise. */
export const FIGURE_COLUMNS = [
  '年度',
  '章节',
  '分节',
  '指标编号',
  '指标',
  '数值',
  '单位',
  '状态',
  '原句',
  '备注',
] as const

export type FigureColumn = (typeof FIGURE_COLUMNS)[number]
