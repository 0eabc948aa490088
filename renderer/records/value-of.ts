/** A field of a record by its name: descriptions name fields, records hold them. */
export function valueOf(record: object, field: string): unknown {
  return Reflect.get(record, field)
}
