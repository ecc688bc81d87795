import type { Finding, FindingCode } from '#domain/finding.ts'
import type { UnreadableReason } from '#domain/numbers/unreadable.ts'
import { tableSentences } from './tableFindingWords.ts'

type Facts = Finding['facts']

/** What is wrong with a cell that cannot be read, by its reason. */
const unreadableWords: Readonly<Record<UnreadableReason, (facts: Facts) => string>> = {
  'accounting-negative': ({ raw }) => `“${raw}”有括号，表格软件用它表示负数。请去掉括号，照报告填写`,
  'bad-grouping': ({ raw }) => `“${raw}”的逗号不在千分位上，分不清是千分位还是小数点。请去掉逗号或改为小数点`,
  'chinese-digits': ({ raw }) => `“${raw}”是用汉字写的，不能当作数字。请改用阿拉伯数字，或写“未公布”`,
  'currency-sign': ({ raw }) => `“${raw}”带有货币符号。请去掉，单位写在“单位”列`,
  date: ({ raw }) => `“${raw}”是日期或时间，可能是表格软件自动改的。请照报告填写数值，并把这一格设为文本`,
  ditto: ({ raw }) => `“${raw}”没有写出数值。请照写上一行的数值`,
  formula: ({ raw }) => `“${raw}”是公式，不是数值。请填写公式算出的数值`,
  fraction: ({ raw }) => `“${raw}”是分数或日期的写法，不是一个数值。请照报告填写`,
  'hidden-characters': ({ detail }) =>
    `含有看不见的控制字符${detail ? `（${detail}）` : ''}。请删去后重新填写`,
  'incomplete-decimal': ({ raw }) => `“${raw}”的小数点前后缺数字，或小数点写成了别的符号。请补全`,
  'leading-zeros': ({ raw }) => `“${raw}”前面有多余的0，可能是编号。请核对后去掉`,
  letters: ({ raw }) => `“${raw}”含有字母，不是数值。请改为数字；没有公布的写“未公布”`,
  negative: ({ raw }) => `“${raw}”是负数，数值不能是负数。请核对后填写`,
  'not-a-number': ({ raw }) => `“${raw}”不是数字。请改为数字，如 98；没有公布的写“未公布”`,
  'one-or-dash': ({ raw }) => `“${raw}”可能是汉字一，也可能是横线。请写1或“未公布”`,
  'other-bound': ({ raw }) => `“${raw}”不是可用的写法。上下限请写“不少于”“超过”“不超过”“不足”，约数写“约”`,
  'plus-sign': ({ raw }) => `“${raw}”带有加号，可能是增减数。请填写这一年的数值`,
  range: ({ raw }) => `“${raw}”是一个范围。请照报告填写一个数值，只有下限的写“不少于”，只有上限的写“不超过”`,
  rank: ({ raw }) => `“${raw}”不是名次的写法。请写作“第2”或“前三”`,
  'remark-inside': ({ raw }) => `“${raw}”里有括号。请只填数值，括号里的话写在“备注”列`,
  scientific: ({ raw, detail }) =>
    `“${raw}”是科学记数法${detail ? `（即${detail}，末几位可能已丢失）` : ''}。请照报告写全各位数字`,
  'several-dots': ({ raw }) => `“${raw}”有不止一个小数点。请核对后填写`,
  'several-numbers': ({ raw }) => `“${raw}”里有不止一个数。一格只能填一个数值，请分到各自的指标`,
  'space-inside': ({ raw }) => `“${raw}”的数字之间有空格。请去掉空格；是两个数的，请分开填写`,
  'spreadsheet-error': ({ raw }) => `“${raw}”是表格公式出错的结果。请在原表中改正公式，或直接填写数值`,
  'status-word': ({ raw }) => `“${raw}”应写在“状态”列，数值留空。没有状态列的，请写“未公布”`,
  'stray-mark': ({ raw }) => `“${raw}”带有注释号或标点。请去掉，要说明的写在“备注”列`,
  'too-large': ({ raw }) => `“${raw}”的数值太大，不可能是指标的数值。请核对是否多写了位数`,
  'too-long': () => '这一格超过64个字，不是数字。请只填数值',
  'too-narrow': ({ raw }) => `“${raw}”是因列宽不够而没有显示出来的数值。请在原表中加宽这一列，再另存`,
  'two-bounds': ({ raw }) => `“${raw}”同时有两种限定，互相矛盾。请照报告只留一种，如“约40”或“40余”`,
  'words-around': ({ raw }) => `“${raw}”在数值之外还有别的字。请只填数值和单位`,
}

