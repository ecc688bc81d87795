import type { Severity } from '#domain/finding.ts'
import { keptWords } from './revisionWords.ts'
import { yearWord } from './words.ts'

/** Sentences of the page that takes office spreadsheets in. What is wrong with a cell is said in `ui/findingWords.ts`. */

const stepWords = ['选文件', '识别', '对列', '核对', '预览', '写入'] as const

const stepGlyphs = ['①', '②', '③', '④', '⑤', '⑥'] as const

/** Why a step cannot be done yet. */
export const waitingWords = {
  file: '选好文件后，这里显示识别的结果。',
  table: '认出表格后，在这里核对每一列的意思。',
  columns: '列都对上后，在这里逐条核对。',
  errors: '错误处理完后，在这里看到将要写入的内容。',
  preview: '预览无误后，在这里写入。点“写入”之前，数据没有任何改变。',
} as const

export const encodingWords: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（GBK）',
  'utf-16le': 'UTF-16（小端）',
  'utf-16be': 'UTF-16（大端）',
  big5: 'Big5（繁体）',
}

export const layoutWords = {
  long: '一行一项（长表）',
  wide: '一行一项、一列一年（宽表）',
  transposed: '一行一年、一列一项',
} as const

export const formatWords = { xlsx: 'Excel 工作簿（.xlsx）', xls: 'Excel 旧版工作簿（.xls）' } as const

export const delimiterWords: Readonly<Record<string, string>> = {
  ',': '逗号分隔',
  '\t': '制表符分隔',
  ';': '分号分隔',
  '，': '全角逗号分隔',
}

export const yearFromWords = {
  column: '取自“年度”列',
  head: '取自表头',
  title: '取自表格上方的标题',
  sheet: '取自工作表名称',
  'file-name': '取自文件名，请核对',
  choice: '由您选定',
} as const

export const byWords = {
  word: '表头用词',
  memory: '上次的回答',
  choice: '由您选定',
  none: '没有认出',
} as const

export const itemStateWords = {
  waiting: '等待',
  current: '正在处理',
  written: '已写入',
  left: '已放下，没有写入',
  'too-large': '超过50 MB，没有读取。请只保留要导入的工作表后再试。',
  empty: '文件是空的，没有读取。',
} as const

export const severityWords: Readonly<Record<Severity, string>> = {
  blocks: '错误',
  warns: '提醒',
  notes: '说明',
}

export const severityMarks: Readonly<Record<Severity, string>> = { blocks: '✕', warns: '!', notes: 'i' }

/** Why nothing can be written yet, beside the button. */
export const writeObstacles = {
  reading: '正在按新的选择重新读取，读完后才能写入。',
  errors: (count: number): string => `还有${count}处错误，处理后才能写入。`,
  names: (count: number): string => `还有${count}个指标名称没有对应，处理后才能写入。`,
  warnings: (count: number): string => `还有${count}条提醒没有核对。请在“核对”里逐条勾选。`,
  nothing: '与现有数据相比没有要写入的内容。',
  'read-only': '本机暂时不能写入，原因见页面上方的提示。这里的选择会保留。',
} as const

/** What became of a write that was not kept. The choices stay. */
export const importFailureWords = {
  full: '本机存储空间不足，数据没有写入。请先导出备份，腾出空间后可再次写入。',
  failed: '本机存储没有接受，数据没有写入，原有数据没有改变。请再试一次。',
  slow: '本机存储没有及时回应，这次写入已取消，原有数据没有改变。请稍后再试。',
  elsewhere: '另一窗口刚改了其中的数值，这次没有写入。已按现在的数据重新比较，请核对预览后再写入。',
  'read-only': '本机暂时不能写入，数据没有改变。原因见页面上方的提示。',
  unsure: '还不能确定有没有写入：本机存储没有应答。请刷新页面，在“修改历史”里查看。',
} as const

const listed = (years: readonly number[]): string => years.map(yearWord).join('、')

