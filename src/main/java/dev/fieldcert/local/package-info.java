/**
 * Makes one command enough: a MongoDB server and a Slack workspace inside the process. No other package depends on it.
 */
package dev.fieldcert.local;