/** Reason, way out and, where there is one safe reading, what to write. */
function unreadableSentence(facts: Facts): string {
  const why = String(facts.why) as UnreadableReason
  const words = (unreadableWords[why] ?? unreadableWords['not-a-number'])(facts)
  return facts.suggestion === undefined ? `${words}。` : `${words}。可改为“${facts.suggestion}”。`
}

const otherKind = (what: string): string =>
  `${what}，不能读取。请在 WPS 或 Excel 中另存为 xlsx 或 CSV 后重试。`

/** What a file is that holds no table this reader reads. */
const otherKindWords: Readonly<Record<string, string>> = {
  word: otherKind('这是文字文档，不是表格'),
  pdf: 'PDF 不能读取。请找到原来的表格文件，或把表格复制出来粘贴。',
  picture: '图片不能读取。请找到原来的表格文件。',
  archive: '压缩包不能直接读取。请先解压，再选里面的表格文件。',
  slides: otherKind('这是演示文稿，不是表格'),
  ods: otherKind('这是 ODS 表格'),
  xlsb: otherKind('这是 xlsb 表格'),
  'archived-page': otherKind('这是单个文件网页'),
  'xml-sheet': otherKind('这是 XML 表格'),
  'old-sheet': otherKind('这是很早版本的 xls 表格'),
  office: otherKind('这不是表格文件'),
  html: otherKind('这是网页，不是表格'),
}

