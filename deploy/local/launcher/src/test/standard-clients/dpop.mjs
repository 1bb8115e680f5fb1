// Plain fetch, with proofs of the package "dpop".
import assert from 'node:assert/strict'
import * as DPoP from 'dpop'
import * as her from './person.mjs'

const key = await DPoP.generateKeyPair('ES256')
const metadata = await (await fetch(new URL('/.well-known/oauth-authorization-server', her.origin))).json()
her.done('discovery')

const token = async (parameters) => {
  const response = await fetch(metadata.token_endpoint, {
    method: 'POST',
    headers: { DPoP: await DPoP.generateProof(key, metadata.token_endpoint, 'POST') },
    body: new URLSearchParams({ client_id: her.clientId, ...parameters }),
  })
  return { status: response.status, body: await response.json() }
}
const first = await token({ grant_type: her.passwordGrant, ...her.signIn(her.user) })
her.isDpopBound(first.body)
her.done('password grant')

const at = async (tokens, method, path, body) => {
  const url = new URL(path, her.origin).href
  return fetch(url, {
    method,
    body,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      Authorization: `DPoP ${tokens.access_token}`,
      DPoP: await DPoP.generateProof(key, url, method, undefined, tokens.access_token),
    },
  })
}
await her.isHers(await at(first.body, 'GET', '/v1/account'))
her.done('user-service')

const refresh = (tokens, resource) =>
  token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token, resource })
const second = await refresh(first.body, her.cycle)
her.isDpopBound(second.body)
her.done('refresh')
her.isWritten(await at(second.body, 'PUT', '/v1/journal/days', her.day('2021-03-03')))
await her.isForecast(await at(second.body, 'GET', '/v1/forecast'))
her.done('cycle-service')

const revoked = await fetch(metadata.revocation_endpoint, {
  method: 'POST',
  body: new URLSearchParams({ client_id: her.clientId, token: second.body.refresh_token }),
})
assert.equal(revoked.status, 200)
const refused = await refresh(second.body, her.user)
assert.deepEqual([refused.status, refused.body.error], [400, 'invalid_grant'])
her.done('revocation')
