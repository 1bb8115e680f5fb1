/** Accounts: a person joins, and reads what is kept of her. */
package app.lunaria.user.account;
