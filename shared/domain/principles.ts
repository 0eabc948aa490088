/**
 * The categories of risk: the ten common guiding principles of the AI Guidelines for Business 1.2 (MIC and METI,
 * 2026-03-31), Part 2 C, Table 1, and "enterprise" (ours) for a risk that is tied to no system. Titles are in the
 * catalogue under `principle.*`; the English ones are working labels.
 */
export const principleIds = [
  'AIGB-C-1',
  'AIGB-C-2',
  'AIGB-C-3',
  'AIGB-C-4',
  'AIGB-C-5',
  'AIGB-C-6',
  'AIGB-C-7',
  'AIGB-C-8',
  'AIGB-C-9',
  'AIGB-C-10',
] as const
export const riskCategories = [...principleIds, 'enterprise'] as const
export type RiskCategory = (typeof riskCategories)[number]
