import type { Finding, TableFindingCode } from '#domain/finding.ts'

type Facts = Finding['facts']

/** Where around a table its year stands. */
const AROUND: ReadonlyMap<string, (text: string) => string> = new Map([
  ['title', (text) => `表题“${text}”`],
  ['sheet', (text) => `工作表名“${text}”`],
  ['file-name', (text) => `文件名“${text}”`],
])

const aroundWords = ({ from, text }: Facts): string =>
  AROUND.get(String(from))?.(String(text)) ?? String(text)

/** Sentences about how a table lies in its file. */
export const tableSentences: Readonly<Record<TableFindingCode, (facts: Facts) => string>> = {
  'path-unread': () => '没有读到这个文件。请核对路径，以及它是不是文件夹、有没有读的权限。',
  'table-of-plans': () => '这是不足与打算的表，不是数值表，不在这里读入。请选择有指标和数值的表。',
  'columns-ignored': ({ columns }) => `未识别的列已忽略：${columns}。如有数值，请指定它是哪一列。`,
  'columns-shared': ({ columns }) => `每行的${columns}只有一格，已用于这一行的每个年度。请核对。`,
  'ids-foreign': ({ column }) =>
    `“${column}”列里没有一个是目录中的编号，已忽略这一列，按指标名称对应。请核对。`,
  'figures-absent': () =>
    '表中还没有填写数值，没有可写入的内容。请在“数值”一列填好再导入；已经填了的，请核对表头和数值列。',
  'year-absent': ({ stated }) =>
    stated
      ? `表中没有年度列，表题和文件名写了不止一个年度（${stated}）。请选择这些数值是哪一年度的，或加上“年度”列。`
      : '没有写明年度。请选择这些数值是哪一年度的，或加上“年度”列。',
  'year-from-around': (facts) => `表中没有年度列，按${aroundWords(facts)}作为${facts.year}年度读入。请核对。`,
  'year-disagrees': (facts) =>
    `数值按${facts.year}年度读入，但${aroundWords(facts)}写的是${facts.other}年。请核对。`,
  'year-missing': () => '没有写年度，别的行又不止一个年度。请补上四位年份。',
  'year-filled': ({ rows, year }) => `第${rows}的年度是空的，已按其他行的${year}年度读入。请核对。`,
  'year-between': ({ rows }) =>
    `表中第${rows}另写了一个年度，之后的数值是哪一年度不清楚。请加上“年度”列，或拆成几个表。`,
  'year-far': ({ year, known }) => `${year}年与已有的${known}年相隔太远，可能写错了数字。请核对。`,
  'heads-differ': ({ rows }) => `表中第${rows}另有一个表头，列的含义与前面不同。请拆成几个表，再分别导入。`,
  'title-months': ({ months }) =>
    `表题或工作表名写明只统计${months}，不是全年。请在“备注”列写明月份（如“1—9月”），或核对后继续。`,
  'rows-sums': ({ rows }) => `第${rows}是合计或小计，没有读入。`,
  'rows-lines': ({ rows }) => `第${rows}是标题、说明或重复的表头，没有读入。`,
  'rows-left-out': ({ rows }) => `第${rows}的指标按选择没有读入。`,
  'row-longer': ({ more }) =>
    `比表头多${more}列，数值可能错位（疑似数字里有千分位逗号）。请去掉数字里的逗号，或核对这一行的分隔符。`,
  'number-torn': ({ raw }) => `“${raw}”像是一个数被千分位逗号分成了两格。请去掉数字里的逗号。`,
  'row-conflict': ({ other, value, otherValue }) =>
    value === otherValue
      ? `与${other}是同一指标同一年度，单位或状态不同。请保留一个。`
      : `与${other}是同一指标同一年度，数值不同（${value || '空'}、${otherValue || '空'}）。请保留一个。`,
  'row-repeated': ({ other }) => `与${other}是同一指标同一年度，数值相同，只读入一次。请核对。`,
  'value-elsewhere': ({ raw }) => `数值是空的，单位却是数字“${raw}”，可能填错了列。请把数值移到数值列。`,
  'value-merged': ({ last }) => `数值格与下面的行合并，到第${last}行都按同一个数值读入。请核对。`,
  'sheets-joined': ({ sheets }) => `工作表${sheets}的表头相同，已一起读入。`,
  'sheets-unread': ({ sheets, read }) =>
    `只读入了工作表${read}；${sheets}里也有表格，没有读入。需要时请选择工作表。`,
  'sheets-hidden': ({ sheets }) => `隐藏的工作表${sheets}里也有表格，没有读入。`,
}
