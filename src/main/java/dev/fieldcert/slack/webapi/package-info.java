/** The only callers of Slack's Web API, and the interpretation of its errors. */
package dev.fieldcert.slack.webapi;