export const importWords = {
  lead: '把 WPS 或 Excel 的表格读进来。六步都在这一页；点最后的“写入”之前，数据没有任何改变。',
  steps: '导入的六步',
  stepName: (place: number): string => `${stepGlyphs[place]} ${stepWords[place]}`,
  choose: '选择文件',
  kinds: '可选 .csv、.tsv、.txt、.xlsx、.xls，一次可选多个，每个不超过50 MB。',
  dropHere: '把文件拖到这里，或在本页任意处粘贴（Ctrl+V）从表格中复制的内容。',
  dropNow: '松开后读取',
  paste: '粘贴表格',
  pasteLabel: '把复制的单元格粘贴在这里，表头也要复制进来',
  pasteRead: '读取粘贴的内容',
  pasteEmpty: '还没有粘贴内容。请在 WPS 或 Excel 中选中表格并复制，再粘贴到这里。',
  pastedName: '粘贴的表格.txt',
  queue: '选入的文件',
  size: (bytes: number): string =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  begin: '处理这个文件',
  remove: '移出',
  removeNamed: (name: string): string => `移出“${name}”`,
  leave: '放下这个文件',
  leaveHint: '放下后没有写入任何内容。',
  nextWaits: (name: string): string => `下一个文件：${name}`,
  reading: '正在读取…',
  readingSince: (seconds: number): string => `正在读取，已用${seconds}秒。可以放下这个文件。`,
  readAgain: '重新读取',
  notGiven:
    '浏览器没有读到这个文件。它可能已被移动、改名或正被其他程序独占。请关闭占用它的程序，重新选择文件。',
  programFault: (raw: string): string =>
    `读取时程序出错（${raw || '没有说明'}）。数据没有改变。请重新读取；仍不行请换一种格式另存后再试。`,
  cannot: '这个文件还不能导入：',
  encoding: '编码',
  auto: (found: string): string => (found === '' ? '自动' : `自动（${found}）`),
  encodingHint: (encoding: string): string => `已按 ${encoding} 读取。若下面的文字是乱码，请换一种编码。`,
  garbled: '下面出现了“锟斤拷”或“�”，多半是编码不对。请换一种编码，或从原表重新另存。',
  sheet: '工作表',
  sheetOption: (name: string, rows: number, hidden: boolean): string =>
    `${name || '未命名'}（${rows}行${hidden ? '，隐藏' : ''}）`,
  layout: '版式',
  header: '表头在',
  headerRow: (row: number): string => `第${row}行`,
  noHeader: '没有认出表头',
  year: '年度',
  yearMissing: '表中没有写明年度，请选择。',
  yearsOf: (years: readonly number[]): string => listed(years),
  sample: '前几行原样',
  rowHead: '行',
  columnName: (place: number): string => `第${place + 1}列`,
  columnsCut: (shown: number, all: number): string => `共${all}列，这里显示前${shown}列。`,
  isHeader: '表头',
  columns: '文件中的列与系统字段的对应',
  fileColumn: '文件列',
  systemField: '系统字段',
  why: '依据',
  columnsTaken: (taken: number, all: number): string => `使用${taken}列，共${all}列`,
  ignored: '（忽略）',
  yearColumn: (year: number): string => `${yearWord(year)}的数值`,
  indicatorColumn: '指标的数值',
  fieldOf: (column: string): string => `“${column}”对应的系统字段`,
  unknown: (count: number): string => `没有认出的指标名称：${count}个`,
  unknownLead: '名称相近也不会自动对应。请逐个决定；回答会记住，下次遇到同样的名称直接使用。',
  inRows: (rows: readonly number[]): string =>
    `第${rows.slice(0, 5).join('、')}行${rows.length > 5 ? `等${rows.length}行` : ''}`,
  offer: (name: string): string => `对应到“${name}”`,
  likeness: (likeness: number, unit: string): string =>
    `名称有${Math.round(likeness * 100)}%相同${unit === '' ? '' : `，单位${unit}`}`,
  mapTo: '对应到其他指标',
  mapLabel: (name: string): string => `“${name}”对应到哪项指标`,
  mapPlaceholder: '输入名称查找，如 行政复议',
  mapKeep: '对应',
  mapUnknown: '没有这项指标。请从列表中选择。',
  asNew: '作为新指标',
  newName: '指标名称',
  newChapter: '章节',
  newUnit: '单位',
  newKind: '种类',
  newKeep: '加入',
  newUnitMissing: '请填写单位。',
  newNameMissing: '请填写指标名称。',
  newNameTaken: '已有同名的指标。请对应到它，或换一个名称。',
  leaveOut: '忽略',
  leaveOutAll: (count: number): string => `其余${count}个都忽略`,
  takeBack: '重新决定',
  answered: {
    known: (name: string): string => `对应到“${name}”`,
    new: (name: string, unit: string): string => `作为新指标“${name}”（${unit}）`,
    'left-out': '忽略，不导入',
  },
  memory: (count: number): string => `记住的对应（${count}）`,
  memoryLead: '以前回答过的对应，遇到同样的用词直接使用。忘记后下次会再问。',
  forget: '忘记',
  forgetNamed: (word: string): string => `忘记“${word}”`,
  forgetAll: '全部忘记',
  counts: '核对结果',
  passed: '通过',
  mustDo: '必须处理',
  mayGoOn: '逐条核对后可继续',
  whole: '整个文件',
  rowPlace: (row: number): string => `第${row}行`,
  columnPlace: (column: string): string => `“${column}”列`,
  fixLabel: (row: number, column: string): string => `第${row}行“${column}”列改为`,
  fix: '改',
  fixed: (count: number): string => `已改${count}格`,
  unfix: '恢复原样',
  unfixNamed: (row: number): string => `第${row}行恢复原样`,
  useSuggestion: (text: string): string => `改为 ${text}`,
  skip: '跳过此行',
  skipAll: (rows: number): string => `跳过有错误的全部${rows}行`,
  skipUnseen: (rows: number): string => `其余${rows}行的提醒没有列出，跳过这些行`,
  skipped: (rows: readonly number[]): string =>
    `已跳过${rows.length}行：第${rows.slice(0, 20).join('、')}行${rows.length > 20 ? '等' : ''}。`,
  unskip: '恢复跳过的行',
  checked: '已核对',
  named: (name: string): string => `：${name}`,
  exportFindings: '导出问题清单.csv',
  findingsName: (file: string): string => `${file.replace(/\.\w+$/, '')}-问题清单.csv`,
  more: (count: number): string => `再显示${count}条`,
  notListed: (count: number): string => `还有${count}条没有列出。处理上面的之后会接着显示。`,
  notes: (count: number): string => `说明 ${count}`,
  allGood: '没有发现问题。',
  errorsLeft: (count: number): string => `还有${count}处错误，改好或跳过这些行后，下面显示预览。`,
  compared: '与现有数据比',
  added: (count: number): string => `新增${count}`,
  changed: (count: number): string => `修改${count}`,
  same: (count: number): string => `不变${count}`,
  silent: (year: number, count: number, word: string): string => `${yearWord(year)}${word}${count}`,
  changes: '修改已有的数值（请逐条确认，不勾选的保持原样）',
  confirm: '确认修改：',
  newValues: '新增的数值',
  inChapter: (short: string, count: number): string => `${short}（${count}项）`,
  newIndicators: (count: number): string => `新指标${count}项`,
  newYear: (year: number): string => `${yearWord(year)}这份报告`,
  newYearLead: (year: number, count: number): string =>
    count === 0 ? `${yearWord(year)}的指标都在表里。` : `${yearWord(year)}有${count}项指标没有出现在表里。`,
  finished: (count: number): string => `已录完，未出现的${count}项显示“未公布”`,
  open: (count: number): string => `还没录完，未出现的${count}项显示“待录入”`,
  openDefault: '先按“还没录完”处理：以后可在“录入状况”里改为录入完毕。',
  matrix: '写入后的录入状况',
  reason: '修改原因',
  author: '填写人（可不填）',
  defaultReason: (file: string): string => `导入 ${file}`,
  ready: (added: number, changed: number): string => `可以写入：新增${added}项，修改${changed}项。`,
  write: (count: number): string => `写入${count}项`,
  saving: '正在写入…',
  writtenHead: '写入结果',
  written: (count: number): string => `${keptWords.import.replace('：', '')}${count}项。`,
  writtenInMemory: (count: number): string =>
    `${count}项已记入本次使用，但没有保存到本机。关闭页面前请先导出备份。`,
  wasUndone: '已撤销，数据恢复到写入前。',
  undo: '撤销',
  redo: '重做',
  seeYear: (year: number): string => `查看${yearWord(year)}`,
  history: '查看修改历史',
  backup: '导出备份',
} as const

/** The place of a finding in the words of the file: 第12行 · “数值”列. */
export function placeWords(row: number | undefined, column: string | undefined): string {
  const parts = [
    row === undefined ? '' : importWords.rowPlace(row),
    column === undefined ? '' : importWords.columnPlace(column),
  ]
  return parts.filter(Boolean).join(' · ') || importWords.whole
}