const sentences: Readonly<Record<FindingCode, (facts: Facts) => string>> = {
  ...tableSentences,
  'program-fault': ({ raw }) =>
    `读取时程序出错（${raw}）。数据没有受影响。请刷新页面；仍不行请把这句话告诉维护人员。`,
  'file-missing': ({ status }) =>
    status
      ? `没有读到这个文件（服务器返回 ${status}）。请确认它在数据文件夹里。`
      : '没有读到这个文件。请检查网络，并确认它在数据文件夹里。',
  'file-slow': () => '9秒内没有读完。请检查网络后重试。',
  'file-is-html': () => '读到的是网页，不是数据文件。可能需要先登录内网，请登录后重试。',
  'file-empty': () => '文件是空的。请换上有内容的文件。',
  'file-not-text': () => '不是文本，也不是认得的表格文件。请换上 xlsx、xls、CSV 或 TXT 文件。',
  'file-too-large': ({ size, limit }) =>
    `文件有${size}MB，超过${limit}MB的上限，没有打开。请只保留要导入的表，另存后重试。`,
  'file-other-kind': ({ kind }) => otherKindWords[String(kind)] ?? otherKind('不是表格文件'),
  'file-locked': () => '工作簿设有打开密码，读不到内容。请在 WPS 或 Excel 中去掉密码，另存后重试。',
  'file-damaged': () => '工作簿已损坏或没有下载完整。请重新复制，或在 WPS 或 Excel 中打开并另存为 xlsx。',
  'file-unpacks-too-far': ({ limit }) =>
    `文件解开后超过${limit}MB，远大于一般的工作簿，没有继续读。请另存为 CSV 后重试。`,
  'file-cut-off': () => '最后一个字不完整，文件像是没有传完。请重新复制或下载，再导入。',
  'encoding-mixed': ({ encoding }) =>
    `这一行有内容不是 ${encoding} 编码，别的行是，像是几个文件拼在一起。请把它们另存为同一种编码，或存为 xlsx 后重试。`,
  'encoding-misfit': ({ encoding }) => `从这一行起，有内容不符合所选的编码 ${encoding}。请换一种编码。`,
  'encoding-mark-wrong': ({ encoding }) =>
    `文件开头的编码标记与内容不符，已按 ${encoding} 读取。请看前几行文字是否正确。`,
  'rows-too-many': ({ rows, limit }) => `有${rows}行，超过${limit}行的上限。请拆成几个文件后重试。`,
  'cells-too-many': ({ limit }) => `格数超过${limit}的上限。请删去多余的行、列和工作表，另存后重试。`,
  'text-destroyed': ({ raw }) =>
    `“${raw}”是乱码，原来的文字在存成这个文件之前已经丢失。请从原始文件重新导出，或改正这一格。`,
  'json-broken': () => '内容不完整或格式有误，无法解析。请换上完整的文件。',
  'json-shape': ({ path }) => `“${path}”缺失或类型不对。请对照数据说明改正。`,
  'csv-quotes': () => '引号没有成对，之后的行会混成一格。请补上引号后重试。',
  'csv-rows-in-cell': ({ lines }) =>
    `一格里有${lines}行，像是引号没有成对而混在一起的数据。请核对这一行的引号。`,
  'formula-without-value': ({ raw }) =>
    `单元格 ${raw} 是公式，文件里没有它的计算结果。请在 WPS 或 Excel 中打开并保存，或改填数值。`,
  'formula-rounded': ({ raw, value, stored }) =>
    `单元格 ${raw} 是公式，结果 ${stored} 按表中显示的 ${value} 读入。要保留更多小数，请改填数值。`,
  'header-missing': ({ columns }) => `没有找到表头。表头至少要有：${columns}。`,
  'column-missing': () => '缺少这一列。请补上后重试。',
  'column-twice': ({ places }) => `这一列出现不止一次${places ? `（${places}）` : ''}。请只保留一列。`,
  'row-length': () => '格数与表头不同。请核对是否多了或少了分隔符。',
  'year-unreadable': ({ raw, why, suggestion }) =>
    why === 'out-of-range'
      ? `“${raw}”超出可用的年份。请核对后改正。`
      : `“${raw}”不是四位年份。请改为四位数字${suggestion ? `，如 ${suggestion}` : ''}。`,
  'year-elsewhere': ({ raw, year }) =>
    `年度写作${raw}，但这个文件应为${year}年度。请改正年度或移到对应文件。`,
  'indicator-unknown': ({ raw, offers }) =>
    `“${raw}”不在指标目录中。${offers ? `相近的有${offers}，名称不同的不会自动对应。` : ''}请改为目录中的编号或名称，或作为新指标加入。`,
  'indicator-mismatch': ({ raw, name }) => `“${raw}”与指标编号不符，该编号的指标是“${name}”。请保留一个。`,
  'indicator-missing': () => '指标编号和指标都是空的。请至少填一个。',
  'value-unreadable': unreadableSentence,
  'value-and-status': ({ raw, status }) =>
    raw === ''
      ? `状态写作“${status}”，数值却是空的。请填写数值，没有公布的状态改为“未公布”。`
      : `数值为“${raw}”，状态却是“${status}”。请保留一个。`,
  'value-out-of-range': ({ raw, name, perhaps }) =>
    `“${name}”为 ${raw}，超过100%。请核对小数点和单位${perhaps ? `，看原文是否为${perhaps}` : ''}。`,
  'status-unknown': ({ raw, words }) =>
    words
      ? `“${raw}”不是可用的状态。请改为${words}之一，或留空。`
      : `“${raw}”不是可用的写法。请对照数据说明改正。`,
  'unit-unlike': ({ raw, unit, name }) =>
    `“${name}”的单位写作“${raw}”，目录中为“${unit}”，无法换算。${unit ? `数的是同一件事的，请改为“${unit}”；不是的，请不要写入这一项。` : '请清空单位。'}`,
  'unit-converted': ({ raw, unit }) => `单位写作“${raw}”，已换算为“${unit}”。`,
  'row-duplicate': ({ other }) => `与第${other}行是同一指标同一年度。请保留一行。`,
  'zero-or-unpublished': () => '“无”可能表示0，也可能表示未公布。请写明其中一个。',
  'quote-not-in-report': () => '在报告原文中没有找到这句原句。请核对。',
  'literal-not-in-quote': ({ raw }) => `原句里没有“${raw}”。请核对数值和原句。`,
  'value-slipped': ({ name, value, year, before }) =>
    `“${name}”为${value}，与${year}年的${before}相差近10倍或更多。请核对小数点和单位。`,
  'value-jump': ({ name, value, year, before }) =>
    `“${name}”为${value}，与${year}年的${before}相差一半以上。请核对。`,
  'value-to-zero': ({ name, value, year, before }) =>
    `“${name}”为${value}，而${year}年为${before}。确为0的保留；没有公布的请写“未公布”。`,
  'place-expected': ({ raw, name, suggestion }) =>
    `“${name}”是名次，“${raw}”没有写明是第几位。${suggestion ? `可改为“${suggestion}”。` : '请写作“第2”或“前三”。'}`,
  'place-unexpected': ({ raw, name }) => `“${name}”不是名次，却写作“${raw}”。请填写数值。`,
  'rate-as-fraction': ({ raw, name, suggestion }) =>
    `“${name}”写作“${raw}”，没有百分号，按${raw}%读。如果是百分数存成了小数，${suggestion ? `可改为“${suggestion}”` : '请改为百分数'}；确为${raw}%的保留。`,
  'count-not-whole': ({ raw, name }) => `“${name}”按个数计，却写作“${raw}”，不是整数。请核对小数点和单位。`,
  'read-as-not-published': ({ raw }) => `“${raw}”读作“未公布”。如果是0，请改为0。`,
  'part-exceeds-whole': ({ name, value, year, whole, wholeValue }) =>
    `“${name}”为${value}，多于${year}年“${whole}”的${wholeValue}。请核对这两项。`,
  'rate-unlike-base': ({ name, value, base, baseValue, lower, lowerShare, upper, upperShare }) =>
    `“${name}”为${value}，与“${base}”${baseValue}对不上：${lower}占${lowerShare}，${upper}占${upperShare}（推算）。请核对这两项；分母另有口径的保留。`,
  'copy-of-year': ({ year, before, same, compared }) =>
    `文件中${year}年的${compared}项可比数值，有${same}项与${before}年完全相同。请核对是否误用了${before}年的数据。`,
}

