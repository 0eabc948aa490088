// Holds a register open for writing until its standard input ends: `node hold-register.ts FILE`.
import { v7 } from 'uuid'
import { openRegister, realSurroundings } from '#electron/register/store/register-file.ts'

const register = openRegister(process.argv[2] ?? '', { surroundings: realSurroundings(v7, 'holder'), mode: 'write' })
process.stdout.write('held\n')
process.stdin.on('end', () => {
  register.close()
})
process.stdin.resume()
