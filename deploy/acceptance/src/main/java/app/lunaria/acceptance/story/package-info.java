/** The story of the product in chapters of checks: told by the demo, run by the tests. */
package app.lunaria.acceptance.story;
