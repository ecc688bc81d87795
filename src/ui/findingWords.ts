import type { Finding, FindingCode } from '#domain/finding.ts'

type Facts = Finding['facts']

const unreadableWords: Readonly<Record<string, string>> = {
  'too-long': '这一格超过64个字，不是数字。请只填数值。',
  'hidden-characters': '含有看不见的控制字符。请删去后重新填写。',
  negative: '不能是负数。请核对后填写。',
}

const sentences: Readonly<Record<FindingCode, (facts: Facts) => string>> = {
  'program-fault': ({ raw }) =>
    `读取时程序出错（${raw}）。数据没有受影响。请刷新页面；仍不行请把这句话告诉维护人员。`,
  'file-missing': ({ status }) =>
    status
      ? `没有读到这个文件（服务器返回 ${status}）。请确认它在数据文件夹里。`
      : '没有读到这个文件。请检查网络，并确认它在数据文件夹里。',
  'file-slow': () => '9秒内没有读完。请检查网络后重试。',
  'file-is-html': () => '读到的是网页，不是数据文件。可能需要先登录内网，请登录后重试。',
  'file-empty': () => '文件是空的。请换上有内容的文件。',
  'file-not-text': () => '不是文本文件。请换上 CSV、JSON 或 TXT 文本。',
  'json-broken': () => '内容不完整或格式有误，无法解析。请换上完整的文件。',
  'json-shape': ({ path }) => `“${path}”缺失或类型不对。请对照数据说明改正。`,
  'csv-quotes': () => '引号没有成对，之后的行会混成一格。请补上引号后重试。',
  'header-missing': ({ columns }) => `没有找到表头。表头至少要有：${columns}。`,
  'column-missing': () => '缺少这一列。请补上后重试。',
  'column-twice': () => '这一列出现两次。请只保留一列。',
  'row-length': () => '格数与表头不同。请核对是否多了或少了分隔符。',
  'year-unreadable': ({ raw }) => `“${raw}”不是四位年份。请改为四位数字。`,
  'year-elsewhere': ({ raw, year }) =>
    `年度写作${raw}，但这个文件应为${year}年度。请改正年度或移到对应文件。`,
  'indicator-unknown': ({ raw }) => `“${raw}”不在指标目录中。请改为目录中的编号或名称，或先在目录中加入。`,
  'indicator-mismatch': ({ raw, name }) => `“${raw}”与指标编号不符，该编号的指标是“${name}”。请保留一个。`,
  'indicator-missing': () => '指标编号和指标都是空的。请至少填一个。',
  'value-unreadable': ({ raw, why }) =>
    unreadableWords[String(why)] ?? `“${raw}”不是数字。请改为数字，如 98，或写“未公布”。`,
  'value-and-status': ({ raw, status }) => `数值为“${raw}”，状态却是“${status}”。请保留一个。`,
  'value-out-of-range': ({ raw, name }) => `“${name}”为 ${raw}，超出范围。请核对小数点和单位。`,
  'status-unknown': ({ raw }) => `“${raw}”不是可用的写法。请对照数据说明改正。`,
  'unit-unlike': ({ raw, unit, name }) =>
    `“${name}”的单位写作“${raw}”，目录中为“${unit}”，无法换算。请改正。`,
  'unit-converted': ({ raw, unit }) => `单位写作“${raw}”，已换算为“${unit}”。`,
  'row-duplicate': ({ other }) => `与第${other}行是同一指标同一年度。请保留一行。`,
  'zero-or-unpublished': () => '“无”可能表示0，也可能表示未公布。请写明其中一个。',
  'quote-not-in-report': () => '在报告原文中没有找到这句原句。请核对。',
  'literal-not-in-quote': ({ raw }) => `原句里没有“${raw}”。请核对数值和原句。`,
  'value-slipped': ({ value, year, before }) =>
    `数值为${value}，与${year}年的${before}相差近10倍或更多。请核对小数点和单位。`,
  'value-jump': ({ value, year, before }) => `数值为${value}，与${year}年的${before}相差一半以上。请核对。`,
  'value-to-zero': ({ value, year, before }) =>
    `数值为${value}，而${year}年为${before}。确为0的保留；没有公布的请写“未公布”。`,
  'value-unlike-kind': ({ raw, name, suggestion }) =>
    suggestion
      ? `“${name}”是名次，“${raw}”没有写明是第几位。可改为“${suggestion}”。`
      : `“${name}”不是名次，却写作“${raw}”。请填写数值。`,
  'rate-as-fraction': ({ raw, name, suggestion }) =>
    `“${name}”写作“${raw}”，即${raw}%。如果是把百分数存成了小数，可改为“${suggestion}”；确为${raw}%的保留。`,
  'count-not-whole': ({ raw, name }) => `“${name}”按个数计，却写作“${raw}”，不是整数。请核对小数点和单位。`,
  'read-as-not-published': ({ raw }) => `“${raw}”读作“未公布”。如果是0，请改为0。`,
  'part-exceeds-whole': ({ name, value, year, whole, wholeValue }) =>
    `“${name}”为${value}，多于${year}年“${whole}”的${wholeValue}。请核对这两项。`,
  'rate-unlike-base': ({ value, base, baseValue, lower, upper }) =>
    `比率${value}与“${base}”${baseValue}对不上：最接近的是${lower}或${upper}（推算）。请核对这两项；分母另有口径的保留。`,
  'copy-of-year': ({ year, before, same, compared }) =>
    `文件中${year}年的${compared}项可比数值，有${same}项与${before}年完全相同。请核对是否误用了${before}年的数据。`,
}

/** Reason and way out, for a finding that is shown beside the cell it is about. */
export const findingReason = ({ code, facts }: Pick<Finding, 'code' | 'facts'>): string =>
  sentences[code](facts)

/** One finding as a sentence: place, reason, way out. Row numbers are those WPS shows. */
export function findingText({ code, at, facts }: Finding): string {
  const row = at.row === undefined ? '' : `第${at.row}行`
  const column = at.column === undefined ? '' : `“${at.column}”列`
  return `${at.file}${row || column ? ' ' : ''}${row}${column}：${sentences[code](facts)}`
}
