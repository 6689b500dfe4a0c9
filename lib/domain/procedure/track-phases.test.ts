import { describe, expect, it } from 'vitest'
import { INTAKE, open, RECEIVED, play, type Step } from '../case/given.ts'
import { isReceived, type TrackPhase } from '../transfer/state.ts'
import { owedOnTrack, trackPhase } from './track-phases.ts'

/** Written by hand: what a body still has to sign for, what it examines, and what is done with. */
const TABS: Readonly<Record<TrackPhase, 'pending' | 'examining' | 'decided' | null>> = {
  planned: null,
  sent: 'pending',
  withdrawn: 'decided',
  received: 'examining',
  supplementing: 'examining',
  examining: 'examining',
  returned: 'decided',
  filed: 'decided',
  'not-filed': 'decided',
  reconsidering: 'decided',
  upheld: 'decided',
  'handed-over': 'decided',
  'in-supervision': 'decided',
  ordered: 'decided',
  'reasons-accepted': 'decided',
  proceeding: 'decided',
  dropped: 'decided',
  prosecuting: 'decided',
  'not-prosecuted': 'decided',
  'on-trial': 'decided',
  judged: 'decided',
}
it.each(Object.entries(TABS))('a body lists what is %s under %s', (phase, tab) => expect(trackPhase(phase as TrackPhase).tab).toBe(tab))

describe('a supplement that was asked for', () => {
  const asks: Step = { by: INTAKE, command: { type: 'AskSupplement', trackId: 't1', wanted: ['账目'] } }
  const state = open(play([...RECEIVED, asks]))
  const track = state.tracks['t1']
  if (!track || !isReceived(track)) throw new Error('it was received')

  it('is owed while the body waits for it, beside the review', () =>
    expect(owedOnTrack(state, track).map(({ code }) => code)).toEqual(['examine', 'supplement']))
  it('is owed no more once the track is elsewhere, though nobody answered', () => {
    expect(owedOnTrack(state, { ...track, phase: 'examining' }).map(({ code }) => code)).toEqual(['examine'])
    const returned = { at: track.receipt.at, recordedAt: '', by: INTAKE, seq: 0, onPaper: null, reason: '', competent: '' }
    expect(owedOnTrack(state, { ...track, phase: 'returned', returned }).map(({ code }) => code)).toEqual(['plan-anew'])
  })
})
