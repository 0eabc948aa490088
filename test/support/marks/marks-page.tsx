import type { ReactNode } from 'react'
import { tokenProperties, type TokenSet } from '#renderer/theme/tokens.ts'
import { HeatMap, MiniHeatMap } from '#renderer/ui/heat-map.tsx'
import { type Force, LegalForce } from '#renderer/ui/legal-force.tsx'
import { LevelStrip, StripSign } from '#renderer/ui/level-strip.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { TierMark } from '#renderer/ui/tier-mark.tsx'
import { Unknown } from '#renderer/ui/unknown.tsx'
import { Vacancy } from '#renderer/ui/vacancy.tsx'
import { type Language, languages } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { heatMapCells, legalForces, statuses, stripCases, stripSigns, tierCases } from './marks-shown.ts'

/** Marks of one theme stand under their own tokens, as the pages of a pack do whatever the theme of the window is. */
export function MarksPage() {
  return (
    <div className="marks-page">
      <Theme set="light" />
      <Theme set="dark" />
    </div>
  )
}

function Theme({ set }: { readonly set: TokenSet }) {
  const dark = set === 'dark'
  return (
    <section
      className="marks-theme"
      data-theme={set}
      aria-labelledby={`title-${set}`}
      style={{ ...tokenProperties(set), colorScheme: dark ? 'dark' : 'light' }}
    >
      <h1 id={`title-${set}`}>{dark ? 'Dark' : 'Light'}</h1>
      {languages.map((language) => (
        <Marks key={language} set={set} language={language} />
      ))}
    </section>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <h2>{name}</h2>
      <div className="marks-row">{children}</div>
    </>
  )
}

/** One mark, found by its name. */
function Shown({ mark, children }: { readonly mark: string; readonly children: ReactNode }) {
  return <div data-mark={mark}>{children}</div>
}

function Marks({ set, language }: { readonly set: TokenSet; readonly language: Language }) {
  const t = translate(language)
  const ja = language === 'ja'
  const titleId = `map-${set}-${language}`
  return (
    <div lang={language} data-language={language}>
      <Row name={ja ? '指標の状態' : 'Status'}>
        {statuses.map((status) => (
          <Shown key={status} mark={`status ${status}`}>
            <StatusMark status={status} word={t(`status.${status}`)} />
          </Shown>
        ))}
      </Row>
      <Row name={ja ? '位置と選好線' : 'Position and appetite line'}>
        {stripCases.map(({ name, words, ...levels }) => (
          <Shown key={name} mark={`strip ${name}`}>
            <LevelStrip {...levels} width={150} label={words[language]} />
            <span aria-hidden>{words[language]}</span>
          </Shown>
        ))}
        {stripSigns.map((kind) => (
          <Shown key={kind} mark={`sign ${kind}`}>
            <StripSign kind={kind} />
          </Shown>
        ))}
      </Row>
      <Row name={ja ? '責任' : 'Responsibility'}>
        <Shown mark="person">
          <span className="holder">
            <span lang="ja">髙橋 誠</span>
            <span className="holder-post">{ja ? '執行役員 AI統括責任者' : 'Chief AI Officer'}</span>
          </span>
        </Shown>
        <Shown mark="vacancy">
          <Vacancy word={t('app.vacant')} />
        </Shown>
        <Shown mark="unknown unregistered">
          <Unknown word={t('app.notRegistered')} />
        </Shown>
      </Row>
      <Row name={ja ? '未確認・対象外・ゼロ' : 'Unknown, not applicable, zero'}>
        <Shown mark="unknown answer">
          <Unknown word={t('value.answer.unknown')} />
        </Shown>
        <Shown mark="unknown level">
          <Unknown word={t('app.notAssessed')} />
        </Shown>
        <Shown mark="not applicable">
          <StatusMark status="na" word={t('status.na')} />
          <span className="hint">{ja ? '理由：社内限定' : 'Reason: internal use only'}</span>
        </Shown>
        <Shown mark="zero">
          <b>0</b>
        </Shown>
      </Row>
      <Row name={ja ? '効力' : 'Legal force'}>
        {legalForces.map(({ force, words }) => (
          <Shown key={force} mark={`force ${force}`}>
            <ForceLabel force={force} word={words[language]} />
          </Shown>
        ))}
      </Row>
      <Row name={ja ? '区分と帯' : 'Tier and band'}>
        {tierCases.map(({ tier, filled }) => (
          <Shown key={tier} mark={`tier ${tier}`}>
            <TierMark filled={filled} word={t(`value.tier.${tier}`)} />
          </Shown>
        ))}
        <Shown mark="unknown tier">
          <Unknown word={t('paper.tierUnset')} />
        </Shown>
      </Row>
      <Row name={ja ? '操作' : 'Actions'}>
        <Shown mark="button primary">
          <button type="button" className="button primary">
            {t('action.nameSuccessor')}
          </button>
        </Shown>
        <Shown mark="button plain">
          <button type="button" className="button">
            {t('action.open')}
          </button>
        </Shown>
        <Shown mark="button link">
          <button type="button" className="text-button">
            {t('action.clearConditions')}
          </button>
        </Shown>
        <Shown mark="button disabled">
          <button type="button" className="button" disabled>
            {t('action.cancel')}
          </button>
        </Shown>
      </Row>
      <h2 id={titleId}>{ja ? 'ヒートマップ' : 'Heat map'}</h2>
      <div className="marks-row">
        <Shown mark="heat map">
          <HeatMap
            labelledBy={titleId}
            corner={ja ? '行：影響度　列：発生可能性' : 'Rows: impact. Columns: likelihood'}
            rows={[5, 4, 3, 2, 1].map((grade) => ({ grade, label: '' }))}
            columns={[1, 2, 3, 4, 5].map((grade) => ({ grade, label: '' }))}
            cells={heatMapCells((band) => t(`bandLetter.${band}`))}
          />
        </Shown>
        <Shown mark="mini heat map">
          <MiniHeatMap
            label={ja ? '小さなヒートマップ' : 'Small heat map'}
            cells={heatMapCells((band) => t(`bandLetter.${band}`))}
          />
        </Shown>
      </div>
    </div>
  )
}

function ForceLabel({ force, word }: { readonly force: Force; readonly word: string }) {
  return force === 'foreign' ? (
    <LegalForce force={force} country="EU" word={word} />
  ) : (
    <LegalForce force={force} word={word} />
  )
}
