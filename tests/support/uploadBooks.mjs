// The workbooks among the awkward files of tests/fixtures/uploads, which makeUploads.mjs writes.

const cell = (row, column, rows, columns) => ({
  startRow: row,
  startCol: column,
  endRow: row + rows - 1,
  endCol: column + columns - 1,
})

/** File name → sheets, as the writer of workbooks takes them. */
export const books = {
  'book-title-merged.xlsx': [
    {
      name: 'Sheet1',
      rows: [
        ['2024年度法治政府建设指标统计表', null, null, null],
        ['章节', '指标名称', '数量', '单位'],
        ['三', '办理公证件数', 1130, '件'],
        [null, '办理法律援助案件数', 2203, '件'],
        ['二', '政务服务事项全程网办率', 99.8, '%'],
      ],
      merges: [cell(0, 0, 1, 4), cell(2, 0, 2, 1)],
    },
  ],
  'book-merged-years.xlsx': [
    {
      name: '数据',
      rows: [
        ['年度', '指标', '数值'],
        [2023, '办理公证件数', 1024],
        [null, '办理法律援助案件数', 2138],
        [2024, '办理公证件数', 1130],
        [null, '办理法律援助案件数', 2203],
      ],
      merges: [cell(1, 0, 2, 1), cell(3, 0, 2, 1)],
    },
  ],
  'book-merged-value.xlsx': [
    {
      name: '2024年',
      rows: [
        ['指标', '数值', '单位'],
        ['人大代表建议办复率', 100, '%'],
        ['政协委员提案办复率', null, '%'],
      ],
      merges: [cell(1, 1, 2, 1)],
    },
  ],
  'book-double-head.xlsx': [
    {
      name: 'Sheet1',
      rows: [
        ['指标名称', '单位', '数值', null],
        [null, null, '2023年', '2024年'],
        ['办理公证件数', '件', 1024, 1130],
      ],
      merges: [cell(0, 0, 2, 1), cell(0, 1, 2, 1), cell(0, 2, 1, 2)],
    },
  ],
  'book-sheet-a-chapter.xlsx': [
    {
      name: '来源',
      rows: [
        ['标题', '2024年度报告'],
        ['单位', '嘉祥县司法局'],
      ],
    },
    {
      name: '二',
      rows: [
        ['年度', '指标', '数值'],
        [2024, '审结行政复议案件数', 140],
      ],
    },
    {
      name: '三',
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1130],
        [2024, '没有的指标', 5],
      ],
    },
  ],
  'book-two-tables.xlsx': [
    {
      name: '定稿',
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1130],
      ],
    },
    {
      name: '另一张',
      rows: [
        ['指标', '2023年', '2024年'],
        ['办理法律援助案件数', 2138, 2203],
      ],
    },
  ],
  'book-hidden.xlsx': [
    {
      name: '旧',
      hidden: true,
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1],
      ],
    },
    {
      name: '新',
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1130],
      ],
    },
  ],
  'book-years-as-sheets.xlsx': [
    {
      name: '2023年',
      rows: [
        ['指标', '数值'],
        ['办理公证件数', 1024],
      ],
    },
    {
      name: '2024年',
      rows: [
        ['指标', '数值'],
        ['办理公证件数', 1130],
      ],
    },
  ],
  'book-extra-cells.xlsx': [
    {
      name: 'Sheet1',
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1130, '核对过'],
      ],
    },
  ],
  'book-only-hidden.xlsx': [
    { name: '说明', rows: [['请填写第二张表']] },
    {
      name: '数据',
      hidden: true,
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1130],
      ],
    },
  ],
  'book-kinds-merged.xlsx': [
    {
      name: '2024',
      rows: [
        ['指标', null, '单位', '数值'],
        ['法律服务', '办理公证件数', '件', 1130],
        [null, '办理法律援助案件数', '件', 2203],
      ],
      merges: [cell(0, 0, 1, 2), cell(1, 0, 2, 1)],
    },
  ],
  'book-table-not-at-a1.xlsx': [
    {
      name: 'Sheet1',
      rows: [
        [],
        [],
        [null, null, '2024年度统计表'],
        [null, null, '指标', '数值'],
        [null, null, '办理公证件数', 1130],
      ],
    },
  ],
  'book-names-merged-over-years.xlsx': [
    {
      name: 'Sheet1',
      rows: [
        ['指标', '年度', '数值'],
        ['办理公证件数', 2023, 1024],
        [null, 2024, 1130],
      ],
      merges: [cell(1, 0, 2, 1)],
    },
  ],
  'book-same-sheet-twice.xlsx': [
    {
      name: '初稿',
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1120],
      ],
    },
    {
      name: '定稿',
      rows: [
        ['年度', '指标', '数值'],
        [2024, '办理公证件数', 1130],
      ],
    },
  ],
  'book-empty.xlsx': [{ name: 'Sheet1', rows: [] }],
}
