// Runs in the browser: the window's connection, and what tests ask of it.
import { type Connection, connect } from '#renderer/api/connection.ts'
import { problemOf } from '#renderer/api/problem.ts'

declare global {
  interface Window {
    connection: Connection
    /** Every state the connection has had, in order. */
    states: string[]
    ports: number
    codeOf: (error: unknown) => string
  }
}

window.ports = 0
window.addEventListener('message', (event) => {
  if (event.data === 'daicho:port') window.ports += 1
})
window.connection = connect(window)
window.states = [window.connection.state]
window.connection.subscribe(() => window.states.push(window.connection.state))
window.codeOf = (error) => problemOf(error).code
