/**
 * user-service: accounts, sign-in, tokens and consent. It alone knows account ids; everybody else
 * knows a person by a pairwise id.
 */
package app.lunaria.user;