const BLANKS = /[\t\n\v\f\r]+/g
/** Characters nobody sees, some of which show those behind them in another order. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu
/** Unit: characters of what a file says in one place of a sentence. */
const LONGEST = 80

const nameOf = (char: string): string =>
  `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/** What a file says as a sentence can repeat it: in one line, of limited length, nothing in it unseen. */
function visible(text: string | number): string | number {
  if (typeof text === 'number') return text
  const line = text.replace(BLANKS, ' ').replace(UNSEEN, nameOf)
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

const visibleFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, text]) => [name, visible(text)]))

/** Reason and way out, for a finding that is shown beside the cell it is about. */
export const findingReason = ({ code, facts }: Pick<Finding, 'code' | 'facts'>): string =>
  sentences[code](visibleFacts(facts))

/** A column by the words of its head, else by its place. Missing: empty for a finding of a whole row or file. */
export function columnWords({ column, cell }: Finding['at']): string {
  if (column !== undefined) return column
  return cell === undefined ? '' : `第${cell + 1}列`
}

/** One finding as a sentence: place, reason, way out. Row numbers are those WPS shows. */
export function findingText({ code, at, facts }: Finding): string {
  const row = at.row === undefined ? '' : `第${at.row}行`
  const column = at.column === undefined ? columnWords(at) : `“${at.column}”列`
  return `${at.file}${row || column ? ' ' : ''}${row}${column}：${findingReason({ code, facts })}`
}
