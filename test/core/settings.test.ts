import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { expect, test } from 'vitest'
import { readSettings, refuseUnknown, settings } from '../../src/core/settings.ts'

const machine = { timezone: 'Europe/Berlin' }
const keys = { X_APP_KEY: 'k-one', X_APP_SECRET: 'k-two', X_ACCESS_TOKEN: 'k-three', X_ACCESS_SECRET: 'k-four' }

test('.env.example lists every setting with its default', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
  const listed = parse(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''))
  const defaults = Object.entries(settings).map(([name, { fallback }]) => [name, fallback ?? ''])
  expect(listed).toEqual(Object.fromEntries(defaults))
})

test('readSettings() gives the defaults when nothing is set', () => {
  expect(readSettings({}, machine)).toMatchObject({
    credentials: null,
    apiUrl: null,
    timezone: 'Europe/Berlin',
    numbering: '{n}/{total}',
    limit: 280,
    late: 'hold',
    grace: 7_200_000,
    settle: 600_000,
    pace: 5_000,
  })
})

test('readSettings() takes an empty numbering as none, and an empty limit as not set', () => {
  expect(readSettings({ BROADSIDE_NUMBERING: '', BROADSIDE_LIMIT: '' }, machine)).toMatchObject({
    numbering: '',
    limit: 280,
  })
})

test('readSettings() takes a colour with its # or without', () => {
  expect(readSettings({ BROADSIDE_BRAND_COLOUR: 'B1201C' }, machine).brandColour).toBe('#b1201c')
  expect(readSettings({ BROADSIDE_BRAND_COLOUR: '#b1201c' }, machine).brandColour).toBe('#b1201c')
})

test('readSettings() reads the four keys', () => {
  expect(readSettings(keys, machine).credentials).toEqual({
    appKey: 'k-one',
    appSecret: 'k-two',
    accessToken: 'k-three',
    accessSecret: 'k-four',
  })
})

test.each([
  ['BROADSIDE_TIMEZONE', 'Mars/Base', 'there is no such time zone'],
  ['BROADSIDE_HANDLE', 'thebroadside', 'a handle is an @'],
  ['BROADSIDE_LIMIT', 'many', 'it must be a whole number'],
  ['BROADSIDE_LIMIT', '30', 'a post must hold at least 40'],
  ['BROADSIDE_NUMBERING', 'post', 'it must hold {n}'],
  ['BROADSIDE_BRAND_COLOUR', 'red', 'a colour is written like b1201c'],
  ['BROADSIDE_LOGO', '/etc/logo.svg', 'it must be a file of this home'],
  ['BROADSIDE_PACE', '5', 'it must be a number and a unit'],
  ['BROADSIDE_PACE', '30d', 'it must be from 0s to 1h; it is "30d"'],
  ['BROADSIDE_GRACE', '8d', 'it must be from 0s to 7d'],
  ['BROADSIDE_DISTANCE', '400d', 'it must be from 0s to 30d'],
  ['BROADSIDE_SETTLE', '0ms', 'it must be from 100ms to 24h'],
  ['BROADSIDE_SETTLE', '25h', 'it must be from 100ms to 24h'],
  ['BROADSIDE_SETTLE', 'never', 'it must be a number and a unit, like 10m, or "ask"'],
  ['BROADSIDE_LATE', 'drop', 'it must be one of hold, publish'],
  ['BROADSIDE_MONTHLY_BUDGET', '-1', 'it cannot be less than 0'],
  ['X_API_URL', 'https://example.org', 'it may only be on this machine'],
  ['X_API_URL', 'http://127.0.0.1.example.org', 'it may only be on this machine'],
])('readSettings() refuses %s=%s and says why', (name, value, why) => {
  expect(() => readSettings({ [name]: value }, machine)).toThrow(`Cannot read the setting ${name}: ${why}`)
})

test('readSettings() lets X no less than a minute to show a post, and the sandbox as little as a test needs', () => {
  const hasty = { BROADSIDE_SETTLE: '59s' }
  expect(() => readSettings({ ...keys, ...hasty }, machine)).toThrow('X may take longer than 59s to show a post')
  expect(readSettings({ ...keys, BROADSIDE_SETTLE: '1m' }, machine).settle).toBe(60_000)
  expect(readSettings({ ...keys, BROADSIDE_SETTLE: 'ask' }, machine).settle).toBe('ask')
  expect(readSettings({ ...keys, ...hasty, X_API_URL: 'http://127.0.0.1:4108' }, machine).settle).toBe(59_000)
  expect(readSettings(hasty, machine).settle).toBe(59_000)
})

test('readSettings() names the keys that are missing when only some are set, and shows none', () => {
  const read = () => readSettings({ ...keys, X_APP_SECRET: undefined, X_ACCESS_TOKEN: '' }, machine)
  expect(read).toThrow('X_APP_SECRET and X_ACCESS_TOKEN are not set')
  expect(read).not.toThrow(/k-one|k-four/)
})

test.each([
  ['BROADSIDE_TIMEZON', 'Did you mean BROADSIDE_TIMEZONE?'],
  ['SOMETHING_ELSE_ALTOGETHER', 'See .env.example for all there are.'],
])('refuseUnknown() refuses %s', (name, hint) => {
  expect(() => refuseUnknown(['BROADSIDE_PACE', name])).toThrow(expect.objectContaining({ hint }))
})
