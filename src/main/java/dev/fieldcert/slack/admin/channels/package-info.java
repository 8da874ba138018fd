/** Which channels get badges and feedback, and whether badges are collected in a daily digest. */
package dev.fieldcert.slack.admin.channels;
