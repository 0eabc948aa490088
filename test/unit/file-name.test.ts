import { describe, expect, it } from 'vitest'
import { isEvidenceFileType } from '#shared/domain/control.ts'
import { keptFileName, writtenFileName } from '#shared/domain/file-name.ts'

const bytes = (text: string) => Buffer.byteLength(text, 'utf8')

describe('the name of a file that is kept', () => {
  it.each([
    { what: 'a plain one', name: '偏り試験の報告書.pdf', kept: '偏り試験の報告書.pdf' },
    { what: 'a path of this system', name: '/etc/passwd', kept: 'passwd' },
    { what: 'a path of Windows', name: 'C:\\監査\\証跡.xlsx', kept: '証跡.xlsx' },
    { what: 'the folder above', name: '../../register.daicho', kept: 'register.daicho' },
    { what: 'a mark that turns the writing', name: 'report\u202efdp.exe', kept: 'reportfdp.exe' },
    { what: 'marks that isolate it', name: '\u2066a\u2069.txt', kept: 'a.txt' },
    { what: 'control characters and a line break', name: 'a\u0000b\nc\u0085.log', kept: 'abc.log' },
    { what: 'no width', name: 'in\u200bvoice\ufeff.pdf', kept: 'invoice.pdf' },
    { what: 'taken apart letters', name: 'か\u3099.txt', kept: 'が.txt' },
    { what: 'half a character', name: 'a\ud800.txt', kept: 'a\ufffd.txt' },
    { what: 'nothing but what hides', name: '\u202e\u0007 ', kept: 'file' },
    { what: 'nothing behind a folder', name: '証跡/', kept: 'file' },
  ])('$what', ({ name, kept }) => {
    expect(keptFileName(name)).toBe(kept)
  })

  it('is at most 200 bytes long, with its ending and whole letters', () => {
    const kept = keptFileName(`${'証'.repeat(120)}.pdf`)
    expect(kept).toBe(`${'証'.repeat(65)}.pdf`)
    expect(bytes(kept)).toBeLessThanOrEqual(200)
    expect(keptFileName(`a${'𠮷'.repeat(80)}`)).toBe(`a${'𠮷'.repeat(49)}`)
    // What stands behind the last dot is no ending where it is longer than endings are.
    expect(bytes(keptFileName(`a.${'b'.repeat(300)}`))).toBe(200)
  })
})

describe('the name under which it is written out', () => {
  it.each([
    { what: 'a plain one', name: '議事録 2026-09.pdf', written: '議事録 2026-09.pdf' },
    { what: 'what Windows refuses', name: 'a<b>:"c|d?*.txt', written: 'a_b___c_d__.txt' },
    { what: 'a stream of another file', name: 'a.txt:hidden', written: 'a.txt_hidden' },
    { what: 'a device', name: 'CON', written: '_CON' },
    { what: 'a device with an ending', name: 'nul.tar.gz', written: '_nul.tar.gz' },
    { what: 'a device with a blank', name: 'com1 .txt', written: '_com1 .txt' },
    { what: 'no device', name: 'console.log', written: 'console.log' },
    { what: 'dots and blanks at its end', name: 'report. . ', written: 'report' },
    { what: 'the folder itself', name: '.', written: '_' },
    { what: 'the folder above', name: '..', written: '__' },
    { what: 'one that would be hidden', name: '.htaccess', written: '_htaccess' },
    { what: 'a program by its name', name: 'setup.EXE', written: 'setup.EXE' },
  ])('$what', ({ name, written }) => {
    expect(writtenFileName(name)).toBe(written)
  })
})

describe('which files are kept as evidence', () => {
  it.each([
    ['議事録.pdf', true],
    ['SCAN.PDF', true],
    ['logs.2026.zip', true],
    ['写真.HEIC', true],
    ['setup.exe', false],
    ['report.pdf.exe', false],
    ['page.html', false],
    ['picture.svg', false],
    ['macro.xlsm', false],
    ['shortcut.lnk', false],
    ['a.txt:hidden', false],
    ['report.', false],
    ['pdf', false],
  ])('%s: %s', (name, kept) => {
    expect(isEvidenceFileType(name)).toBe(kept)
  })
})
