import { CHINESE_NUMERALS, readChinese } from './chinese.ts'
import { plainDigits, shiftPoint } from './decimal.ts'

/** Why a 数值 cell cannot be read; `ui/findingWords.ts` holds a sentence for each. */
export type UnreadableReason =
  | 'accounting-negative'
  | 'bad-grouping'
  | 'chinese-digits'
  | 'currency-sign'
  | 'date'
  | 'ditto'
  | 'formula'
  | 'fraction'
  | 'hidden-characters'
  | 'incomplete-decimal'
  | 'leading-zeros'
  | 'letters'
  | 'negative'
  | 'not-a-number'
  | 'one-or-dash'
  | 'other-bound'
  | 'plus-sign'
  | 'range'
  | 'rank'
  | 'remark-inside'
  | 'scientific'
  | 'several-dots'
  | 'several-numbers'
  | 'space-inside'
  | 'spreadsheet-error'
  | 'status-word'
  | 'stray-mark'
  | 'too-large'
  | 'too-long'
  | 'too-narrow'
  | 'two-bounds'
  | 'words-around'

/** What is wrong with a cell, and what it most likely was meant to be. */
export interface Unreadable {
  readonly why: UnreadableReason
  /** A way to write it that can be read. Missing: `null` where there is no single safe one. */
  readonly suggestion: string | null
  /** What the sentence names: code points, or a number written out. Missing: `null`. */
  readonly detail: string | null
}

/** A rule names a reason for all cells of a form; `fix` writes such a cell in a readable way, if there is one. */
interface Rule {
  readonly why: UnreadableReason
  readonly form: RegExp
  readonly fix?: (match: RegExpExecArray, text: string) => string | null
}

const CHINESE_RUN = new RegExp(`[\\d.${CHINESE_NUMERALS}]+`)
const BEGINS_CHINESE = new RegExp(
  `^(?:约|近|超过?|不少于|不超过|不足|至少|数|几|上)?[${CHINESE_NUMERALS}]+\\D*$`,
)
const HAS_CHINESE = new RegExp(`[${CHINESE_NUMERALS}]`)

/** The Chinese numeral in Arabic digits, the words around it as they are: 近五十件 → 近50件. */
function inArabic(text: string): string | null {
  const run = CHINESE_RUN.exec(text)?.[0] ?? ''
  const value = HAS_CHINESE.test(run) ? readChinese(run) : null
  // 万 alone counts nothing, beside 余 it is ten thousand; 十 alone is ten.
  const bare = /^[百佰千仟万亿]/.test(run) && !/[余多近约超]/.test(text)
  return value === null || bare || /^一+$|成$/.test(text) ? null : text.replace(run, plainDigits(value))
}

/** 百分之九十八点五 → 98.5%. */
function inPercent([, whole = '', fraction = '']: RegExpExecArray): string | null {
  const value = /^\d/.test(whole) ? Number(whole) : readChinese(whole)
  const places = fraction === '' ? '' : `.${plainDigits(readChinese(fraction) ?? 0)}`
  return value === null ? null : `${plainDigits(value)}${places}%`
}

/** Words that limit as those of the grammar do. */
const OTHER_BOUNDS: ReadonlyMap<string, string> = new Map([
  ...['>', '＞', '大于', '多于', '高于', '逾', '突破'].map((word): [string, string] => [word, '超过']),
  ...['≧', '⩾', '大于等于', '不小于', '最少', '起码'].map((word): [string, string] => [word, '不少于']),
  ...['<', '＜', '小于', '少于', '低于', '不到', '不满'].map((word): [string, string] => [word, '不足']),
  ...['≦', '⩽', '小于等于', '不大于', '最多'].map((word): [string, string] => [word, '不超过']),
  ...['将近', '接近', '近乎'].map((word): [string, string] => [word, '近']),
  ...['大概', '大致', '约为', '约合', '~', '〜', '∼'].map((word): [string, string] => [word, '约']),
])
const OTHER_BOUND = new RegExp(
  `^(${[...OTHER_BOUNDS.keys()].sort((a, b) => b.length - a.length).join('|')})\\s*(\\d.*)$`,
)

