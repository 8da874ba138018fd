/**
 * Lets one command run the bot without other services, by starting a MongoDB server and a Slack workspace inside the
 * process. Apart from the command line, no other code depends on this package.
 */
package dev.fieldcert.local;
