/**
 * What somebody sees who holds the machine: rows, the write-ahead log, log files. Of the local
 * stack only.
 */
package app.lunaria.acceptance.inspector;
