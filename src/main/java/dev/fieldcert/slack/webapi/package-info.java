/** The only callers of Slack's Web API, and what its refusals mean. */
package dev.fieldcert.slack.webapi;
