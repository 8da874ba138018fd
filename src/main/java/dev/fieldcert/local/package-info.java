/** What makes one command enough: a MongoDB and a Slack workspace inside the process. Nothing depends on it. */
package dev.fieldcert.local;
