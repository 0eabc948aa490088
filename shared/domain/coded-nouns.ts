/** The nouns whose records have a code: what people look up, comment on and name in a sentence. */
export const codedNouns = [
  'unit',
  'person',
  'post',
  'system',
  'risk',
  'acceptance',
  'control',
  'evidence',
  'action',
  'intake',
  'direction',
  'finding',
  'observation',
  'policy',
  'training',
  'vendor',
  'contract',
  'contractReading',
  'checkPoint',
] as const
export type CodedNoun = (typeof codedNouns)[number]
