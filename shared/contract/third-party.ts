/** Vendors, AI contracts, their readings, and the points that a company adds. */
import { z } from 'zod'
import { daySchema } from '#shared/domain/calendar-date.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { operation, type } from './base.ts'
import { readingOperations } from './contract-readings.ts'
import { recordOperations } from './records.ts'

export const vendor = {
  ...recordOperations('vendor'),
}

export const aiContract = {
  ...recordOperations('contract'),
}

const { list, get, update, withdraw } = recordOperations('contractReading')
export const contractReading = { list, get, update, withdraw, ...readingOperations }

export const checkPoint = {
  ...recordOperations('checkPoint'),
  /** The company's points and wordings for contracts that hold on a day. */
  inForce: operation
    .input(z.object({ day: daySchema }))
    .output(type<readonly Pick<RecordOf<'checkPoint'>, 'id' | 'code' | 'name' | 'replaces'>[]>()),
}
