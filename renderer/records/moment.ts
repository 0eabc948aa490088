/** Instants as they are shown: `2026-10-05 18:00` in the zone of the register, whatever the computer's; before one is open in the computer's. */
import { useContext } from 'react'
import { RegisterContext } from '#renderer/api/status.ts'
import { localMoment } from '#shared/domain/incident/local-moment.ts'

export const zoneOfComputer = Intl.DateTimeFormat().resolvedOptions().timeZone

export function useMoment(): (instant: string) => string {
  const zone = useContext(RegisterContext)?.organisation.timeZone ?? zoneOfComputer
  return (instant) => localMoment(instant, zone)
}
