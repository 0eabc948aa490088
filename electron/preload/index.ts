/** Hands the window its one message port, and nothing else of Electron or Node. */
import { ipcRenderer } from 'electron'

ipcRenderer.on('daicho:port', (event) => {
  window.postMessage('daicho:port', '*', [...event.ports])
})
