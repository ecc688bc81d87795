import { toHalfWidth } from '#domain/numbers/parse.ts'

/** Code points without a width: byte order marks, soft hyphens, joiners and marks of direction. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Traditional characters of head words and indicator names, each before its simplified form. */
const TRADITIONAL =
  '標标 數数 單单 編编 號号 稱称 項项 統统 計计 報报 實实 際际 碼码 別别 備备 註注 節节 狀状 態态 說说 釋释 錄录 額额 類类 屬属 級级 層层 達达 導导 領领 時时 間间 點点 ' +
  '處处 務务 業业 辦办 審审 結结 訴诉 訟讼 調调 員员 動动 線线 網网 執执 證证 記记 監监 議议 書书 製制 發发 規规 範范 檔档 測测 試试 過过 學学 習习 場场 縣县 鄉乡 鎮镇 ' +
  '機机 關关 門门 個个 萬万 億亿 園园 檢检 視视 營营 環环 經经 濟济 產产 權权 識识 罰罚 長长 應应 當当 會会 題题 課课 講讲 傳传 資资 訊讯 談谈 詢询 據据 來来 復复 請请 ' +
  '總总 參参 與与 練练 訓训 續续 紛纷 爭争 協协 師师 費费 損损 賠赔 償偿 戶户 農农 婦妇 兒儿 護护 衛卫 適适 龍龙 滿满 優优 認认 聯联 繫系 團团 體体 黨党 進进 開开 對对 ' +
  '聽听 質质 評评 價价 縮缩 決决 設设 區区 專专 廳厅 現现 見见 覽览 儀仪 創创 劃划 內内 話话 劑剂 頒颁 積积 極极 針针 圍围 構构 較较 懲惩 獎奖 榮荣 譽誉 國国 讀读 訪访 ' +
  '戰战 織织 舉举 責责 倫伦 選选 養养 頁页 條条 違违 諮咨'

const simplified = new Map(
  TRADITIONAL.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
)

/** The words of a head or name in simplified characters; only ever used to recognise heads and to make offers. */
export const toSimplified = (text: string): string =>
  Array.from(text, (character) => simplified.get(character) ?? character).join('')

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '')

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['【', '('],
  ['〔', '('],
  ['[', '('],
  ['】', ')'],
  ['〕', ')'],
  [']', ')'],
])

/** A head's words as they are compared: no width, space, case, mark or 必填 tells two apart. */
export function foldHead(text: string): string {
  if (text.length > 64) return ''
  return toSimplified(toHalfWidth(withoutInvisible(text)).replace(/[\s*★☆▲△•·:'"]+/g, ''))
    .replace(/[【〔[\]】〕]/g, (c) => BRACKETS.get(c) ?? c)
    .replace(/\((?:必填项?|选填项?|可选|非必填|必须填写?)\)/g, '')
    .toLowerCase()
}

const QUOTES = /[“”„‟＂「」『』]/g

/**
 * A name as it is compared with the catalogue's: spaces, widths, and the shapes of brackets and quotes are all that
 * may differ. Code points without a width stay: a name that holds one is not the name it looks like.
 */
export const foldName = (text: string): string =>
  toHalfWidth(text)
    .replace(/\s+/g, '')
    .replace(QUOTES, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[【〔[\]】〕]/g, (c) => BRACKETS.get(c) ?? c)
