/** How fast the bot is, measured side by side with what it is built on. Run by {@code bench/run}; nothing here is a test. */
package dev.fieldcert.benchmark;
