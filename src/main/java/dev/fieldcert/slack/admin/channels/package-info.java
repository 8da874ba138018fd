/** Which channels get badges and feedback, and whether badges are collected. */
package dev.fieldcert.slack.admin.channels;
