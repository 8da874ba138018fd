/** The public pages and documents: badges, the issuer's keys, verification, calendars, and the pictures for Slack. */
package dev.fieldcert.web;
