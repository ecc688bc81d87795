import type { Dataset } from '#domain/dataset.ts'
import { missingWords, words, yearWord } from './words.ts'

/** Words of what is taken out: the menu, and everything a file says to people. */

const listOf = (years: readonly number[]): string => years.map(yearWord).join('、')

const dayWord = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`

interface FormatWords {
  /** What the menu calls it. */
  readonly name: (year: number) => string
  readonly note: string
  /** What the file's name says beside title and day. */
  readonly part: (year: number) => string
}

export const formatWords = {
  'year-csv': {
    name: (year) => `${year}年度CSV（UTF-8带BOM）`,
    note: '一行一项，用WPS、Excel可直接打开，也能再导入。',
    part: (year) => `${year}年度`,
  },
  'all-csv': {
    name: () => '全部年度CSV（UTF-8带BOM）',
    note: '各年度接着排，一行一项，也能再导入。',
    part: () => '全部年度',
  },
  xlsx: {
    name: () => '全部年度XLSX工作簿',
    note: '一章一张表，另有来源表；每张表都能再导入。',
    part: () => '全部年度',
  },
  folder: {
    name: () => 'data文件夹（zip）',
    note: '解压后覆盖服务器上的data文件夹，网站即更新。不含README.md和not-figures（服务器上的请保留），也不含修改历史。',
    part: () => 'data文件夹',
  },
  backup: {
    name: () => 'JSON备份',
    note: '现在的数据和本机全部修改历史，可在“修改历史”里恢复。',
    part: () => '备份',
  },
} as const satisfies Readonly<Record<string, FormatWords>>

export const exportWords = {
  export: '导出',
  formats: '可导出的格式',
  /** Before the name of every file with made-up figures. */
  exampleFile: words.example,
  openLeftOut: (years: readonly number[]): string =>
    `${listOf(years)}还在录入，不在data文件夹里：放进去的话，没有录入的指标会被当作“未公布”。需要这些数值时，请用CSV或XLSX。`,
  nothingFinished: '没有录完的年度，data文件夹暂时不能导出。录入完毕后再导出，或改用CSV、XLSX。',
  making: '正在生成文件…',
  handedOver: (name: string): string =>
    `已交给浏览器下载：${name}。没有看到文件时，请查看浏览器的下载列表和下载设置。`,
  blocked:
    '浏览器没有接受下载，没有得到文件。请检查浏览器的下载设置后再试，或用“复制”把表格粘贴到WPS、Excel。',
  notLoaded: '没有导出：程序没有载入。请检查网络后再试一次，或刷新页面。',
  noData: '没有导出：现在没有可导出的数据。请刷新页面后再试。',
  template: '下载录入模板',
  templateLead: '表里列出全部指标、单位和上年数值。填好“数值”一列，保存后直接导入，不用对列。',
  templateYear: '录入年度',
  templateNames: { csv: 'CSV模板', xlsx: 'XLSX模板' },
  templatePart: (year: number): string => `${year}年度录入模板`,
} as const

/** What the data package says of each file and column; data/README.md says more. */
const packageWords = {
  description: '从法治政府建设年度报告中逐句摘录的指标、不足与打算，以及报告全文。',
  catalogue: { title: '指标目录', description: '章节、指标、图组和重点指标' },
  years: {
    title: (year: number): string => `${year}年度指标数值`,
    description: '一行一项',
    fields: {
      年度: '报告所写的年度，四位数字',
      章节: '报告的章：序言为序，其余为一至五；供人阅读，以指标目录为准',
      分节: '章内的一是至五是；序言和没有分节的为空',
      指标编号: '指标目录中的编号',
      指标: '指标目录中的名称，或其中列出的别名',
      数值: '照报告印出的样子：余、第二、前三等都保留；状态为未公布或不适用时为空',
      单位: '照报告印出的单位；名次为位；报告没有印单位的为空',
      状态: '空为已公布；待核为已公布但有疑问，备注说明原因',
      原句: '报告中载有该数值的最短原文，逐字照录；有数值时必填',
      备注: '只属于该年度该数值的提醒',
    },
  },
  plans: {
    title: (year: number): string => `${year}年度不足与下步打算`,
    description: '一行一条',
    fields: {
      年度: '报告所写的年度，四位数字',
      类别: '不足：报告指出的问题；打算：下一年的安排',
      序号: '在同一类别内按报告顺序编号',
      内容: '报告原文，逐字照录',
      相关指标: '可作为印证的指标编号，用半角分号连接；由编者对应，报告本身没有写；没有的为空',
      状态: '与下一年度报告的对应情况，由人认定',
      下一年原句: '下一年度报告中对应的原文；状态为已有对应表述时必填',
    },
  },
  reports: {
    title: (year: number, source: string): string => `${source === '' ? `${year}年度报告` : source}全文`,
    description: '按发布的文字存放，标点未作改动',
  },
} as const

function sourceNotes({ catalogue, openYears }: Dataset, now: Date): readonly string[] {
  return [
    `“${catalogue.title}”，${dayWord(now)}导出。`,
    '数值照报告印出的样子，“余”“约”“前三”等都保留。',
    '表中没有的指标，该年度为“未公布”，不代表数值为0。',
    ...(openYears.length > 0
      ? [`${listOf(openYears)}还在录入：表中没有的指标是“待录入”，不是“未公布”。`]
      : []),
    '文字开头多出的单引号用来防止被当作公式，再导入时会去掉。',
  ]
}

/** What the files themselves say. */
export const fileWords = {
  lastValue: '上年数值（供参考）',
  missing: missingWords,
  exampleNote: words.exampleNote,
  sources: {
    sheet: '来源',
    head: ['年度', '报告', '发布机构', '成文日期', '索引号'],
    notes: sourceNotes,
  },
  template: {
    sheet: (year: number): string => `${year}年度`,
    guide: '填写说明',
    guideRows: [
      ['写法', '含义'],
      ['2138、2,138、710.99万元', '精确值，照报告印出的样子写'],
      ['40余、超过40、不少于40', '下限值'],
      ['约60、近50、60左右', '约数'],
      ['不超过6、不足500', '上限值'],
      ['第二、前三', '名次、名次区间'],
      ['空着', '还没有录入，不是0'],
      ['“状态”写未公布，“数值”空着', '报告没有写这项数值'],
      ['“状态”写不适用，“数值”空着', '这项指标该年度不适用'],
      ['“状态”写待核', '已公布但有疑问，原因写在“备注”'],
      ['“备注”写“1—6月”', '数值只含这几个月'],
      ['“备注”写“口径变化：……”', '从该年度起口径与以前不同'],
      ['“上年数值（供参考）”', '只供对照，不导入'],
    ],
  },
  package: packageWords,
} as const
