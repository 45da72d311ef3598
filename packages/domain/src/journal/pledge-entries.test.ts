import { expect, test } from 'vitest'
import {
  announcementDecreaseEntry,
  announcementEntry,
  announcementIncreaseEntry,
  conditionalFormalisationEntry,
  conditionalReductionEntry,
  conditionMetEntry,
  formalisationEntry,
  increaseEntry,
  reductionEntry,
  withdrawalEntry,
  writeOffEntry,
} from './pledge-entries.ts'
import { about, booked, carried, euroAt, euros, headOf, nothing } from './testing.ts'

test('announce EUR 100', () => {
  expect(booked(announcementEntry(about, euros(100), '2026-09-30', euroAt(1.1)))).toEqual([
    ['announced', 'EUR', 100, 110],
    ['promises', 'EUR', -100, -110],
  ])
})

test('announce less than before, at the carrying share', () => {
  expect(booked(announcementDecreaseEntry(about, euros(10), carried(euros(100), 110), '2026-10-01', 'Letter'))).toEqual(
    [
      ['promises', 'EUR', 10, 11],
      ['announced', 'EUR', -10, -11],
    ],
  )
})

test('formalise 90', () => {
  expect(booked(formalisationEntry(about, euros(90), '2026-10-01', euroAt(1.12), 'Letters'))).toEqual([
    ['receivable', 'EUR', 90, 100.8],
    ['pledge_income', 'EUR', -90, -100.8],
  ])
})

test('formalise on a condition, then the condition is met', () => {
  expect(booked(conditionalFormalisationEntry(about, euros(90), '2026-10-01', euroAt(1.12), 'Letters'))).toEqual([
    ['conditional', 'EUR', 90, 100.8],
    ['promises', 'EUR', -90, -100.8],
  ])
  expect(
    booked(conditionMetEntry(about, euros(90), carried(euros(90), 100.8), '2026-11-01', euroAt(1.2), 'Vote')),
  ).toEqual([
    ['promises', 'EUR', 90, 100.8],
    ['conditional', 'EUR', -90, -100.8],
    ['receivable', 'EUR', 90, 108],
    ['pledge_income', 'EUR', -90, -108],
  ])
})

test('reduce', () => {
  expect(booked(reductionEntry(about, euros(45), carried(euros(90), 100.8), '2026-11-01', 'Letter'))).toEqual([
    ['pledge_income', 'EUR', 45, 50.4],
    ['receivable', 'EUR', -45, -50.4],
  ])
})

test('increase', () => {
  expect(booked(increaseEntry(about, euros(10), '2026-11-01', euroAt(1.2), 'Letter'))).toEqual([
    ['receivable', 'EUR', 10, 12],
    ['pledge_income', 'EUR', -10, -12],
  ])
})

test('reduce what waits for a condition: it is announced no more', () => {
  const entry = conditionalReductionEntry(
    about,
    euros(45),
    carried(euros(90), 100.8),
    carried(euros(100), 110),
    '2026-11-01',
    'Letter',
  )
  expect(booked(entry)).toEqual([
    ['promises', 'EUR', 45, 50.4],
    ['conditional', 'EUR', -45, -50.4],
    ['promises', 'EUR', 45, 49.5],
    ['announced', 'EUR', -45, -49.5],
  ])
})

test('withdraw all that is open: owed, on a condition, and only announced', () => {
  const ground = {
    announced: carried(euros(100), 110),
    conditional: carried(euros(20), 22.4),
    receivable: carried(euros(45), 50.4),
    notYetFormalised: euros(10),
  }
  expect(booked(withdrawalEntry(about, ground, '2026-11-01', 'Letter'))).toEqual([
    ['pledge_income', 'EUR', 45, 50.4],
    ['receivable', 'EUR', -45, -50.4],
    ['promises', 'EUR', 20, 22.4],
    ['conditional', 'EUR', -20, -22.4],
    ['promises', 'EUR', 30, 33],
    ['announced', 'EUR', -30, -33],
  ])
})

test('write off', () => {
  expect(booked(writeOffEntry(about, euros(45), carried(euros(90), 100.8), '2026-11-01', 'Hopeless'))).toEqual([
    ['written_off', 'EUR', 45, 50.4],
    ['receivable', 'EUR', -45, -50.4],
  ])
})

test('announce more than before, at the rate of the day', () => {
  expect(booked(announcementIncreaseEntry(about, euros(10), '2026-10-01', euroAt(1.2), 'Letter'))).toEqual([
    ['announced', 'EUR', 10, 12],
    ['promises', 'EUR', -10, -12],
  ])
})

test('take no more of an announcement back than all of it, although more was signed on a condition', () => {
  const more = carried(euros(120), 134.4)
  const announced = carried(euros(100), 110)
  expect(booked(conditionalReductionEntry(about, euros(120), more, announced, '2026-11-01', 'Letter'))).toEqual([
    ['promises', 'EUR', 120, 134.4],
    ['conditional', 'EUR', -120, -134.4],
    ['promises', 'EUR', 100, 110],
    ['announced', 'EUR', -100, -110],
  ])
  const ground = { announced, conditional: more, receivable: nothing('EUR'), notYetFormalised: euros(0) }
  expect(booked(withdrawalEntry(about, ground, '2026-11-01', 'Letter'))).toHaveLength(4)
})

test('each entry says what it is, of which day, with its reason or evidence', () => {
  const [day, rate, whole] = ['2026-11-01', euroAt(1.1), carried(euros(100), 110)]
  const ground = { announced: whole, conditional: whole, receivable: whole, notYetFormalised: euros(0) }
  const told = [
    announcementEntry(about, euros(1), day, rate),
    announcementIncreaseEntry(about, euros(1), day, rate, 'Letter'),
    announcementDecreaseEntry(about, euros(1), whole, day, 'Letter'),
    formalisationEntry(about, euros(1), day, rate, 'Letters'),
    conditionalFormalisationEntry(about, euros(1), day, rate, 'Letters'),
    conditionMetEntry(about, euros(1), whole, day, rate, 'Vote'),
    increaseEntry(about, euros(1), day, rate, 'Letters'),
    reductionEntry(about, euros(1), whole, day, 'Letter'),
    conditionalReductionEntry(about, euros(1), whole, whole, day, 'Letter'),
    withdrawalEntry(about, ground, day, 'Letter'),
    writeOffEntry(about, euros(1), whole, day, 'Hopeless'),
  ]
  expect(told.map(headOf)).toEqual([
    ['pledge_announced', day, null, null],
    ['announcement_changed', day, 'Letter', null],
    ['announcement_changed', day, 'Letter', null],
    ['pledge_formalised', day, 'Letters', null],
    ['pledge_formalised_conditionally', day, 'Letters', null],
    ['condition_met', day, 'Vote', null],
    ['pledge_increased', day, 'Letters', null],
    ['pledge_reduced', day, 'Letter', null],
    ['pledge_reduced', day, 'Letter', null],
    ['pledge_withdrawn', day, 'Letter', null],
    ['pledge_written_off', day, 'Hopeless', null],
  ])
  expect(told.flatMap((entry) => entry.lines).every((line) => line.about === about)).toBe(true)
})
