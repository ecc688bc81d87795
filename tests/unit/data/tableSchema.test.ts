import { expect, it } from 'vitest'
import { checkSchema, checkTable, type TableSchema } from './tableSchema.ts'

const schema: TableSchema = {
  fields: [
    { name: '年度', type: 'year', description: 'd', constraints: { required: true } },
    {
      name: '编号',
      type: 'string',
      description: 'd',
      constraints: { required: true, pattern: '[a-z]+(-[a-z]+)*' },
    },
    { name: '序号', type: 'integer', description: 'd', constraints: { minimum: 1 } },
    { name: '状态', type: 'string', description: 'd', constraints: { enum: ['未公布', '待核'] } },
    { name: '原句', type: 'string', description: 'd', constraints: { unique: true } },
  ],
  primaryKey: ['年度', '编号'],
  missingValues: [''],
}
const header = ['年度', '编号', '序号', '状态', '原句']
const good = ['2023', 'legal-aid', '1', '', 'a']

it('accepts a table that keeps its schema', () => {
  expect(checkTable(schema, header, [good, ['2023', 'aid', '', '待核', 'b']])).toEqual([])
})

it.each([
  ['a year with three digits', ['202', 'aid', '1', '', 'b'], 'row 3: 年度 is no year: 202'],
  ['an empty required cell', ['', 'aid', '1', '', 'b'], 'row 3: 年度 is required'],
  ['an id in capitals', ['2023', 'Aid', '1', '', 'b'], 'row 3: 编号 does not match its pattern: Aid'],
  [
    'a pattern that fits only a part',
    ['2023', 'aid-', '1', '', 'b'],
    'row 3: 编号 does not match its pattern: aid-',
  ],
  ['a decimal number', ['2023', 'aid', '1.5', '', 'b'], 'row 3: 序号 is no integer: 1.5'],
  ['a number below the minimum', ['2023', 'aid', '0', '', 'b'], 'row 3: 序号 is below 1: 0'],
  [
    'an unknown status',
    ['2023', 'aid', '1', '已核', 'b'],
    'row 3: 状态 is not one of the allowed values: 已核',
  ],
  ['a value that must be unique', ['2023', 'aid', '1', '', 'a'], 'row 3: 原句 is not unique'],
  ['a key seen before', ['2023', 'legal-aid', '2', '', 'b'], 'row 3: primary key seen before'],
  ['a short row', ['2023', 'aid', '1', ''], 'row 3 has 4 cells'],
])('rejects %s', (_, row, problem) => {
  expect(checkTable(schema, header, [good, row])).toContain(problem)
})

it('rejects columns in another order', () => {
  expect(checkTable(schema, ['编号', '年度', '序号', '状态', '原句'], [])).toHaveLength(1)
})

it('rejects a schema that it would not understand', () => {
  const odd: TableSchema = {
    fields: [
      { name: '年度', type: 'date', description: 'd' },
      { name: '年度', type: 'string', description: '' },
    ],
    primaryKey: ['编号'],
    missingValues: [''],
  }
  expect(checkSchema(odd)).toEqual([
    'field 年度 twice',
    'field 年度 has unknown type date',
    'field 年度 has no description',
    'key 编号 is no field',
  ])
  expect(checkSchema(schema)).toEqual([])
})