/** Marks of notes and of sentences behind a number: 4², 13①, 40*, 98。 */
const MARKS = '*^★☆△▲※①-⑳⑴-⒇⁰¹²³⁴-⁹。、，；;,!?？！:：'
const ENDS_IN_MARK = new RegExp(`^(\\D*\\d[^${MARKS}]*)[${MARKS}]+$`)

const strip = (pattern: RegExp) => (_: RegExpExecArray, text: string) => text.replace(pattern, '')

/** The first form a cell has names the reason. Order: from signs nothing else has to what is left over. */
const RULES: readonly Rule[] = [
  { why: 'too-narrow', form: /^#{2,}$/ },
  { why: 'spreadsheet-error', form: /^#\s?[A-Z\u4e00-\u9fff]/i },
  { why: 'formula', form: /^=\s*"?([^"=]*)"?$/, fix: ([, inner = '']) => inner },
  { why: 'formula', form: /^(?:=|@[A-Z]|[+-]\s*[A-Z]+\d)/i },
  { why: 'stray-mark', form: /^['‘’`"“”]+\s*(\d[^'‘’`"“”]*)['‘’`"“”]*$/, fix: ([, inner = '']) => inner },
  { why: 'ditto', form: /^(?:同上|同左|同前|〃|″|"|”|“|'')$/ },
  { why: 'status-word', form: /^(?:不适用|待核|待录入|已公布)$/ },
  { why: 'one-or-dash', form: /^一+$/ },
  {
    why: 'chinese-digits',
    form: /^百分之([\d零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰]+)(?:点([零〇一二三四五六七八九]+))?$/,
    fix: inPercent,
  },
  { why: 'fraction', form: /分之|[¼-¾⅐-⅞↉]/ },
  { why: 'date', form: /^(?:\d{4}\.\d{1,2}\.\d{1,2}|(?:19|20)\d{2}[-/]\d{1,2})$/ },
  { why: 'date', form: /^\d{2,4}\s*[-/年]\s*\d{1,2}\s*[-/月]\s*\d{1,2}日?(?:[\sT]+\d{1,2}:\d{2}.*)?$/ },
  { why: 'date', form: /^(?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号])?$/ },
  { why: 'date', form: /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/ },
  { why: 'date', form: /^(?:\d{1,2}[- ][A-Z][a-z]{2}(?:[- ]\d{2,4})?|[A-Z][a-z]{2}-\d{1,4})$/ },
  { why: 'date', form: /^\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$/ },
  { why: 'fraction', form: /^\d{1,2}\s*[/∕⁄]\s*\d{1,2}$/ },
  { why: 'scientific', form: /^\d+(?:\.\d+)?E[+-]?\d+$/i },
  { why: 'several-dots', form: /^\d+(?:\.\d+){2,}/ },
  { why: 'accounting-negative', form: /^\(\s*\d[\d.,]*\s*\)$/ },
  { why: 'negative', form: /^[^\d]{0,3}?[-−–—]\s*\.?\d/ },
  { why: 'plus-sign', form: /^\+\s*\d/, fix: strip(/^\+\s*/) },
  { why: 'currency-sign', form: /^(?:[¥￥$€£]|人民币|RMB)\s*\d/i, fix: strip(/^\D+/) },
  { why: 'range', form: /^\D{0,3}\d[\d.,]*\D{0,4}?(?:[-–—−~〜∼]|至|到)\s*\d/ },
  { why: 'leading-zeros', form: /^0+\d[\d.]*(?!\d)/, fix: strip(/^0+(?=\d)/) },
  {
    why: 'space-inside',
    form: /^\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\D?\d)/,
    fix: ([grouped], text) => text.replace(grouped, grouped.replace(/\D/g, '')),
  },
  { why: 'incomplete-decimal', form: /^\D{0,3}\.\d/, fix: (_, text) => text.replace('.', '0.') },
  { why: 'incomplete-decimal', form: /^\D{0,3}\d+\.(?!\d)/, fix: (_, text) => text.replace('.', '') },
  {
    why: 'incomplete-decimal',
    form: /^\d+[。·・]\s*\d+\D*$/,
    fix: (_, text) => text.replace(/[。·・]\s*/, '.'),
  },
  { why: 'bad-grouping', form: /^\D{0,3}(?:,\d|\d[\d.]*,(?:\d|$))/ },
  {
    why: 'other-bound',
    form: OTHER_BOUND,
    fix: ([, word = '', rest = '']) => `${OTHER_BOUNDS.get(word) ?? ''}${rest}`,
  },
  { why: 'other-bound', form: /^(\d[\d.,]*)\s*(?:\+|许)$/, fix: ([, digits = '']) => `${digits}余` },
  { why: 'other-bound', form: /上下$/, fix: (_, text) => text.replace(/上下$/, '左右') },
  {
    why: 'rank',
    form: /^(?:全[国省市县区]|[均居列]|位居|位列|排名|排|名列|并列)+\s*(第.+|前.+)$/,
    fix: ([, place = '']) => place,
  },
  {
    why: 'rank',
    form: /^(第|前)([零〇一二三四五六七八九十百千]+)(位|名)?$/,
    fix: ([, word = '', place = '', unit = '']) => {
      const value = readChinese(place)
      return value === null ? null : `${word}${value}${unit}`
    },
  },
  { why: 'rank', form: /^[第前]/ },
  {
    why: 'remark-inside',
    form: /^([^([【<]*\d[^([【<]*)[([【<].*[)\]】>]\s*$/,
    fix: ([, before = '']) => before.trim(),
  },
  { why: 'stray-mark', form: ENDS_IN_MARK, fix: ([, before = '']) => before.trim() },
  { why: 'too-large', form: /^\d[\d,]*(?:\.\d+)?\s*[百千万亿]*$/ },
  {
    why: 'two-bounds',
    form: /^(?:约|大约|近|≈|不超过|不多于|不高于|不足|至多|≤|<=|超过|超|至少|不少于|不低于|≥|>=).*(?:余|多|左右|以上|以内|以下)/,
  },
  { why: 'letters', form: /[A-Za-z]/ },
  { why: 'several-numbers', form: /\d(?![.,]\d)\D+\d/ },
  {
    why: 'words-around',
    form: /^(?:共计|合计|总计|共|计|均|达到|达|为|：|:)+\s*(\D{0,4}\d.*)$/,
    fix: ([, rest = '']) => rest,
  },
  { why: 'chinese-digits', form: BEGINS_CHINESE },
  { why: 'words-around', form: /\d/ },
]

/** 1.2E+05 → 120000. Missing: `null` where it is too large to be written out. */
function writtenOut(text: string): string | null {
  const [digits = '', exponent = ''] = text.split(/e/i)
  const value = shiftPoint(Number(digits), Number(exponent))
  return Math.abs(Number(exponent)) <= 15 && value <= Number.MAX_SAFE_INTEGER ? plainDigits(value) : null
}

/**
 * Says why a cell cannot be read and, where there is one safe reading, how to write it.
 * Shape: `text` in half width without blanks around it; `isKnown` tells whether a cell is read as a figure.
 */
export function explainUnreadable(text: string, isKnown: (cell: string) => boolean): Unreadable {
  const arabic = inArabic(text)
  if (arabic !== null && isKnown(arabic)) return { why: 'chinese-digits', suggestion: arabic, detail: null }
  const rule = RULES.find(({ form }) => form.test(text))
  if (!rule) return { why: 'not-a-number', suggestion: null, detail: null }
  const match = rule.form.exec(text)
  const suggestion = (match && rule.fix?.(match, text)?.trim()) ?? null
  return {
    why: rule.why,
    suggestion: suggestion !== null && isKnown(suggestion) ? suggestion : null,
    detail: rule.why === 'scientific' ? writtenOut(text) : null,
  }
}
