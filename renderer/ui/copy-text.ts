/**
 * Puts text on the clipboard. By the copy command and its event: both shells refuse every permission, and the newer way asks
 * for one. False where the browser did not copy.
 */
export function copyText(text: string): boolean {
  let done = false
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    done = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy, { capture: true, once: true })
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way that needs no permission
  const heard = document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  return heard && done
}
