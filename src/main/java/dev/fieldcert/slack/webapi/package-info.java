/** The only callers of Slack's Web API, and the meaning of its errors. */
package dev.fieldcert.slack.webapi;
