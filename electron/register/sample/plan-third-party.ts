/** Vendors with what they supply, AI contracts, and what was found as they were read. */
import type { SamplePlan } from './sample-plan.ts'

type Sources = SamplePlan['sources']['third-party']

export function planThirdParty(plan: SamplePlan): void {
  for (const vendor of plan.sources['third-party'].vendors) planVendor(plan, vendor)
  const { contracts } = plan.sources['third-party']
  for (const contract of contracts) planContract(plan, contract)
  // In the order of their codes, which is that of their days: where the days are one, their codes still are given in order.
  const readings = contracts.flatMap(({ code, readings: own }) => own.map((reading) => ({ contract: code, reading })))
  for (const { contract, reading } of readings.toSorted((one, other) =>
    one.reading.code < other.reading.code ? -1 : 1,
  ))
    planReading(plan, contract, reading)
  for (const point of plan.sources['third-party'].points) planPoint(plan, point)
}

function planPoint(plan: SamplePlan, point: Sources['points'][number]): void {
  const { code, registered, from, ...values } = point
  plan.record(plan.dates.working(registered), {
    act: 'checkPoint',
    code,
    values: { ...values, subject: 'contract', from: plan.dayOf(from) },
  })
}

function planVendor(plan: SamplePlan, vendor: Sources['vendors'][number]): void {
  const { code, name, reading, country, tier, post, owner, security, finance } = vendor
  const registered = plan.dates.working(vendor.registered)
  const [securityStanding, securityOn] = security
  const [financeStanding, financeOn] = finance
  plan.record(registered, {
    act: 'vendor',
    code,
    post,
    owner,
    values: {
      name,
      reading,
      country,
      tier,
      group: plan.plain(vendor.group),
      nextReviewOn: plan.dayOf(vendor.review),
      security: securityStanding,
      securityOn: plan.dayOf(securityOn),
      finance: financeStanding,
      financeOn: plan.dayOf(financeOn),
      contacts: vendor.contacts.map((contact) => ({
        name: plan.plain(contact.name),
        role: plan.plain(contact.role),
        email: contact.email,
        phone: '',
      })),
      subProcessors: vendor.subProcessors.map((each) => ({
        name: plan.plain(each.name),
        country: each.country,
        work: plan.plain(each.work),
      })),
    },
  })
  for (const { system, kinds, product, from, to } of vendor.supplies)
    plan.record(registered, {
      act: 'supply',
      vendor: code,
      system,
      values: { kinds, product: plan.plain(product), from: plan.dayOf(from), to: plan.dayOf(to) },
    })
}

function planContract(plan: SamplePlan, contract: Sources['contracts'][number]): void {
  const { code, vendor, systems, post, owner, legal } = contract
  plan.record(plan.dates.working(contract.registered), {
    act: 'contract',
    code,
    vendor,
    systems,
    post,
    owner,
    legal,
    values: {
      name: contract.name,
      type: contract.type,
      provision: contract.provision,
      duty: contract.duty,
      stage: contract.stage,
      companyRoles: contract.ourRoles,
      vendorRoles: contract.theirRoles,
      signedOn: plan.dayOf(contract.signed),
      from: plan.dayOf(contract.from),
      to: plan.dayOf(contract.to),
      renews: contract.renews,
      renewalMonths: contract.renewal,
      noticeMonths: contract.notice,
      terminatedOn: plan.dayOf(contract.terminated),
      governingLaw: plan.plain(contract.law),
      court: plan.plain(contract.court),
      valueBand: contract.value,
      personalData: contract.personal,
      secretData: contract.secret,
      dataBasis: contract.basis,
      dataBasisGrounds: plan.plain(contract.grounds),
      dataCountries: contract.countries,
      crossBorderRoute: contract.route,
      selectedOn: plan.dayOf(contract.selected),
      agreedOn: plan.dayOf(contract.agreed),
      checkedOn: plan.dayOf(contract.checked),
      supervisionNotes: plan.plain(contract.supervision),
      nextReviewOn: plan.dayOf(contract.review),
    },
  })
}

function planReading(
  plan: SamplePlan,
  contract: string,
  reading: Sources['contracts'][number]['readings'][number],
): void {
  plan.record(plan.dates.working(reading.on), {
    act: 'readContract',
    contract,
    code: reading.code,
    edition: plan.plain(reading.edition),
    reader: reading.reader,
    rest: reading.rest,
    complete: reading.complete,
    terms: {
      trainingUse: reading.training,
      liabilityCap: reading.cap,
      liabilityCapValue: reading.capValue,
      incidentNoticeHours: reading.hours,
    },
    findings: reading.findings.map(({ point, finding, owner: of, accepter, risks, actions, ...said }) => ({
      point,
      owner: of,
      accepter,
      risks,
      actions,
      values: {
        finding,
        clause: plan.plain(said.clause),
        quotation: plan.plain(said.quote),
        reason: plan.plain(said.reason),
        position: plan.plain(said.position),
        agreedText: plan.plain(said.agreed),
        dueOn: plan.dayOf(said.due),
        acceptedUntil: plan.dayOf(said.until),
      },
    })),
  })
}
