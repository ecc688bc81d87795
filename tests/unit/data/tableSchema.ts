/** The part of Frictionless Table Schema v2 that data/datapackage.json uses. */
interface Field {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly constraints?: {
    readonly required?: boolean
    readonly unique?: boolean
    readonly enum?: readonly string[]
    readonly pattern?: string
    readonly minimum?: number
  }
}

export interface TableSchema {
  readonly fields: readonly Field[]
  readonly primaryKey: readonly string[]
  readonly missingValues: readonly string[]
}

const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  year: /^\d{4}$/,
}

const CONSTRAINTS = ['required', 'unique', 'enum', 'pattern', 'minimum']

/** What the schema itself gets wrong. Shape: one sentence each, empty when it is sound. */
export function checkSchema(schema: TableSchema): readonly string[] {
  const names = schema.fields.map((field) => field.name)
  return [
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `field ${name} twice`),
    ...schema.fields.filter((f) => !TYPES[f.type]).map((f) => `field ${f.name} has unknown type ${f.type}`),
    ...schema.fields.filter((f) => f.description === '').map((f) => `field ${f.name} has no description`),
    ...schema.fields.flatMap((f) =>
      Object.keys(f.constraints ?? {})
        .filter((key) => !CONSTRAINTS.includes(key))
        .map((key) => `field ${f.name} has unknown constraint ${key}`),
    ),
    ...schema.primaryKey.filter((name) => !names.includes(name)).map((name) => `key ${name} is no field`),
  ]
}

function checkCell(field: Field, value: string, missing: boolean): string | null {
  const { required, enum: allowed, pattern, minimum } = field.constraints ?? {}
  if (missing) return required ? 'is required' : null
  if (!TYPES[field.type]?.test(value)) return `is no ${field.type}: ${value}`
  if (allowed && !allowed.includes(value)) return `is not one of the allowed values: ${value}`
  if (pattern && !new RegExp(`^(?:${pattern})$`).test(value)) return `does not match its pattern: ${value}`
  if (minimum !== undefined && Number(value) < minimum) return `is below ${minimum}: ${value}`
  return null
}

/** Rows whose values under `columns` were seen before. Unit: 0-based row. */
function repeats(columns: readonly number[], rows: readonly (readonly string[])[]): readonly number[] {
  const keys = rows.map((row) => JSON.stringify(columns.map((i) => row[i])))
  return keys.flatMap((key, i) => (keys.indexOf(key) === i ? [] : [i]))
}

/**
 * Checks a table against its schema: field order, types, constraints, unique primary key.
 * Unit: rows are numbered as a spreadsheet does, the header is 1.
 */
export function checkTable(
  schema: TableSchema,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const names = schema.fields.map((field) => field.name)
  if (header.join() !== names.join()) return [`header is ${header.join()} and not ${names.join()}`]
  const isMissing = (value: string) => schema.missingValues.includes(value)
  const cells = rows.flatMap((row, i) => {
    if (row.length !== header.length) return [`row ${i + 2} has ${row.length} cells`]
    return schema.fields.flatMap((field, column) => {
      const value = row[column] ?? ''
      const problem = checkCell(field, value, isMissing(value))
      return problem === null ? [] : [`row ${i + 2}: ${field.name} ${problem}`]
    })
  })
  const unique = schema.fields.flatMap((field, column) =>
    field.constraints?.unique
      ? repeats([column], rows).map((i) => `row ${i + 2}: ${field.name} is not unique`)
      : [],
  )
  const key = schema.primaryKey.map((name) => names.indexOf(name))
  return [
    ...cells,
    ...unique,
    ...(key.length > 0 ? repeats(key, rows) : []).map((i) => `row ${i + 2}: primary key seen before`),
    ...rows.flatMap((row, i) =>
      key.some((column) => isMissing(row[column] ?? '')) ? [`row ${i + 2}: primary key is incomplete`] : [],
    ),
  ]
}
