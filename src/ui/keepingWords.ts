/** What is wrong with keeping changes on this machine: what happened, what is safe, what to do. */
export interface TroubleText {
  readonly what: string
  readonly more: string
}

const NOT_SAVED = '本次修改不会保存，请导出备份。'

/** By trouble; `unreadable` counts the entries that could not be read. */
export const troubleWords = {
  'no-storage': () => ({
    what: NOT_SAVED,
    more: '浏览器没有打开本机存储。各项功能照常可用，但关闭页面后修改会丢失；以前保存在本机的修改这次没有显示，也没有被改动。',
  }),
  'no-answer': () => ({
    what: NOT_SAVED,
    more: '本机存储没有及时应答。各项功能照常可用，但关闭页面后修改会丢失；以前保存在本机的修改暂时没有显示，也没有被改动。',
  }),
  closed: () => ({
    what: NOT_SAVED,
    more: '浏览器清除或关闭了本机存储。页面上的数据都还在，关闭页面后会丢失。导出备份后，可点“重新保存”写回本机。',
  }),
  blocked: () => ({
    what: '请关闭其他窗口。',
    more: '另一个窗口占用了本机保存的数据，那些修改没有丢失，只是暂时没有显示，也暂时不能修改。关闭打开本系统的其他窗口后，这里会自动继续。',
  }),
  superseded: () => ({
    what: '本窗口已停止保存，请刷新页面。',
    more: '另一个窗口正在更新或清除本机保存的数据。页面上的数据都还在，刷新前可先导出备份。',
  }),
  newer: (unreadable: number) => ({
    what: '本机数据由更新版本创建，请刷新页面。',
    more: `${unreadable > 0 ? `有${unreadable}条修改读不出来，没有显示。` : ''}本机数据没有改动，本窗口只能查看。刷新后仍是这样，请改用新版本，或下载原始内容交给维护人员。`,
  }),
  damaged: (unreadable: number) => ({
    what: `本机保存的修改有${unreadable}条读不出来。`,
    more: '其余修改都已显示；读不出来的原样留在本机，没有删除。请先下载原始内容留底，再点“继续”。点“继续”之前不会写入。',
  }),
  lost: () => ({
    what: '本机保存的数据已丢失或损坏。',
    more: '现在读到的修改比上次保存的少。有备份请“从备份恢复”；没有备份请点“继续”，从现有数据开始。在此之前不会写入。',
  }),
} as const satisfies Record<string, (unreadable: number) => TroubleText>

/** Why a backup file was not restored; nothing was changed. */
export const refusalWords = {
  'not-backup': '没有恢复：这个文件不是本系统的备份。请选择“导出备份”得到的文件。',
  newer: '没有恢复：这份备份由更新版本导出。请刷新页面，改用新版本后再恢复。',
  damaged: '没有恢复：这份备份不完整或被改动过。请换一份备份。',
  foreign: '没有恢复：这份备份里的指标在本系统中都不存在，可能是其他地方的备份。',
  same: '不用恢复：备份里的数据与现在显示的相同。',
  full: '没有恢复：本机存储空间不足，数据没有改变。请先导出备份、清理空间，再恢复。',
  failed: '没有恢复：本机存储没有接受，数据没有改变。请再试一次。',
  slow: '没有恢复：本机存储没有及时应答，数据没有改变。请再试一次。',
  elsewhere: '没有恢复：另一个窗口刚改过同样的数据。请核对后再恢复。',
  unsure: '还不能确定是否已恢复：本机存储没有应答。请刷新页面查看。',
  'read-only': '没有恢复：现在只能查看，不能修改。请看页面上方的说明。',
} as const

export const keepingWords = {
  label: '本机保存情况',
  exportLog: '导出备份',
  exportRaw: '下载原始内容',
  restore: '从备份恢复',
  resume: '继续',
  retry: '重试',
  saveAgain: '重新保存',
  reload: '刷新页面',
  backupName: '指标数据备份',
  rawName: '本机原始内容',
  rawMissing: '原始内容没有读出来，请刷新页面再试。',
  stillTrouble: '仍没有恢复。请先导出备份，再刷新页面；修改可用“从备份恢复”取回。',
  restored: (values: number, left: number): string =>
    `已从备份恢复${values}项。${left > 0 ? `备份里有${left}项在已公布的数据中找不到对应，没有恢复。` : ''}`,
} as const
