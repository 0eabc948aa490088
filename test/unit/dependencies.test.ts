/** What `npm run check:deps` makes of an audit's report and of instructions for installing. */
import { expect, test } from 'vitest'
import { auditOf, installProblems } from '#test/checks/dependencies.ts'

test('an audit that found something names it, one that found nothing has looked, and one without an answer has not', () => {
  const vulnerabilities = { tar: { name: 'tar', severity: 'high', range: '<6.2.1', via: [], fixAvailable: true } }
  expect(auditOf(JSON.stringify({ auditReportVersion: 2, vulnerabilities }))).toEqual({
    kind: 'looked',
    found: ['tar <6.2.1: an advisory is known (high)'],
  })
  expect(auditOf(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }))).toEqual({ kind: 'looked', found: [] })
  for (const output of ['', 'npm error audit endpoint returned an error', '{"error":{"code":"ENOAUDIT"}}', '[]'])
    expect(auditOf(output)).toEqual({ kind: 'unavailable' })
})

test('whatever installs something else than what is locked is named; npm itself may be fetched in a named version', () => {
  expect(
    installProblems({
      'README.md': 'npm ci && npm start\nthen npm install left-pad',
      'test.yml': '- run: npm install --global npm@11\n- run: npm i',
      'other.yml': '- run: npm install --global npm@latest',
    }),
  ).toEqual([
    'README.md:2: "then npm install left-pad" installs what is not locked; write npm ci',
    'test.yml:2: "- run: npm i" installs what is not locked; write npm ci',
    'other.yml:1: "- run: npm install --global npm@latest" installs what is not locked; write npm ci',
  ])
})
