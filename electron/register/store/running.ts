/** Is there a process of this number on this computer? */
export function isRunning(processId: number): boolean {
  // Zero and below mean groups of processes, of which there is always one.
  if (processId <= 0) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
