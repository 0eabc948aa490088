/** Vendors, AI contracts, their readings, and the points that a company adds. */
import { recordOperations } from './records.ts'

export const vendor = {
  ...recordOperations('vendor'),
}

export const aiContract = {
  ...recordOperations('contract'),
}

const { list, get, update, withdraw } = recordOperations('contractReading')
export const contractReading = { list, get, update, withdraw }

export const checkPoint = {
  ...recordOperations('checkPoint'),
}
