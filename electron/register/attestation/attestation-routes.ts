/** The operations of confirmations by post, over a desk. */
import { basename, join } from 'node:path'
import type { Desk } from '../desk.ts'
import { os } from '../implementer.ts'
import { LabelCollector } from '../labels.ts'
import { recordTables } from '../store/record-table.ts'
import { printAttestation } from './attestation-print.ts'
import { attestationPicture, campaignPictures, signSheet, startCampaign, statementOf } from './attestation-sheets.ts'

export function attestationRoutes(desk: Desk) {
  return {
    attestationSheet: {
      picture: os.attestationSheet.picture.handler(({ input }) => {
        const { register } = desk
        const picture = attestationPicture(register, input.postId, register.today())
        const post = recordTables.post.get(register.read, input.postId)
        const labels = new LabelCollector()
        labels.add(input.postId, picture.holderId, picture.latest?.personId)
        return {
          ...picture,
          statement: post === undefined ? '' : statementOf(post, picture.day, input.language),
          labels: labels.labels(register.read),
        }
      }),
      sign: os.attestationSheet.sign.handler(({ input }) => signSheet(desk.register, input)),
      print: os.attestationSheet.print.handler(async ({ input }) => {
        const { register, tokens, shell } = desk
        const folder = tokens.peek(input.folder)
        const path = await printAttestation(register, { ...input, folder }, (job) => shell.print(job))
        return { name: basename(path), token: tokens.issue(join(folder, basename(path))) }
      }),
    },
    attestationCampaign: {
      all: os.attestationCampaign.all.handler(() => {
        const { register } = desk
        const campaigns = campaignPictures(register, register.today())
        const labels = new LabelCollector()
        for (const { campaign } of campaigns) labels.addReferences('attestationCampaign', campaign)
        return { campaigns, labels: labels.labels(register.read) }
      }),
      create: os.attestationCampaign.create.handler(({ input }) => startCampaign(desk.register, input)),
    },
  }
}
