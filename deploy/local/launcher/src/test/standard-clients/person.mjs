// Who the clients act for, and what each of them must be able to do. Nothing here helps a client along.
import assert from 'node:assert/strict'

export const origin = new URL(process.env.LUNARIA_ORIGIN)
export const clientId = 'lunaria-app'
export const passwordGrant = 'https://lunaria.app/grants/password'
export const user = 'https://lunaria.app/services/user'
export const cycle = 'https://lunaria.app/services/cycle'

/** The parameters of her sign-in, for one service. */
export const signIn = (resource) => ({
  username: process.env.LUNARIA_EMAIL,
  password: process.env.LUNARIA_PASSWORD,
  resource,
})

/** Tells that a step was done; the test compares the steps with those that it expects. */
export const done = (step) => console.log(step)

export const isDpopBound = (tokens) => {
  assert.equal(tokens.token_type.toLowerCase(), 'dpop')
  assert.equal(tokens.expires_in, 600)
  assert.ok(tokens.refresh_token)
}

export const isHers = async (response) => {
  assert.equal(response.status, 200)
  assert.equal((await response.json()).email, process.env.LUNARIA_EMAIL)
}

export const isForecast = async (response) => {
  assert.equal(response.status, 200)
  assert.ok((await response.json()).asOf)
}

/** The day that she writes about, another one for each client. */
export const day = (date) => JSON.stringify({ day: date, flow: 'light' })

export const isWritten = (response) => assert.equal(response.status, 201)
